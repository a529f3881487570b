/** The private answer that carries a link: the only time it is shown. */
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Button, Card, Section } from './card.ts'
import { windowWords } from './when-words.ts'

const texts = managers.card.link

/** What else the answer offers. */
export interface LinkWays {
  /** Address of the calendar file, for the manager. */
  calendar: string | null
  /** Round whose link can go by mail instead; null where it cannot. */
  mailable: string | null
  /** Whether it goes by mail already, and is not shown. */
  mailed: boolean
}

/** A card with the link, to send on to the candidate. Null when the same submission came before. */
export function linkCard(
  name: string,
  link: string | null,
  round: { startAt: number; endAt: number; zone: string },
  leadMin: number,
  { calendar, mailable, mailed }: LinkWays,
): Card {
  if (link === null) {
    return {
      tone: 'neutral',
      title: fill(texts.again, { name }),
      badges: [],
      sections: [
        {
          kind: 'text',
          text: fill(texts.onlyOnce, { button: managers.card.round.buttons.newLink }),
        },
      ],
      buttons: [],
    }
  }
  const works: Section = {
    kind: 'text',
    text: fill(texts.works, { minutes: leadMin, window: windowWords(round, round.zone) }),
  }
  const file: Section[] =
    calendar === null ? [] : [{ kind: 'link', label: texts.calendar, url: calendar }]
  if (mailed) {
    return {
      tone: 'neutral',
      title: fill(texts.mailed, { name }),
      badges: [],
      sections: [
        works,
        ...file,
        {
          kind: 'text',
          text: texts.mailedNext,
          quiet: true,
        },
      ],
      buttons: [],
    }
  }
  const byMail: Button[] =
    mailable === null
      ? []
      : [
          {
            label: texts.byMail,
            style: 'normal',
            command: 'resend',
            args: { round: mailable, by: 'mail' },
          },
        ]
  return {
    tone: 'neutral',
    title: fill(texts.send, { name }),
    badges: [],
    sections: [
      { kind: 'link', label: texts.label, url: link, copy: true },
      works,
      ...file,
      {
        kind: 'text',
        text: texts.onlyNow,
        quiet: true,
      },
    ],
    buttons: byMail,
  }
}
