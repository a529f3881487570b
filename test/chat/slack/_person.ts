/** People in front of Slack: what they type, press and fill in, as Slack tells us of it. */
import { expect, vi } from 'vitest'
import type { FakeSlack, Json, Message, View } from './_fake-slack.ts'

/** How a payload reaches the product. */
export interface Wire {
  /** Out: what the product acknowledged with; undefined for nothing. Fails: when it did not acknowledge. */
  send(type: 'slash_commands' | 'interactive' | 'events_api', payload: Json): Promise<unknown>
}

interface Block extends Json {
  type: string
  block_id?: string
  element?: Json & { type: string; action_id: string }
  elements?: (Json & { type: string; action_id: string; text: { text: string } })[]
}

/** Waits for what happens after the acknowledgement. */
export function until<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 9_000, interval: 5 })
}

/** All words of blocks. */
export function wordsOf(shown: unknown): string {
  if (Array.isArray(shown)) return shown.map(wordsOf).filter(Boolean).join('\n')
  if (typeof shown !== 'object' || shown === null) return ''
  return Object.entries(shown)
    .map(([name, value]) =>
      typeof value === 'string'
        ? name === 'text' || name === 'title'
          ? value
          : ''
        : wordsOf(value),
    )
    .filter(Boolean)
    .join('\n')
}

/** The buttons of blocks, by what they are called. */
export function buttonsOf(blocks: readonly Json[]): string[] {
  return (blocks as Block[])
    .flatMap(({ elements = [] }) => elements)
    .filter(({ type }) => type === 'button')
    .map(({ text }) => text.text)
}

/** Somebody in a channel. */
export function createPerson(
  slack: FakeSlack,
  wire: Wire,
  user: string,
  channel: string | null = 'C1',
  where: { team?: string; enterprise?: string } = {},
) {
  const team = where.team ?? 'T1'
  const enterprise = where.enterprise ? { id: where.enterprise, name: 'Acme' } : null
  const about = {
    token: 'unused',
    api_app_id: 'A1',
    team: { id: team, domain: 'acme' },
    user: { id: user, username: user, name: user, team_id: team },
    enterprise,
    is_enterprise_install: false,
  }
  const own = () => slack.messages.filter((m) => m.only === user || m.channel === `D${user}`)
  const views = () => [...slack.views.values()].filter((view) => view.user === user)
  /** Applies what the product answered to a submission, as Slack's client does. */
  const apply = (view: View, answer: unknown) => {
    const { response_action: action, view: next } = (answer ?? {}) as {
      response_action?: string
      view?: Json
    }
    if (action === 'errors') return
    if (action === 'update' && next) slack.changeView(view, next)
    else slack.views.delete(view.id)
  }
  const person = {
    user,
    /** What only this person was shown, newest last. */
    own,
    views,
    /** The form that is open; waits for it. */
    form: (title?: string) =>
      until(() => {
        const open = views().find(({ view }) => view['callback_id'] === 'form')
        expect(open).toBeDefined()
        if (title)
          expect(
            wordsOf(open?.view['title'] ? [{ title: (open.view['title'] as Json)['text'] }] : []),
          ).toBe(title)
        return open as View
      }),
    /** The newest thing shown to this person alone that has these words; waits for it. */
    answer: (words: string | RegExp) =>
      until(() => {
        const found = own().findLast(({ blocks }) => wordsOf(blocks).match(words))
        expect(
          found,
          `${own()
            .map(({ blocks }) => wordsOf(blocks))
            .join('\n---\n')}`,
        ).toBeDefined()
        return found as Message
      }),
    type: (text: string, part: Json = {}) =>
      wire.send('slash_commands', {
        token: 'unused',
        team_id: team,
        team_domain: 'acme',
        ...(where.enterprise ? { enterprise_id: where.enterprise } : {}),
        channel_id: channel,
        channel_name: 'hiring',
        user_id: user,
        user_name: user,
        command: '/verify',
        text,
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        response_url: 'http://127.0.0.1:9/none',
        trigger_id: slack.makeTrigger(user),
        ...part,
      }),
    pressPayload: (blocks: readonly Json[], label: string, message: Message | null): Json => {
      const found = (blocks as Block[])
        .flatMap(({ elements = [], block_id }) =>
          elements.map((element) => ({ ...element, block_id })),
        )
        .find(({ type, text }) => type === 'button' && text.text === label)
      if (!found) throw new Error(`no button “${label}” among ${buttonsOf(blocks).join(', ')}`)
      return {
        type: 'block_actions',
        ...about,
        trigger_id: slack.makeTrigger(user),
        container: message
          ? {
              type: 'message',
              message_ts: message.ts,
              channel_id: message.channel,
              is_ephemeral: message.only !== null,
            }
          : { type: 'view', view_id: 'VHOME' },
        ...(message
          ? { channel: { id: message.channel, name: 'hiring' }, message: { ...message } }
          : {}),
        actions: [{ ...found, action_ts: slack.stamp() }],
      }
    },
    press: (message: Message, label: string) =>
      wire.send('interactive', person.pressPayload(message.blocks, label, message)),
    pressHome: (label: string) =>
      wire.send(
        'interactive',
        person.pressPayload((slack.homes.get(user)?.['blocks'] ?? []) as Json[], label, null),
      ),
    submitPayload: (
      view: View,
      answers: Readonly<Record<string, string | boolean | number>>,
    ): Json => {
      const values: Record<string, Json> = {}
      for (const { type, block_id, element } of view.view['blocks'] as Block[]) {
        if (type !== 'input' || block_id === undefined || !element) continue
        values[block_id] = { [element.action_id]: fillIn(element, answers[block_id]) }
      }
      return {
        type: 'view_submission',
        ...about,
        trigger_id: slack.makeTrigger(user),
        view: {
          ...view.view,
          id: view.id,
          hash: view.hash,
          team_id: team,
          state: { values },
          app_installed_team_id: team,
        },
        response_urls: [],
      }
    },
    async submit(view: View, answers: Readonly<Record<string, string | boolean | number>> = {}) {
      const answer = await wire.send('interactive', person.submitPayload(view, answers))
      apply(view, answer)
      // Socket Mode writes an empty acknowledgement as an empty object.
      if (Object.keys(answer ?? {}).length === 0) return undefined
      return answer as { response_action?: string; errors?: Record<string, string> } | undefined
    },
    async suggest(view: View, field: string, value: string): Promise<string[]> {
      const block = (view.view['blocks'] as Block[]).find(({ block_id }) => block_id === field)
      const given = await wire.send('interactive', {
        type: 'block_suggestion',
        ...about,
        action_id: block?.element?.action_id,
        block_id: field,
        value,
        container: { type: 'view', view_id: view.id },
        view: view.view,
      })
      const { options } = given as { options: { text: { text: string }; value: string }[] }
      return options.map((option) => option.value)
    },
    shortcut: (text: string, callback = 'verify_message') =>
      wire.send('interactive', {
        type: 'message_action',
        ...about,
        callback_id: callback,
        trigger_id: slack.makeTrigger(user),
        message_ts: '1.1',
        channel: { id: channel, name: 'hiring' },
        message: { type: 'message', user: 'U9', ts: '1.1', text },
        response_url: 'http://127.0.0.1:9/none',
      }),
    event: (event: Json, part: Json = {}) =>
      wire.send('events_api', {
        token: 'unused',
        team_id: team,
        enterprise_id: where.enterprise ?? null,
        api_app_id: 'A1',
        type: 'event_callback',
        event_id: `Ev${slack.stamp()}`,
        event_time: 1,
        authorizations: [
          {
            team_id: team,
            enterprise_id: where.enterprise ?? null,
            user_id: 'UBOT',
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        event,
        ...part,
      }),
    openHome: () =>
      person.event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' }),
  }
  return person
}

/** What an element sends: what was filled in, else what stood in it before. */
function fillIn(
  element: Json & { type: string },
  given: string | boolean | number | undefined,
): Json {
  const { type } = element
  switch (type) {
    case 'checkboxes': {
      const options = element['options'] as unknown[]
      const initial = (element['initial_options'] ?? []) as unknown[]
      return {
        type,
        selected_options: given === undefined ? initial : given === true ? options : [],
      }
    }
    case 'static_select':
    case 'external_select': {
      const chosen =
        given === undefined
          ? null
          : { text: { type: 'plain_text', text: String(given) }, value: String(given) }
      return { type, selected_option: chosen ?? element['initial_option'] ?? null }
    }
    case 'datetimepicker':
      return { type, selected_date_time: given ?? element['initial_date_time'] ?? null }
    case 'multi_users_select':
      return {
        type,
        selected_users:
          given === undefined
            ? (element['initial_users'] ?? [])
            : String(given).split(',').filter(Boolean),
      }
    case 'multi_conversations_select':
      return {
        type,
        selected_conversations:
          given === undefined
            ? (element['initial_conversations'] ?? [])
            : String(given).split(',').filter(Boolean),
      }
    default:
      return { type, value: given === undefined ? (element['initial_value'] ?? null) : given }
  }
}
