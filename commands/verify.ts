import {
  callsOf,
  defineCommand,
  fieldText,
  type Answers,
  type Caller,
} from '../src/chat/command.ts'
import { AppError } from '../src/core/app-error.ts'
import type { Field, Form } from '../src/core/card.ts'
import { controlField } from '../src/core/control-field.ts'
import { memberField } from '../src/core/member-field.ts'
import { windowFields } from '../src/core/window-form.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import { answerWithLink } from '../src/usecases/answer-with-link.ts'
import { openCase } from '../src/usecases/open-case.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { readInvitation, type Invitation } from '../src/usecases/read-invitation.ts'
import { isShownTwice, readWindow, windowAnswers } from '../src/usecases/read-window.ts'

const texts = managers.commands.verify

function meetingHint(ports: Ports, caller: Caller): string {
  const { form } = managers.call
  switch (callsOf(ports, caller)) {
    case 'noted':
      return form.meetingHint
    case 'unheard':
      return form.meetingHintUnheard
    case 'off':
    case null:
      return texts.meetingHint
  }
}

/** The call that the answers mean. Fails: `bad-input` where it is none that can be noted. */
async function findCall(ports: Ports, caller: Caller, answers: Answers) {
  const [person = ''] = fieldText(answers, 'member').split(',')
  if (person === '' || caller.calls === null || callsOf(ports, caller) !== 'noted') return undefined
  const found = await caller.calls.find(fieldText(answers, 'meetingUrl'), person)
  if ('call' in found) return found.call
  const fields = Object.entries(found.faults).map(([field, message]) => ({ field, message }))
  throw new AppError('bad-input', fields.map(({ message }) => message).join('; '), { fields })
}

/** The form that opens a case, filled with what is known. */
function caseForm(
  ports: Ports,
  known: Invitation,
  caller: Caller,
  twice: boolean,
  answers: Answers = {},
): Form {
  const value = (name: string, given: string | undefined) => {
    const text = fieldText(answers, name) || given
    return text === undefined ? {} : { value: text }
  }
  const on = (name: string) => ({ value: answers[name] === true })
  return {
    command: 'verify',
    args: {},
    title: texts.title,
    ...(known.rest === '' ? {} : { intro: fill(texts.rest, { rest: known.rest }) }),
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: texts.name,
        required: true,
        ...value('name', known.name),
      },
      {
        kind: 'email',
        name: 'email',
        label: texts.email,
        required: true,
        ...value('email', known.email),
      },
      {
        kind: 'place',
        name: 'place',
        label: texts.place,
        hint: texts.placeHint,
        required: true,
        ...value('place', known.place),
      },
      ...windowFields({
        wall: fieldText(answers, 'start') || known.wall,
        zone: fieldText(answers, 'zone') || caller.zone,
        lengthMin: Number(fieldText(answers, 'lengthMin')) || known.lengthMin,
        twice,
      }),
      {
        kind: 'url',
        name: 'meetingUrl',
        label: texts.meeting,
        hint: meetingHint(ports, caller),
        ...value('meetingUrl', known.meetingUrl),
      },
      ...(callsOf(ports, caller) === 'noted' ? [memberField(fieldText(answers, 'member'))] : []),
      {
        kind: 'suggest',
        source: 'opening',
        name: 'opening',
        label: texts.opening,
        hint: texts.openingHint,
        ...value('opening', undefined),
      },
      {
        kind: 'phone',
        name: 'phone',
        label: texts.phone,
        ...value('phone', known.phone),
      },
      ...controlField(ports.settings.controlCheck ? answers['controlCheck'] === true : null),
      { kind: 'switch', name: 'travel', label: texts.travel, ...on('travel') },
      { kind: 'switch', name: 'vpn', label: texts.vpn, ...on('vpn') },
      ...(ports.mailer === null
        ? []
        : [
            {
              kind: 'switch',
              name: 'sendInvitation',
              label: texts.send,
              hint: texts.sendHint,
              ...on('sendInvitation'),
            } satisfies Field,
          ]),
      ...(caller.channelOf === null
        ? []
        : [
            {
              kind: 'channels',
              name: 'channel',
              label: texts.channel,
              hint: texts.channelHint,
              most: 1,
              ...value('channel', undefined),
            } satisfies Field,
          ]),
    ],
    submit: managers.commands.fields.makeLink,
  }
}

/** Opens the case, or says beside each field what does not fit. */
async function open(ports: Ports, caller: Caller, answers: Answers, submissionId: string) {
  const text = (name: string) => fieldText(answers, name)
  const reading = readWindow(ports.lookups.when, windowAnswers(text))
  if ('faults' in reading) {
    const form = caseForm(ports, { rest: '' }, caller, reading.twice, answers)
    return { kind: 'faults', faults: reading.faults, form } as const
  }
  const { window, zone } = reading
  const { actor } = caller
  const [picked = ''] = text('channel').split(',')
  const channel = picked === '' ? caller.channel : (caller.channelOf?.(picked) ?? caller.channel)
  const sendInvitation = answers['sendInvitation'] === true
  const context = { actor, platform: actor.platform, channel, submissionId }
  const opened = await openCase(ports, context, {
    candidate: { name: text('name'), email: text('email'), phone: text('phone') },
    claimedPlace: text('place'),
    window,
    zone,
    meetingUrl: text('meetingUrl'),
    opening: text('opening'),
    controlCheck: answers['controlCheck'] === true,
    declared: { travel: answers['travel'] === true, vpn: answers['vpn'] === true },
    call: await findCall(ports, caller, answers),
    sendInvitation,
  })
  const card = await answerWithLink(ports, opened.roundId, opened.link, sendInvitation)
  return { kind: 'card', card } as const
}

export default defineCommand({
  name: 'verify',
  summary: texts.summary,
  parameters: [
    {
      name: 'text',
      summary: texts.text,
      required: false,
      offers: null,
      shown: texts.shown,
    },
  ],
  right: 'verify',
  async type(ports, caller, text) {
    const known = await readInvitation(ports.lookups, text, caller.zone, ports.clock.now())
    return { kind: 'form', form: caseForm(ports, known, caller, false) }
  },
  press: async (ports, caller) => ({
    kind: 'form',
    form: caseForm(ports, { rest: '' }, caller, false),
  }),
  async form(ports, caller, _args, answers) {
    const stated = windowAnswers((name) => fieldText(answers, name))
    const twice = isShownTwice(ports.lookups.when, stated)
    return caseForm(ports, { rest: '' }, caller, twice, answers)
  },
  async submit(ports, caller, answers, _args, submissionId) {
    try {
      return await open(ports, caller, answers, submissionId)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'bad-input') throw error
      const faults = error.fields.map(({ field, message }) => [field, message] as const)
      return { kind: 'faults', faults: Object.fromEntries(faults) }
    }
  },
})
