import { expect, test } from 'vitest'
import { summariseEchoes } from '../../src/echo/echo-summary.ts'

test('echoes: every figure is one that was measured', () => {
  expect(summariseEchoes([40, 30, 35, 90, 31])).toEqual({
    minMs: 30,
    medianMs: 35,
    p90Ms: 90,
    jitterMs: 10,
    count: 5,
  })
  expect(summariseEchoes([])).toBeUndefined()
})
