/** The private answer that carries a link: the only time it is shown. */
import type { Card } from './card.ts'
import { windowWords } from './when-words.ts'

/** A card with the link, to send on to the candidate. Null when the same submission came before. */
export function linkCard(
  name: string,
  link: string | null,
  round: { startAt: number; endAt: number; zone: string },
  leadMin: number,
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
  return {
    tone: 'neutral',
    title: `Send this link to ${name}`,
    badges: [],
    sections: [
      { kind: 'link', label: 'Personal link', url: link, copy: true },
      {
        kind: 'text',
        text: `It works in one browser, from ${leadMin} minutes before the interview to its end: ${windowWords(round, round.zone)}.`,
      },
      {
        kind: 'text',
        text: 'Only you see it, and only now. A new one can be made on the card; it replaces this one.',
        quiet: true,
      },
    ],
    buttons: [],
  }
}
