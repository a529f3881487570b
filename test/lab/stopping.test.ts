/** What the product takes people's time to stop to be follows from those to fit on; others are like them. */
import { expect, test } from 'vitest'
import { fitStopping, readStoppers } from '../../lab/control/stopping.ts'
import { PEOPLE } from '../../src/core/rhythm/stop-ratio.ts'

test('the figures in the product are those of the half to fit on, rounded', () => {
  const fitted = fitStopping(readStoppers('fit'))
  expect(fitted.n).toBe(PEOPLE.n)
  expect(Math.round(fitted.reactionMs)).toBe(PEOPLE.reactionMs)
  expect(Math.round(fitted.reactionSpreadMs)).toBe(PEOPLE.reactionSpreadMs)
  expect(Math.round(fitted.stopMs)).toBe(PEOPLE.stopMs)
  expect(Math.round(fitted.stopPerReaction * 100) / 100).toBe(PEOPLE.stopPerReaction)
  expect(Math.round(fitted.stopSpreadMs)).toBe(PEOPLE.stopSpreadMs)
})

test('the people to report on are others, and stop alike', () => {
  const [fit, report] = [readStoppers('fit'), readStoppers('report')]
  const known = new Set(fit.map((one) => JSON.stringify(one)))
  expect(report.filter((one) => known.has(JSON.stringify(one)))).toEqual([])
  expect(report).toHaveLength(25)
  expect(Math.abs(fitStopping(report).stopMs - PEOPLE.stopMs)).toBeLessThan(25)
})
