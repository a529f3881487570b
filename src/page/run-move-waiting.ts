/** The second device, until the first one has confirmed. */

const LOOK_AGAIN_MS = 3_000

/** Looks at its own address every 3 s, and goes where that leads once it is no longer the waiting page. */
export function runMoveWaiting(main: HTMLElement): void {
  const status = main.querySelector<HTMLElement>('[data-waiting]')
  if (status !== null) status.hidden = false
  const look = async () => {
    try {
      const answer = await fetch(location.href)
      const text = await answer.text()
      if (answer.redirected) return location.replace(answer.url)
      if (answer.ok && !text.includes('data-page="move-waiting"')) return location.reload()
    } catch {
      // No network now: the next look may have it.
    }
    setTimeout(() => void look(), LOOK_AGAIN_MS)
  }
  setTimeout(() => void look(), LOOK_AGAIN_MS)
}
