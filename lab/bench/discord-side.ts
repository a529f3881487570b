/**
 * One side of the Discord bench, as a process of its own: `discord | ours | empty [apiUrl]`. Prints a line when it is
 * ready; the Discord among them then runs a turn for each line that it reads, and prints the times.
 */
import { createInterface } from 'node:readline'
import { Client, GatewayIntentBits } from 'discord.js'
import { commands } from '../../commands/index.ts'
import { createDiscord } from '../../src/chat/discord.ts'
import { APPLICATION, startFakeDiscord, TOKEN } from '../../test/chat/discord/_fake-discord.ts'
import { IDS } from '../../test/chat/discord/_product.ts'
import { openProduct } from '../../test/usecases/_product.ts'

const [side, apiUrl = ''] = process.argv.slice(2)

const TEXT = 'Jane Doe jane@example.com, Austin TX, tomorrow 3pm 45m'

const print = (value: unknown) => console.log(JSON.stringify(value))

/** A server of one person and one channel. Each line read starts a turn: "perSecond count". */
async function startTheirs(): Promise<void> {
  const fake = await startFakeDiscord({ now: () => Date.now() })
  fake.guilds.set(IDS.guild, {
    owner: IDS.owner,
    roles: new Map(),
    members: new Map([[IDS.owner, { name: 'Alex', roles: [], pending: false }]]),
    voices: new Map(),
  })
  const bot = { view: true, send: true, attach: true, read: true }
  fake.channels.set(IDS.channel, { guild: IDS.guild, type: 0, parent: null, recipient: null, bot })
  print({ apiUrl: fake.apiUrl })
  const where = { guild: IDS.guild, channel: IDS.channel }
  const options = [{ type: 3, name: 'text', value: TEXT }]
  const data = { id: '1', name: 'verify', type: 1, options: [{ type: 1, name: 'new', options }] }
  for await (const line of createInterface(process.stdin)) {
    const [perSecond = 1, count = 0] = line.split(' ').map(Number)
    const sent: Promise<number>[] = []
    for (let i = 0; i < count; i++) {
      const { payload, answered } = fake.begin(IDS.owner, where, 2, data, null)
      const before = performance.now()
      fake.gateway.send('INTERACTION_CREATE', { ...payload, ...WHOLE })
      sent.push(answered.then(() => performance.now() - before))
      await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
    }
    const times = await Promise.all(sent)
    print({ times })
  }
}

/** What discord.js reads of an interaction besides what we do. */
const WHOLE = {
  entitlements: [],
  authorizing_integration_owners: {},
  context: 0,
  locale: 'en-US',
  guild_locale: 'en-US',
  app_permissions: '0',
  attachment_size_limit: 10_485_760,
}

/** The product: its own discord.js, real use cases, a real database. */
async function startProduct(): Promise<void> {
  const product = await openProduct()
  product.ports.clock.now = () => Date.now()
  const discord = await createDiscord({
    ports: product.ports,
    commands,
    config: {
      discordToken: TOKEN,
      discordApplicationId: APPLICATION,
      discordPublicKey: null,
      discordGuilds: [IDS.guild],
      discordTransport: 'gateway',
      discordCallTimes: false,
    },
    log: () => {},
    discordApiUrl: apiUrl,
  })
  discord.start()
  while (discord.state() !== 'connected') await new Promise((resolve) => setTimeout(resolve, 20))
  print({})
}

/** discord.js alone: it acknowledges and does nothing. */
async function startEmpty(): Promise<void> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl, version: '10' },
  })
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply({ content: 'ok', allowedMentions: { parse: [] } })
  })
  await client.login(TOKEN)
  print({})
}

const sides: Record<string, () => Promise<void>> = {
  discord: startTheirs,
  ours: startProduct,
  empty: startEmpty,
}
const start = sides[side ?? '']
if (start === undefined) throw new Error(`expected discord, ours or empty, got “${String(side)}”`)
await start()
