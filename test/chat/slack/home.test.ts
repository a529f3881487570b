import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksInWords } from '../../../scripts/gen/blocks-in-words.ts'
import { roundSamples, sampleRound } from '../../../scripts/gen/card-samples.ts'
import { toHome, type Home } from '../../../src/chat/slack/home.ts'
import { checkView } from '../../../src/chat/slack/limits.ts'
import { anyText } from './_any.ts'
import { textsIn } from './_markup.ts'

const empty: Home = {
  person: 'Mara',
  open: [],
  upcoming: [],
  finished: [],
  isAdmin: false,
  settingsSummary: [{ name: 'May decide', value: 'everybody' }],
}
const read = (home: Home) => blocksInWords(toHome(home).blocks)

describe('the App Home', () => {
  it('says what to do when there is nothing yet', () => {
    expect(checkView(toHome(empty))).toEqual([])
    expect(read(empty)).toContain('[Verify a candidate, primary]')
    expect(read(empty)).toContain('(small) You have no open case.')
  })

  it('shows settings to admins alone', () => {
    expect(read(empty).join()).not.toContain('settings')
    expect(read({ ...empty, isAdmin: true }).join('\n')).toContain('May decide')
    expect(read({ ...empty, isAdmin: true })).toContain('[Change settings]')
  })

  it('shows each round with its case, and buttons for that case', () => {
    const round = sampleRound({ caseId: 'case_x', name: 'Ann *Bo*', simulated: true })
    const home = { ...empty, upcoming: [round] }
    const lines = read(home)
    expect(lines).toContain('Waiting for Ann *Bo*')
    expect(lines).toContainEqual(expect.stringMatching(/^\(small\) .*simulated · case_x$/))
    expect(lines).toContain('[Status] [Report]')
    expect(JSON.stringify(toHome(home))).toContain(
      JSON.stringify(JSON.stringify({ command: 'report', args: { case: 'case_x' } })),
    )
  })

  it('says how many more there are', () => {
    const open = Array.from({ length: 30 }, () => sampleRound())
    const all = { ...empty, open, upcoming: open, finished: open, isAdmin: true }
    expect(checkView(toHome(all))).toEqual([])
    expect(read(all)).toContain('(small) And 21 more: type “/verify list”.')
    const ids = JSON.stringify(toHome(all)).match(/"action_id":"[^"]+"/g) ?? []
    expect(new Set(ids).size).toBe(2 * 27 + 2)
    expect(ids).toHaveLength(2 * 27 + 2)
  })

  it('holds texts and settings of any length', () => {
    const name = 'Ann Bo '.repeat(1000)
    const open = Array.from({ length: 12 }, () => sampleRound({ name }))
    const settingsSummary = Array.from({ length: 100 }, () => ({ name, value: name }))
    const lists = { open, upcoming: open, finished: open }
    const home = { ...empty, ...lists, person: name, isAdmin: true, settingsSummary }
    expect(checkView(toHome(home))).toEqual([])
  })

  it('draws every state', () => {
    expect(roundSamples.length).toBeGreaterThan(15)
    const rounds = ['waiting', 'opened', 'judged', 'closed', 'missed', 'cancelled'] as const
    const open = rounds.map((state) => sampleRound({ state, name: null }))
    expect(checkView(toHome({ ...empty, open }))).toEqual([])
  })

  it('is taken by Slack, and means nothing by what a person typed, for any texts', () => {
    const facts = fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 100 })
    fc.assert(
      fc.property(anyText, anyText, facts, (name, opening, settingsSummary) => {
        const open = Array.from({ length: 12 }, () => sampleRound({ name, opening }))
        const lists = { open, upcoming: open, finished: open }
        const home = { ...empty, ...lists, person: name, isAdmin: true, settingsSummary }
        const view = toHome(home)
        expect(checkView(view)).toEqual([])
        for (const { type, text } of textsIn(view)) {
          if (type === 'mrkdwn') expect(text).toMatch(/^\*[^*_~`<>:]+\*$/)
        }
      }),
      // Each run formats the times of 27 rounds.
      { numRuns: 30 },
    )
  })
})
