/** The private answer that carries a link: the only time it is shown. */
import type { Button, Card, Section } from './card.ts'
import { windowWords } from './when-words.ts'

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
      title: `${name} was invited already`,
      badges: [],
      sections: [
        {
          kind: 'text',
          text: 'This form came twice; nothing was done twice. If the link is lost, press “New link” on the card.',
        },
      ],
      buttons: [],
    }
  }
  const works: Section = {
    kind: 'text',
    text: `It works in one browser, from ${leadMin} minutes before the interview to its end: ${windowWords(round, round.zone)}.`,
  }
  const file: Section[] =
    calendar === null
      ? []
      : [{ kind: 'link', label: 'Calendar file for you, without the link', url: calendar }]
  if (mailed) {
    return {
      tone: 'neutral',
      title: `The link goes to ${name} by e-mail`,
      badges: [],
      sections: [
        works,
        ...file,
        {
          kind: 'text',
          text: 'The card says when it was sent, or that it could not be delivered. Who has not used it is reminded an hour before.',
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
            label: 'Send a new one by e-mail instead',
            style: 'normal',
            command: 'resend',
            args: { round: mailable, by: 'mail' },
          },
        ]
  return {
    tone: 'neutral',
    title: `Send this link to ${name}`,
    badges: [],
    sections: [
      { kind: 'link', label: 'Personal link', url: link, copy: true },
      works,
      ...file,
      {
        kind: 'text',
        text: 'Only you see it, and only now. A new one can be made on the card; it replaces this one.',
        quiet: true,
      },
    ],
    buttons: byMail,
  }
}
