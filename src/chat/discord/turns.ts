/** One thing that somebody does, from the first answer to the last: a card, a form in parts, or nothing to see. */
import type { Form } from '../../core/card.ts'
import { fill } from '../../texts/fill.ts'
import { managers } from '../../texts/managers.ts'
import { fieldText, type Answers, type Reply } from '../command.ts'
import type { Deed } from '../dispatch.ts'
import type { Once } from '../once.ts'
import type { Ports } from '../../usecases/ports.ts'
import { oneLine } from '../text.ts'
import { within } from '../within.ts'
import { saying, type Answering, type Target } from './answering.ts'
import { toCustomId, type Carried } from './custom-id.ts'
import type { Deeds, Whereabouts } from './deeds.ts'
import { fromDraft, toDraft, type DraftContext } from './draft.ts'
import { readInputs } from './inputs.ts'
import type { Input, ReturnedMessage } from './interaction.ts'
import type { TellLate } from './late.ts'
import { toMessage } from './message.ts'
import { fitsIntro, toModal, zoneOf } from './modal.ts'
import { fillIn, toPages, valuesOf, type Asked } from './pages.ts'
import { illustrate, type Illustrated } from './picture.ts'
import { plain, toCode } from './text.ts'
import { echoOf, readLine } from './when-field.ts'

/** Somebody who does something, and how they are answered. */
export interface Turn {
  who: Whereabouts
  answering: Answering
  /** The server that ids of ours carry along, outside it; null within. */
  guild: string | null
  /** Whether it was done on a message: a button, or a form that one opened. */
  isOnMessage: boolean
}

/** What turns need. */
export interface TurnsOptions {
  ports: Ports
  deeds: Deeds
  once: Once
  tellLate: TellLate
  /** Of Discord's three seconds, what is left for the way there and back. */
  answerWithinMs: number
}

/** Takes them. */
export interface Turns {
  /** Something typed or pressed. In: answers to its form that were given beside it. */
  act(turn: Turn, deed: Deed, only?: string, given?: Answers): Promise<void>
  /** A button of a draft that opens a part of its form. */
  askPart(turn: Turn, carried: Carried, message: ReturnedMessage): Promise<void>
  /** A part was answered. In: the draft that it belongs to; null before there is one. */
  takePart(
    turn: Turn,
    carried: Carried,
    inputs: readonly Input[],
    message: ReturnedMessage | null,
  ): Promise<void>
  /** A form of one part was submitted. */
  takeForm(turn: Turn, carried: Carried, inputs: readonly Input[]): Promise<void>
  /** A draft is submitted as it stands. */
  send(turn: Turn, carried: Carried, message: ReturnedMessage): Promise<void>
}

const { done, discord: texts } = managers.chat

/** Characters of an id that tells submissions apart: 60 bits. */
const SUBMISSION_LENGTH = 10

/** Makes them. */
export function createTurns(options: TurnsOptions): Turns {
  const { ports, deeds, once, tellLate } = options
  const { when, place } = ports.lookups

  const addressee = ({ who }: Turn) => ({ user: who.visitor.user, channel: who.visitor.channel })
  const newSubmission = () => ports.random.token().slice(0, SUBMISSION_LENGTH)

  /** Waits for work; when it takes long, says that the answer follows. */
  async function inTime<T>(turn: Turn, target: Target, work: Promise<T>): Promise<T> {
    const early = await within(options.answerWithinMs, work)
    if (early !== undefined) return early
    await turn.answering.defer(target)
    return work
  }

  /** Shows it to the caller alone. In: draws it for a server, or for outside of one, where ids carry it along. */
  async function show(
    turn: Turn,
    draw: (guild: string | null) => Promise<Illustrated>,
    target: Target,
  ): Promise<void> {
    if (await turn.answering.show(await draw(turn.guild), target)) return
    await tellLate(addressee(turn), texts.late.answer, await draw(turn.who.visitor.guild))
  }

  async function showDraft(
    turn: Turn,
    form: Form,
    context: Omit<DraftContext, 'carried'> & { submission: string },
    target: Target,
  ): Promise<void> {
    const { submission, lines = [], ...rest } = context
    const draw = async (guild: string | null) => {
      const carried = { submission, guild }
      const message = toDraft(form, { ...rest, carried, lines: [...echoes(form), ...lines] })
      return { message, picture: null, files: [] }
    }
    await show(turn, draw, target)
  }

  /** What is understood of the times in a form. */
  function echoes(form: Form): string[] {
    const values = valuesOf(form)
    return form.fields.flatMap((field) => {
      if (field.kind !== 'datetime') return []
      const lengthMin = field.lengthField === undefined ? '' : fieldText(values, field.lengthField)
      const start = fieldText(values, field.name)
      const echo = echoOf(when, { start, zone: fieldText(values, field.zoneField), lengthMin })
      return echo === null ? [] : [echo]
    })
  }

  /** Shows what came of a deed. */
  async function answer(turn: Turn, reply: Reply, target: Target): Promise<void> {
    switch (reply.kind) {
      case 'card': {
        const draw = (guild: string | null) => illustrate(ports, toMessage(reply.card, { guild }))
        return show(turn, draw, target)
      }
      case 'form':
        return showDraft(turn, reply.form, { submission: newSubmission() }, target)
      case 'faults': {
        const lines = Object.entries(reply.faults).map(([name, fault]) => `${name} ${fault}`)
        return say(turn, plain(lines.join('\n'), 1000), target)
      }
      case 'done':
        return say(turn, done, target)
    }
  }

  async function say(turn: Turn, words: string, target: Target): Promise<void> {
    await show(turn, async () => saying(words), target)
  }

  /** A form: at once as a modal where nothing that it holds is lost by that, else as a draft. */
  async function open(turn: Turn, form: Form, typed: string): Promise<void> {
    const submission = newSubmission()
    const pages = toPages(form)
    const isWhole = pages.length === 1 && !pages[0]?.some(({ kind }) => kind === 'when')
    const kind = isWhole ? 'form' : 'draft'
    const { command, args } = form
    const id = toCustomId({ kind, command, args, part: 0, submission, guild: turn.guild })
    if (id === null) throw new Error('a form carries more than 100 characters')
    const mayOpen =
      !turn.answering.isAnswered() &&
      fitsIntro(form, 0) &&
      (await isKnownBeyond(turn, form, pages[0] ?? []))
    if (!mayOpen) return showDraft(turn, form, { submission }, 'new')
    if (await turn.answering.openModal(toModal(form, 0, id))) return
    const text = toCode(oneLine(typed).slice(0, 1000))
    const repeated = typed === '' ? '' : `\n${fill(texts.late.youTyped, { text })}`
    await tellLate(addressee(turn), `${texts.late.form}${repeated}`)
  }

  /** Whether all that a form holds beyond a part is what it would hold if it were opened anew. */
  async function isKnownBeyond(turn: Turn, form: Form, page: readonly Asked[]): Promise<boolean> {
    const anew = await redraw(turn, form.command, form.args, {})
    if ('kind' in anew) return true
    const asked = new Set(page.flatMap(namesOf))
    const [here, there] = [valuesOf(form), valuesOf(anew.form)]
    return Object.keys(here).every((name) => asked.has(name) || here[name] === there[name])
  }

  /** A form anew with answers in its fields; or what came instead. */
  async function redraw(
    { who }: Turn,
    command: string,
    args: Carried['args'],
    answers: Answers,
  ): Promise<{ form: Form } | Exclude<Reply, { kind: 'form' }>> {
    const reply = await deeds.perform(who, { kind: 'redraw', command, args, answers })
    return reply.kind === 'form' ? { form: fillIn(reply.form, answers) } : reply
  }

  /** The draft that a message shows; or what came instead. */
  async function readDraft(turn: Turn, { command, args }: Carried, message: ReturnedMessage) {
    const empty = await redraw(turn, command, args, {})
    if ('kind' in empty) return empty
    const first = await redraw(turn, command, args, fromDraft(message, empty.form))
    // Some questions are only there because of other answers: with them in the form, theirs are read too.
    return 'kind' in first ? first : { form: fillIn(first.form, fromDraft(message, first.form)) }
  }

  /** Answers as they are meant: times as wall clocks, places by their names. Out: what was not understood, too. */
  async function understand(form: Form, page: readonly Asked[], answers: Answers) {
    const understood: Record<string, string | boolean> = { ...answers }
    const lines: string[] = []
    for (const asked of page) {
      if (asked.kind === 'when') {
        const { field, length } = asked
        const line = oneLine(fieldText(answers, field.name))
        const zone = fieldText(answers, field.zoneField) || zoneOf(form)
        const read = await readLine(when, line, zone, ports.clock.now())
        understood[field.name] = read.start
        if (read.lengthMin !== undefined && length) understood[length.name] = read.lengthMin
        if (read.notice !== null) lines.push(`⚠️ ${read.notice}`)
      } else if (asked.kind === 'field' && asked.field.kind === 'place') {
        const found = place.resolve(oneLine(fieldText(answers, asked.field.name)))
        if ('place' in found) understood[asked.field.name] = found.place.label
      }
    }
    return { answers: understood, lines }
  }

  /** Submits, once however often it is asked for. */
  async function submit(
    turn: Turn,
    { command, args, submission }: Carried,
    form: Form,
    target: Target,
  ): Promise<void> {
    const answers = valuesOf(form)
    const deed = { kind: 'submit', command, args, answers, submissionId: submission } as const
    const work = once.run(
      `submission:${turn.who.visitor.user}:${submission}`,
      () => deeds.perform(turn.who, deed),
      (reply) => reply.kind !== 'faults',
    )
    const { isFirst, result } = await inTime(turn, target, work)
    if (!isFirst || result === undefined) {
      await finish(turn, texts.twice)
    } else if (result.kind === 'faults') {
      const next = fillIn(result.form ?? form, answers)
      await showDraft(turn, next, { submission, faults: result.faults }, target)
    } else if (result.kind === 'done' && target === 'new') {
      await finish(turn, done)
    } else {
      await answer(turn, result, target)
    }
  }

  /** Ends it: with nothing to see where it was done on a message, which shows it by itself; else in words. */
  async function finish(turn: Turn, words: string): Promise<void> {
    if (!turn.isOnMessage) return say(turn, words, 'new')
    if (!(await turn.answering.acknowledge())) await tellLate(addressee(turn), texts.late.done)
  }

  return {
    async act(turn, deed, only, given = {}) {
      const work = deeds.perform(turn.who, deed, only)
      const reply = await inTime(turn, 'new', work)
      const typed = deed.kind === 'type' ? deed.text : ''
      if (reply.kind === 'form') await open(turn, fillIn(reply.form, given), typed)
      else if (reply.kind === 'done') await finish(turn, done)
      else await answer(turn, reply, 'new')
    },

    async askPart(turn, carried, message) {
      const draft = await readDraft(turn, carried, message)
      if ('kind' in draft) return answer(turn, draft, 'draft')
      const id = toCustomId({ ...carried, kind: 'draft' })
      const opened =
        id !== null && (await turn.answering.openModal(toModal(draft.form, carried.part, id)))
      if (!opened) await tellLate(addressee(turn), texts.late.form)
    },

    async takePart(turn, carried, inputs, message) {
      const target = message === null ? 'new' : 'draft'
      const { command, args, part, submission } = carried
      const before = await (message === null
        ? redraw(turn, command, args, {})
        : readDraft(turn, carried, message))
      if ('kind' in before) return answer(turn, before, target)
      const page = toPages(before.form)[part] ?? []
      const { answers, lines } = await understand(before.form, page, {
        ...valuesOf(before.form),
        ...readInputs(page, inputs),
      })
      const after = await redraw(turn, command, args, answers)
      if ('kind' in after) return answer(turn, after, target)
      await showDraft(turn, after.form, { submission, lines }, target)
    },

    async takeForm(turn, carried, inputs) {
      const { command, args } = carried
      const before = await redraw(turn, command, args, {})
      if ('kind' in before) return answer(turn, before, 'new')
      const page = toPages(before.form)[0] ?? []
      const form = fillIn(before.form, { ...valuesOf(before.form), ...readInputs(page, inputs) })
      await submit(turn, carried, form, 'new')
    },

    async send(turn, carried, message) {
      const draft = await readDraft(turn, carried, message)
      if ('kind' in draft) return answer(turn, draft, 'draft')
      await submit(turn, carried, draft.form, 'draft')
    },
  }
}

function namesOf(asked: Asked): string[] {
  if (asked.kind === 'switches') return asked.fields.map(({ name }) => name)
  if (asked.kind === 'field') return [asked.field.name]
  return [asked.field.name, ...(asked.length === null ? [] : [asked.length.name])]
}
