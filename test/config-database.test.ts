import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const SECRET_KEY = 'x'.repeat(32)

test.each([
  ['sqlite:data/x.db', { path: 'data/x.db' }],
  ['sqlite::memory:', { path: ':memory:' }],
  ['postgres://ann:pw@db.example:5432/jobs', { url: 'postgres://ann:pw@db.example:5432/jobs' }],
  ['postgresql://db/jobs?sslmode=verify-full', { url: 'postgresql://db/jobs?sslmode=verify-full' }],
  ['postgres:///jobs?host=%2Frun%2Fpg', { url: 'postgres:///jobs?host=%2Frun%2Fpg' }],
])('%s', (DATABASE_URL, database) => {
  expect(readConfig({ DATABASE_URL, SECRET_KEY }).database).toEqual(database)
})

test.each([
  ['postgres://ann:hunter2@db.example', /names no database; expected postgres:\/\/user/],
  ['postgres:///jobs', /names no host/],
  ['postgres://ann:hunter2@db:port/jobs', /is not an address/],
  ['mysql://ann:hunter2@db/jobs', /begins with mysql:/],
  ['sqlite:', /must be sqlite: and a path/],
])('%s is refused, and not repeated', (DATABASE_URL, fault) => {
  const reading = () => readConfig({ DATABASE_URL, SECRET_KEY })
  expect(reading).toThrow(ConfigError)
  expect(reading).toThrow(fault)
  expect(reading).not.toThrow(/hunter2/)
})

test('PostgreSQL needs SECRET_KEY, because every process needs the same', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://db/jobs' })).toThrow(
    /SECRET_KEY must be set where DATABASE_URL is PostgreSQL/,
  )
})
