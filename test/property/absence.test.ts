/**
 * Missing, refused, failed or out-of-range readings never accuse: taking a reading away never worsens the verdict,
 * unless it explained something or spoke for the candidate; adding an explanation never worsens it either.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axes } from '../../src/core/check.ts'
import { absences, parseSignal, signalNames, type Signal } from '../../src/core/signals.ts'
import { isTunnelKind } from '../../src/core/tunnel.ts'
import { policy } from '../../src/core/weights.ts'
import { controlReadings } from './_control-readings.ts'
import { declaring, judge, names, network, signalOf, startAt } from './_readings.ts'

const rank = { consistent: 0, unclear: 0, review: 1, contradicted: 2 } as const
const endAt = startAt + 3_600_000
const controlNames = controlReadings.map(([name]) => name)
const withoutEchoes = names.filter((name) => name !== 'echoes')
/** Sums of doubles in another order. */
const EPSILON = 1e-9

/**
 * Whether a reading makes another one expected, so that it can be missed: what was declared; a network whose addresses
 * come out elsewhere; and what the delay of a path is judged by, which a soon answer alone may clear.
 */
function explains(signal: Signal, round: readonly Signal[]): boolean {
  const isMeasured = round.some(({ name }) => name === 'echoes')
  if (signal.name === 'declared' || signal.name === 'echoes') return true
  if (signal.name === 'addressNetworks') {
    const isLine = 'value' in signal && ['home', 'education'].includes(signal.value.kind)
    return isMeasured || !isLine
  }
  return signal.name === 'addressLocations' && isMeasured
}

const round = fc.array(signalOf(), { maxLength: 12 })
const unmeasured = fc.array(signalOf(withoutEchoes), { maxLength: 12 })
/** Nothing but what places are told by: rare combinations come often. */
const placed = fc.array(
  signalOf(['addressLocations', 'addressNetworks', 'browserZone', 'browserClock']),
  { minLength: 2, maxLength: 6 },
)

describe('taking a reading away', () => {
  const without = (signals: readonly Signal[], index: number) => {
    const candidates = signals.filter((signal) => !explains(signal, signals))
    const gone = candidates[index % Math.max(1, candidates.length)]
    return signals.filter((signal) => signal !== gone)
  }

  test('never worsens the state of any axis', () => {
    fc.assert(
      fc.property(round, fc.nat(), fc.boolean(), (signals, index, isOver) => {
        const end = isOver ? endAt : undefined
        const before = judge(signals, end).verdict
        const after = judge(without(signals, index), end).verdict
        for (const axis of axes) {
          expect(rank[after.axes[axis].state]).toBeLessThanOrEqual(rank[before.axes[axis].state])
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('never adds to what speaks against the place', () => {
    fc.assert(
      fc.property(placed, fc.nat(), (signals, index) => {
        const before = judge(signals).verdict.axes.place.bans
        const after = judge(without(signals, index)).verdict.axes.place.bans
        expect(after).toBeLessThanOrEqual(before + EPSILON)
      }),
      { numRuns: 4000 },
    )
  })

  test('never adds to what speaks of who sits there', () => {
    // One reading of each signal: taking the later of two away brings back what was true before, which is no absence.
    const once = fc.uniqueArray(signalOf([...controlNames, 'userAgent', 'hintHeaders']), {
      selector: ({ name }) => name,
      minLength: 2,
    })
    fc.assert(
      fc.property(once, fc.nat(), (signals, index) => {
        const before = judge(signals).verdict.axes.control.bans
        const after = judge(without(signals, index)).verdict.axes.control.bans
        expect(after).toBeLessThanOrEqual(before + EPSILON)
      }),
      { numRuns: 4000 },
    )
  })

  test('all echoes: the path then weighs nothing', () => {
    fc.assert(
      fc.property(unmeasured, (signals) => {
        const groups = judge(signals).verdict.axes.place.groups.map(({ group }) => group)
        expect(groups).not.toContain('path-latency')
      }),
    )
  })
})

describe('adding an explanation', () => {
  const place = (signals: readonly Signal[]) => judge(signals).verdict.axes.place
  const seen = (kind: Parameters<typeof network>[0]): Signal => ({
    name: 'addressNetworks',
    at: endAt,
    source: 'server',
    value: network(kind, 64_500),
  })
  /** `after` is at most as bad as `before`, and by no more than `most` bans. */
  const isNoWorse = (before: readonly Signal[], after: readonly Signal[], most = 0) => {
    expect(place(after).bans).toBeLessThanOrEqual(place(before).bans + most + EPSILON)
    if (most > 0) return
    expect(rank[place(after).state]).toBeLessThanOrEqual(rank[place(before).state])
  }

  test.each([{ vpn: true }, { travel: true }, { remoteDesktop: true }])(
    '%o never worsens the place',
    (what) => {
      fc.assert(
        fc.property(unmeasured, (signals) => {
          isNoWorse(signals, [...signals, declaring(signals, what)])
        }),
        { numRuns: 1000 },
      )
    },
  )

  test.each([{ remoteDesktop: true }, { assistive: true }])(
    '%o never worsens who sits there',
    (what) => {
      fc.assert(
        fc.property(round, (signals) => {
          const before = judge(signals).verdict.axes.control
          const after = judge([...signals, declaring(signals, what)]).verdict.axes.control
          expect(after.bans).toBeLessThanOrEqual(before.bans + EPSILON)
          expect(rank[after.state]).toBeLessThanOrEqual(rank[before.state])
        }),
        { numRuns: 2000 },
      )
    },
  )

  test.each(['relay', 'gateway', 'satellite'] as const)('a %s never worsens the place', (kind) => {
    fc.assert(
      fc.property(unmeasured, (signals) => {
        isNoWorse(signals, [...signals, seen(kind)])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['vpn', 'hosting'] as const)('a %s that was declared never worsens it', (kind) => {
    fc.assert(
      fc.property(unmeasured, (signals) => {
        const declared = [...signals, declaring(signals, { vpn: true })]
        isNoWorse(declared, [...declared, seen(kind)])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['vpn', 'tor', 'hosting'] as const)(
    'a %s that nobody declared says itself what it weighs, and no more',
    (kind) => {
      const own = policy.checks['network-kind']?.levels[kind]?.bans ?? 0
      expect(own).toBeGreaterThan(0)
      fc.assert(
        fc.property(unmeasured, (signals) => {
          isNoWorse(signals, [...signals, seen(kind)], own)
        }),
        { numRuns: 1000 },
      )
    },
  )

  test('behind a tunnel no finding of an address or its zone weighs, and nothing is consistent', () => {
    const silenced = ['country-vs-address', 'place-vs-address', 'zone-vs-address', 'address-drift']
    fc.assert(
      fc.property(round, (signals) => {
        const isTunnelled = signals.some(
          (signal) =>
            signal.name === 'addressNetworks' &&
            'value' in signal &&
            isTunnelKind(signal.value.kind),
        )
        if (!isTunnelled) return
        const { verdict, evidence } = judge(signals)
        for (const { check, bans } of evidence) if (silenced.includes(check)) expect(bans).toBe(0)
        expect(verdict.axes.place.state).not.toBe('consistent')
        expect(verdict.axes.place.coverage.tunnel).toMatch(/ask for one minute/)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a reading that is absent for any reason weighs exactly as one never asked for', () => {
  fc.assert(
    fc.property(
      round,
      fc.constantFrom(...signalNames),
      fc.constantFrom(...absences),
      (signals, name, why) => {
        const absent = { name, at: startAt, source: 'page', why } as Signal
        expect(judge([...signals, absent]).verdict).toEqual(judge(signals).verdict)
      },
    ),
    { numRuns: 500 },
  )
})

test('values out of range become absent, whatever they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...signalNames), fc.jsonValue(), (name, junk) => {
      for (const source of ['page', 'server', 'platform', 'human'] as const) {
        const parsed = parseSignal({ name, value: junk, at: startAt, source })
        if (parsed !== undefined && 'why' in parsed) expect(parsed.why).toBe('out-of-range')
      }
    }),
    { numRuns: 500 },
  )
})

test('a page cannot state what our servers measure', () => {
  for (const name of [
    'address',
    'addressLocations',
    'addressNetworks',
    'echoes',
    'hintHeaders',
    'secondBrowser',
    'joined',
    'callPresence',
  ] as const) {
    expect(parseSignal({ name, value: true, at: startAt, source: 'page' })).toBeUndefined()
  }
})

test('times in a call weigh nothing, and worsen no state: whoever was there, came late, left or was never seen', () => {
  const inCall = fc.array(signalOf(['callPresence']), { maxLength: 8 })
  fc.assert(
    fc.property(round, inCall, fc.boolean(), (signals, told, isOver) => {
      const end = isOver ? endAt : undefined
      const others = signals.filter(({ name }) => name !== 'callPresence')
      const before = judge(others, end)
      const after = judge([...others, ...told], end)
      expect(after.evidence).toEqual(before.evidence)
      for (const axis of axes) {
        expect(after.verdict.axes[axis].bans).toBe(before.verdict.axes[axis].bans)
        expect(after.verdict.axes[axis].state).toBe(before.verdict.axes[axis].state)
        if (axis !== 'continuity') {
          expect(after.verdict.axes[axis]).toEqual(before.verdict.axes[axis])
        }
      }
      const missing = (one: typeof before) => one.verdict.axes.continuity.coverage.missing.length
      expect(missing(after)).toBeLessThanOrEqual(missing(before))
      expect(after.verdict.asked).toEqual(before.verdict.asked)
    }),
    { numRuns: 2000 },
  )
})

test('the order of signals does not matter', () => {
  fc.assert(
    fc.property(round, (signals) => {
      const all = judge(signals, endAt)
      expect(judge([...signals].reverse(), endAt)).toEqual(all)
    }),
    { numRuns: 500 },
  )
})

test('the passive readings of who sits there never contradict by themselves', () => {
  fc.assert(
    fc.property(fc.array(signalOf(controlNames), { maxLength: 20 }), (signals) => {
      const { state, groups } = judge(signals).verdict.axes.control
      expect(state).not.toBe('contradicted')
      for (const { basis } of groups) expect(basis).toBe('judgement')
    }),
    { numRuns: 1000 },
  )
})

test('nothing but the stated place: every state is unclear, never worse', () => {
  for (const { state } of Object.values(judge([]).verdict.axes)) expect(state).toBe('unclear')
})
