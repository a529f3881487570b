/** Telling Discord what can be typed: only where it knows something else. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { registerDiscord, type DiscordConfig } from '../../src/chat/discord.ts'
import {
  APPLICATION,
  startFakeDiscord,
  TOKEN,
  type FakeDiscord,
} from '../chat/discord/_fake-discord.ts'
import { IDS } from '../chat/discord/_product.ts'

let fake: FakeDiscord
beforeEach(async () => {
  fake = await startFakeDiscord({ now: () => Date.now() })
  fake.guilds.set(IDS.guild, {
    owner: IDS.owner,
    roles: new Map(),
    members: new Map(),
    voices: new Map(),
  })
})
afterEach(() => fake.close())

const config = (part: Partial<DiscordConfig> = {}): DiscordConfig => ({
  discordToken: TOKEN,
  discordApplicationId: APPLICATION,
  discordPublicKey: null,
  discordGuilds: null,
  discordTransport: 'gateway',
  discordCallTimes: true,
  ...part,
})
const register = (part: Partial<DiscordConfig> = {}, all = commands) =>
  registerDiscord(config(part), all, { discordApiUrl: fake.apiUrl, timeoutMs: 3_000 })
const puts = () => fake.calls.filter(({ method }) => method === 'PUT')
const unchanged = { added: [], changed: [], removed: [] }

test('everywhere, once: a second time there is nothing to do', async () => {
  const both = ['verify', 'Verify this candidate']
  expect(await register()).toEqual([{ ...unchanged, guild: null, added: both }])
  expect(await register()).toEqual([{ ...unchanged, guild: null }])
  expect(puts()).toHaveLength(1)
})

test('a command more or less is a change of the one that holds them', async () => {
  await register()
  const [registered] = await register({}, commands.slice(1))
  expect(registered).toEqual({ ...unchanged, guild: null, changed: ['verify'] })
  expect(puts()).toHaveLength(2)
  expect(fake.commands.get('')?.[0]?.['options']).toHaveLength(commands.length - 1)
})

test('what is not ours goes', async () => {
  await register()
  fake.commands.get('')?.push({ id: '9', type: 1, name: 'old', description: 'x' })
  expect(await register()).toEqual([{ ...unchanged, guild: null, removed: ['old'] }])
  expect(fake.commands.get('')).toHaveLength(2)
})

test('with listed servers they stand there alone, so that none is offered twice', async () => {
  await register()
  const both = ['verify', 'Verify this candidate']
  expect(await register({ discordGuilds: [IDS.guild] })).toEqual([
    { ...unchanged, guild: null, removed: both },
    { ...unchanged, guild: IDS.guild, added: both },
  ])
  expect(fake.commands.get('')).toEqual([])
  expect(fake.commands.get(IDS.guild)).toHaveLength(2)
})

test('a server that the app is not in is told', async () => {
  await expect(register({ discordGuilds: [IDS.otherGuild] })).rejects.toThrow('Missing Access')
})
