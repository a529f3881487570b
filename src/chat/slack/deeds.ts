/** From what somebody did in Slack to what they see: rights, command, answer. */
import type { Card } from '../../core/card.ts'
import { textCard } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import type { Ports } from '../../usecases/ports.ts'
import type { Command, Reply } from '../command.ts'
import { dispatch } from '../dispatch.ts'
import type { Log } from '../log.ts'
import { within } from '../within.ts'
import { toAddress, type Tenant } from './address.ts'
import { toView, type FormContext } from './modal.ts'
import {
  LOADING,
  openDirect,
  openView,
  sayingView,
  updateView,
  whisper,
} from './private-answers.ts'
import type { Acquaintance, Rights, Visitor } from './rights.ts'
import { neededRight, TYPE_AGAIN, type Asked } from './typed.ts'

const texts = managers.chat
const { modal } = texts.slack

/** Somebody who does something, and how a modal can be opened for them. */
export interface Visit extends Visitor {
  tenant: Tenant
  /** Opens one modal, within three seconds. */
  trigger: string
}

/** What came of a deed, and what is needed to show it. */
export interface Done {
  reply: Reply
  zone: string
}

/** Does what people ask. */
export interface Deeds {
  /** Fails: never; what goes wrong is answered by a card. */
  perform(visitor: Visitor & { tenant: Tenant }, asked: Asked): Promise<Done>
  /** Performs and shows. Opens a modal that says "one moment" when the form takes long. */
  performAndShow(visit: Visit, asked: Asked): Promise<void>
  /** What a form is drawn with. */
  formContext(visitor: Visitor & { tenant: Tenant }, zone: string): Promise<FormContext>
}

/** How the time of a trigger is spent: a form that is not ready by then follows into a modal opened before. */
export const LOADING_AFTER_MS = 700

/** What deeds need. */
export interface DeedsOptions {
  ports: Ports
  commands: readonly Command[]
  rights: Rights
  log: Log
  loadingAfterMs: number
}

/** Makes them. */
export function createDeeds(options: DeedsOptions): Deeds {
  const { ports, commands, rights, log } = options

  const perform: Deeds['perform'] = async (visitor, { deed, only }) => {
    const { workspace, user, tenant, channel } = visitor
    const meant = only === undefined ? commands : commands.filter(({ name }) => name === only)
    let known: Acquaintance
    try {
      known = await rights.meet(visitor, neededRight(meant, deed))
    } catch (error) {
      log('warn', { err: error }, 'Slack does not say who somebody is')
      return { reply: { kind: 'card', card: NOBODY_KNOWN }, zone: ports.settings.defaultZone }
    }
    const caller = {
      ...known,
      workspace: workspace.id,
      emptyListsMean: texts.slack.emptyListsMean,
      // Outside any channel a card goes to the person: Slack takes their id for the direct message.
      channel: toAddress({ ...tenant, channel: channel ?? user }),
      channelOf: (id: string) => toAddress({ ...tenant, channel: id }),
      calls: null,
    }
    try {
      return { reply: await dispatch(ports, meant, caller, deed), zone: known.zone }
    } catch (error) {
      const number = ports.random.id('fault')
      log('error', { err: error, number }, 'a command failed')
      return { reply: { kind: 'card', card: wentWrong(number) }, zone: known.zone }
    }
  }

  const formContext: Deeds['formContext'] = async (visitor, zone) => {
    const { workspace, user, tenant, channel } = visitor
    const there = channel ?? (await openDirect(workspace.client, user))
    return {
      channel: toAddress({ ...tenant, channel: there }),
      zone,
      submissionId: ports.random.id('submission'),
      toInstant(wall, inZone) {
        const instant = ports.lookups.when.toInstant(wall, inZone)
        if ('atMs' in instant) return instant.atMs
        if ('gap' in instant) return instant.suggestMs
        return 'overlap' in instant ? instant.overlap[0] : undefined
      },
    }
  }

  async function performAndShow(visit: Visit, asked: Asked): Promise<void> {
    const { client } = visit.workspace
    const work = perform(visit, asked)
    const early = await within(options.loadingAfterMs, work)
    const waiting = early === undefined ? await openView(client, visit.trigger, LOADING) : null
    const { reply, zone } = early ?? (await work)
    const say = (text: string) =>
      waiting === null ? undefined : updateView(client, waiting, sayingView(modal.done, text))
    if (reply.kind === 'card') {
      await whisper(visit, reply.card, log)
      await say(modal.inChannel)
    } else if (reply.kind === 'form') {
      const view = toView(reply.form, await formContext(visit, zone))
      if (waiting !== null) await updateView(client, waiting, view)
      else if (early === undefined || (await openView(client, visit.trigger, view)) === null) {
        await whisper(visit, tooLate(asked), log)
      }
    } else if (reply.kind === 'faults') {
      const faults = Object.entries(reply.faults).map(([field, fault]) =>
        fill(managers.commands.faults.named, { field, fault }),
      )
      await whisper(visit, textCard(texts.refused.title, faults, 'attention'), log)
    } else {
      await say(texts.done)
    }
  }

  return { perform, performAndShow, formContext }
}

const NOBODY_KNOWN = textCard(
  fill(texts.unknownPerson.title, { platform: 'Slack' }),
  [texts.unknownPerson.next],
  'attention',
)

function wentWrong(number: string): Card {
  const { title, number: line } = texts.wentWrong
  return textCard(title, [fill(line, { number })], 'attention')
}

/** The form was ready too late for Slack: another click gives another three seconds. */
function tooLate({ deed, only }: Asked): Card {
  const { title, pressAgain, stillKnown, button: label } = texts.slack.tooLate
  if (deed.kind !== 'type') return textCard(title, [pressAgain])
  const button = { label, style: 'primary', command: TYPE_AGAIN } as const
  const card = textCard(title, [stillKnown])
  return {
    ...card,
    buttons: [{ ...button, args: { text: deed.text, ...(only === undefined ? {} : { only }) } }],
  }
}
