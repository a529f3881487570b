/** What every store must do with settings. */
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../src/usecases/records.ts'

/** Runs the settings' part of the suite. */
export function settingsContract(run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): void {
  describe('settings', () => {
    test('are kept, replaced and removed by key', async () => {
      const get = (key: string) => run((tx) => tx.settings.get(key))
      await run((tx) => tx.settings.set('access:slack:T1', 'one'))
      await run((tx) => tx.settings.set('access:slack:T2', 'two'))
      await run((tx) => tx.settings.set('access:slack:T1', 'three'))
      expect(await get('access:slack:T1')).toBe('three')
      await run((tx) => tx.settings.remove('access:slack:T1'))
      expect(await get('access:slack:T1')).toBeUndefined()
      expect(await get('access:slack:T2')).toBe('two')
      await run((tx) => tx.settings.remove('access:slack:T1'))
    })
  })
}
