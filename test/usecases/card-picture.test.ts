/** The picture on a card: whose link opens it, what it shows, and when it is gone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roundCard } from '../../src/core/round-card.ts'
import { beginSession } from '../../src/usecases/begin-session.ts'
import { readCardPicture } from '../../src/usecases/card-picture.ts'
import { forgetCase } from '../../src/usecases/manage-round.ts'
import type { Pictures } from '../../src/usecases/ports.ts'
import { purge } from '../../src/usecases/purge.ts'
import { makeReportLink, readReport } from '../../src/usecases/read-report.ts'
import { recordSignals } from '../../src/usecases/record-signals.ts'
import { viewRoundWithPicture } from '../../src/usecases/view-round.ts'
import { NOTHING_DECLARED } from '../../src/core/claim.ts'
import type { MapView } from '../../src/core/map-view.ts'
import { createSeal } from '../../src/random.ts'
import { manager, MINUTE, open, openProduct, seen } from './_product.ts'

const DAY = 24 * 60 * MINUTE
const BUCHAREST = '188.25.148.123'

let product: Awaited<ReturnType<typeof openProduct>>
beforeEach(async () => {
  product = await openProduct()
})
afterEach(() => product.close())

/** Ten round trips to Frankfurt, and what the page says passively. */
const measured = (minMs: number) => {
  const at = product.clock.at
  const echoes = { minMs, medianMs: minMs + 1, p90Ms: minMs + 2, jitterMs: 1, count: 10 }
  return [
    { name: 'browserZone', at, source: 'page', value: 'Europe/Bucharest' },
    { name: 'webdriver', at, source: 'page', value: false },
    {
      name: 'echoes',
      at,
      source: 'server',
      value: { vantage: product.ports.settings.vantage, ...echoes },
    },
  ] as const
}

/** Jane says Austin, and her computer answers from Bucharest. */
async function judged() {
  const { caseId, roundId, token } = await open(product.ports)
  const from = seen({ address: BUCHAREST })
  const { cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, from)
  product.clock.at += 1000
  await recordSignals(product.ports, cookie, measured(36.4))
  return { caseId, roundId, cookie }
}

async function pictureOf(roundId: string) {
  const { ports, store } = product
  const view = await store.transaction((tx) => viewRoundWithPicture(ports, tx, roundId))
  const picture = roundCard(view).sections.find(({ kind }) => kind === 'image')
  return picture?.kind === 'image' ? picture : undefined
}

const tokenOf = (picture: { url: string } | undefined) =>
  /\/p\/([\w-]+)\.png$/.exec(picture?.url ?? '')?.[1] ?? ''
const read = (token: string) => readCardPicture(product.ports, token)
const gone = { code: 'not-found' }

test('a card has none before there is a verdict', async () => {
  const { roundId, token } = await open(product.ports)
  expect(await pictureOf(roundId)).toBeUndefined()
  await beginSession(product.ports, token, NOTHING_DECLARED, seen({ address: BUCHAREST }))
  expect(await pictureOf(roundId)).toBeUndefined()
})

test('a verdict brings one, which says in words what it shows, and whose databases it rests on', async () => {
  const { roundId } = await judged()
  const picture = await pictureOf(roundId)
  expect(picture?.url).toMatch(/^https:\/\/verify\.example\.com\/p\/round_\w+-\w+-[\w-]{43}\.png$/)
  expect(picture?.alt).toMatch(
    /^Map\. Stated place: Austin.*placed in Bucharest, Romania.*after 36\.4 ms: .* at most 3,640 km/,
  )
  const png = Buffer.from(await read(tokenOf(picture)))
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  const view = await product.store.transaction((tx) =>
    viewRoundWithPicture(product.ports, tx, roundId),
  )
  expect(JSON.stringify(roundCard(view))).toContain('https://db-ip.com')
})

test('where nothing measured says anything of a place there is none', async () => {
  const { roundId, token } = await open(product.ports)
  const nowhere = seen({ address: '10.0.0.1' })
  const { cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, nowhere)
  const [zone, webdriver] = measured(36)
  product.clock.at += 9000
  await recordSignals(product.ports, cookie, [zone, webdriver])
  const view = await product.store.transaction((tx) =>
    viewRoundWithPicture(product.ports, tx, roundId),
  )
  expect(view.verdict).not.toBeNull()
  expect(view.picture).toBeNull()
})

describe('its link', () => {
  test('cannot be made by anybody else', async () => {
    const { roundId } = await judged()
    const token = tokenOf(await pictureOf(roundId))
    const [, round = '', moment = '', seal = ''] =
      /^(round_\w+)-(\w+)-([\w-]{43})$/.exec(token) ?? []
    const foreign = createSeal(new Uint8Array(32).fill(1)).of(`picture of ${round} at 1`)
    const other = (await open(product.ports, {}, 's2')).roundId
    const flipped = `${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`
    for (const wrong of [
      `${round}-${moment}-${flipped}`,
      `${round}-${moment}-${foreign}`,
      `${round}-${(Number.parseInt(moment, 36) + 1).toString(36)}-${seal}`,
      `${other}-${moment}-${seal}`,
      `${round}-${moment}-`,
      `${token}x`,
      '',
      '../../etc/passwd',
    ]) {
      await expect(read(wrong), wrong).rejects.toMatchObject(gone)
    }
    expect((await read(token)).length).toBeGreaterThan(10_000)
  })

  test('shows what was known at its verdict, and nothing later', async () => {
    const { roundId, cookie } = await judged()
    const token = tokenOf(await pictureOf(roundId))
    const shown: MapView[] = []
    const { pictures } = product.ports
    const watched: Pictures = {
      ...pictures,
      mapPng(view) {
        shown.push(view)
        return pictures.mapPng(view)
      },
    }
    product.clock.at += MINUTE
    await recordSignals(product.ports, cookie, measured(5))
    await readCardPicture({ ...product.ports, pictures: watched }, token)
    expect(shown[0]?.vantages[0]?.leastMs).toBe(36.4)
  })
})

describe('it is gone', () => {
  test('when the case is forgotten, from the card too', async () => {
    const { caseId, roundId } = await judged()
    const token = tokenOf(await pictureOf(roundId))
    await forgetCase(product.ports, manager, caseId)
    await expect(read(token)).rejects.toMatchObject(gone)
    expect(await pictureOf(roundId)).toBeUndefined()
  })

  test('when the readings are erased, and the report says so', async () => {
    const { caseId, roundId } = await judged()
    const token = tokenOf(await pictureOf(roundId))
    product.clock.at += 31 * DAY
    await purge(product.ports)
    await expect(read(token)).rejects.toMatchObject(gone)
    expect(await pictureOf(roundId)).toBeUndefined()
    const link = await makeReportLink(product.ports, manager, caseId)
    const [round] = (await readReport(product.ports, link.split('/').at(-1) ?? '')).rounds
    expect(round).toMatchObject({ map: null, timeline: null, readingsGone: true })
    expect(round?.whatIf.length).toBeGreaterThan(0)
  })
})

describe('the report', () => {
  const report = async (caseId: string, ports = product.ports) => {
    const link = await makeReportLink(ports, manager, caseId)
    return readReport(ports, link.split('/').at(-1) ?? '')
  }

  test('has the map, the round trips, and what would change the verdict', async () => {
    const { caseId } = await judged()
    const view = await report(caseId)
    const [round] = view.rounds
    expect(round?.map?.svg?.wide).toMatch(/^<svg .*id="map-1-wide-title".*Bucharest/s)
    expect(round?.map?.svg?.narrow).toMatch(/^<svg .*id="map-1-narrow-title"/)
    expect(round?.timeline?.svg?.wide).toContain('ms to our server in Frankfurt')
    expect(round?.timeline?.lines[0]).toMatch(/^Round trips to our server in Frankfurt: fastest 36/)
    expect(round?.readingsGone).toBe(false)
    expect(round?.whatIf.join('\n')).toMatch(/^If “.*” has an innocent cause/)
    expect(round?.whatIf.join('\n')).toMatch(
      /Had travel been declared beforehand, the answer would/,
    )
    expect(view.attributions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['IP geolocation by DB-IP', 'Map: Natural Earth (public domain)']),
    )
  })

  test('is readable where pictures cannot be drawn', async () => {
    const { caseId } = await judged()
    const broken = () => Promise.reject(new Error('no room on the disk'))
    const pictures = { map: broken, timeline: broken, mapPng: broken }
    const [round] = (await report(caseId, { ...product.ports, pictures })).rounds
    expect(round?.map?.svg).toBeNull()
    expect(round?.map?.lines[0]).toContain('Austin')
  })

  test('of a forgotten case shows nothing of all that', async () => {
    const { caseId } = await judged()
    await forgetCase(product.ports, manager, caseId)
    const view = await report(caseId)
    expect(view.rounds[0]).toMatchObject({ map: null, timeline: null, whatIf: [] })
    expect(JSON.stringify(view)).not.toMatch(/Austin|Bucharest/)
  })

  test('of a forgotten case that was unclear says nothing either', async () => {
    const { caseId, token } = await open(product.ports)
    const { cookie } = await beginSession(product.ports, token, NOTHING_DECLARED, seen())
    product.clock.at += 9000
    await recordSignals(product.ports, cookie, measured(36).slice(1, 2))
    expect((await report(caseId)).rounds[0]?.whatIf).not.toEqual([])
    await forgetCase(product.ports, manager, caseId)
    expect((await report(caseId)).rounds[0]).toMatchObject({ overall: 'unclear', whatIf: [] })
  })
})
