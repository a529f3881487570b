/** The manifests of the app say what the code does: nothing more is asked of a workspace, nothing less. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  BOT_SCOPES,
  COMMAND,
  OPTIONAL_SCOPES,
  PATHS,
  SHORTCUT,
} from '../../src/chat/slack/scopes.ts'
import { toBlocks } from '../../src/chat/slack/blocks.ts'
import { textCard } from '../../src/core/card.ts'

type Yaml = string | boolean | Yaml[] | { [key: string]: Yaml }

/** The part of YAML that the manifests use: mappings, lists, plain and quoted words. */
function readYaml(text: string): Yaml {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .map((line) => ({ depth: line.search(/\S/), text: line.trim() }))
  let at = 0
  const scalar = (word: string): Yaml => {
    if (word === 'true' || word === 'false') return word === 'true'
    return word.replace(/^(['"])(.*)\1$/, '$2')
  }
  function block(depth: number): Yaml {
    const list: Yaml[] = []
    const map: Record<string, Yaml> = {}
    for (;;) {
      const line = lines[at]
      if (line === undefined || line.depth < depth) break
      if (line.text.startsWith('- ')) {
        const rest = line.text.slice(2)
        if (/^[\w.]+: /.test(rest)) {
          lines[at] = { depth: line.depth + 2, text: rest }
          list.push(block(line.depth + 2))
        } else {
          list.push(scalar(rest))
          at += 1
        }
        continue
      }
      const [, key = '', value = ''] = /^([\w.]+):\s*(.*)$/.exec(line.text) ?? []
      at += 1
      map[key] = value === '' ? block((lines[at]?.depth ?? 0) || depth + 1) : scalar(value)
    }
    return list.length > 0 ? list : map
  }
  return block(0)
}

interface Manifest {
  display_information: { name: string; description: string }
  features: {
    app_home: Record<string, boolean>
    shortcuts: { name: string; type: string; callback_id: string }[]
    slash_commands: { command: string; url?: string; should_escape: boolean; usage_hint: string }[]
  }
  oauth_config: { redirect_urls?: string[]; scopes: { bot: string[]; bot_optional: string[] } }
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] }
    interactivity: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string }
    socket_mode_enabled: boolean
  }
}

const read = (name: string) =>
  readYaml(readFileSync(`docs/${name}.yaml`, 'utf8')) as unknown as Manifest
const manifests = { socket: read('slack-manifest'), http: read('slack-manifest-http') }

/** What the code calls, listens to and serves. */
const sources = [
  'src/chat/slack.ts',
  ...readdirSync('src/chat/slack').map((name) => `src/chat/slack/${name}`),
].map((path) => readFileSync(path, 'utf8'))
const code = sources.join('\n')
const called = new Set(
  [
    ...code.matchAll(
      /\bclient\s*\.((?:chat|views|users|usergroups|conversations|auth|oauth)(?:\.\w+)+)\(/g,
    ),
  ].map(([, method]) => method),
)

/** Scopes by method. Source: docs.slack.dev, reference of each method, read 2026-11-22. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
}

test('every method that is called is known, and no other is listed', () => {
  expect([...called].sort()).toEqual(Object.keys(scopesOf).sort())
})

test('the scopes are those that the methods need, and `commands`', () => {
  const needed = new Set(['commands', ...Object.values(scopesOf).flat()])
  expect([...BOT_SCOPES, ...OPTIONAL_SCOPES].sort()).toEqual([...needed].sort())
})

describe.each(Object.entries(manifests))('the manifest for %s', (name, manifest) => {
  test('asks for the scopes of the code, and says which may be left out', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes
    expect(bot).toEqual([...BOT_SCOPES, ...OPTIONAL_SCOPES])
    expect(bot_optional).toEqual(OPTIONAL_SCOPES)
  })

  test('has our command and our shortcut', () => {
    expect(manifest.features.slash_commands).toMatchObject([
      { command: COMMAND, should_escape: true },
    ])
    expect(manifest.features.shortcuts).toMatchObject([
      { type: 'message', callback_id: SHORTCUT, name: 'Verify this candidate' },
    ])
  })

  test('subscribes to the events that are listened to', () => {
    const heard = [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, event]) => event)
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(heard.sort())
  })

  test('shows the Home tab, and direct messages of the bot', () => {
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
    })
  })

  test('keeps Slack’s limits', () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35)
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140)
    for (const { command } of manifest.features.slash_commands) {
      expect(command.length).toBeLessThanOrEqual(32)
    }
  })

  test('names the addresses that are served, or none', () => {
    const { event_subscriptions, interactivity, socket_mode_enabled } = manifest.settings
    const urls = [
      manifest.features.slash_commands[0]?.url,
      event_subscriptions.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ]
    expect(interactivity.is_enabled).toBe(true)
    expect(socket_mode_enabled).toBe(name === 'socket')
    const events = name === 'socket' ? undefined : `https://verify.example.com${PATHS.events}`
    expect(urls).toEqual([events, events, events, events])
    const redirects =
      name === 'socket' ? undefined : [`https://verify.example.com${PATHS.redirect}`]
    expect(manifest.oauth_config.redirect_urls).toEqual(redirects)
  })
})

test('buttons carry ids that the code listens to', () => {
  const card = {
    ...textCard('x'),
    buttons: [{ label: 'y', style: 'normal', command: 'help', args: {} }],
  } as const
  expect(JSON.stringify(toBlocks(card))).toContain('"action_id":"command:help:0"')
  expect(code).toContain('app.action(/./')
})
