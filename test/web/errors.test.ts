import { expect, test } from 'vitest'
import { AppError, errorCodes } from '../../src/core/app-error.ts'
import { errorTable, toFailure } from '../../src/web/errors.ts'

test('every expected failure has a client status, and tells its own sentence', () => {
  for (const code of errorCodes) {
    expect(errorTable[code]).toBeGreaterThanOrEqual(400)
    expect(errorTable[code]).toBeLessThan(500)
    expect(toFailure(new AppError(code, 'Say this.'))).toMatchObject({ code, message: 'Say this.' })
  }
})

test('anything unexpected is a 500 that says nothing of its cause', () => {
  const failure = toFailure(new Error('SQLITE_CORRUPT at /secret/path'))
  expect(failure.status).toBe(500)
  expect(JSON.stringify(failure)).not.toContain('SQLITE')
})
