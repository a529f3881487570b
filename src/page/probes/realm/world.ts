/** What a page and a worker of it both see of the device: a worker is seldom changed along with its page. */
import { zoneName } from '../../zone.ts'

/** What is seen from within. */
export interface World {
  userAgent: string
  platform: string
  processors: number
  zone: string | undefined
  offsetMin: number
}

/** Looks around. */
export function readWorld(): World {
  const { userAgent, platform, hardwareConcurrency } = navigator
  return {
    userAgent,
    platform,
    processors: hardwareConcurrency,
    zone: zoneName(),
    offsetMin: new Date().getTimezoneOffset(),
  }
}

/** Names of what a worker sees otherwise than its page; never what either sees. */
export function differences(page: World, worker: World): string[] {
  return [
    page.userAgent !== worker.userAgent && 'worker: browser',
    page.platform !== worker.platform && !isPad(page, worker) && 'worker: platform',
    page.processors !== worker.processors && 'worker: processors',
    page.zone !== worker.zone && 'worker: time zone',
    page.offsetMin !== worker.offsetMin && 'worker: clock',
  ].filter((name) => name !== false)
}

/** An iPad that asks for pages of desktops calls itself a Mac in its pages alone. */
function isPad(page: World, worker: World): boolean {
  return page.platform === 'MacIntel' && /^iP(ad|hone)/.test(worker.platform)
}
