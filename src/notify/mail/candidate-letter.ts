/** The mails that candidates get: who asks, the link, how to make sure, what is read, and other ways. */
import { catalogue } from '../../texts/catalogue.ts'
import { fill } from '../../texts/fill.ts'
import { localeOf, type Language } from '../../texts/languages.ts'
import { momentIn, windowIn } from '../../texts/when.ts'
import type { CandidateMail } from '../../usecases/ports.ts'
import type { Letter } from './parts.ts'

/** Writes one. */
export function candidateLetter(mail: CandidateMail, language: Language): Letter {
  const { company, opening, zones } = mail
  const { mail: words, notice, notRead, frame } = catalogue[language]
  const locale = localeOf(language)
  const moment = `${momentIn(locale, mail.opensAt, zones.place)} (${zones.place})`
  const names = { company, name: mail.to.name, opening: opening ?? '', moment }
  const invited = opening === null ? notice.lead : notice.leadFor
  return {
    language,
    subject: fill(words[mail.kind].subject, names),
    parts: [
      { kind: 'text', text: fill(words.greeting, names) },
      { kind: 'text', text: fill(mail.kind === 'reminder' ? words.reminder.lead : invited, names) },
      {
        kind: 'facts',
        facts: [
          { name: notice.askedBy, value: `${mail.recruiter}, ${company}` },
          {
            name: notice.interview,
            value: windowIn(locale, mail.window, zones.place, zones.recruiter),
          },
        ],
      },
      { kind: 'link', label: words.open, url: mail.link },
      { kind: 'text', text: fill(words.works, names) },
      { kind: 'heading', text: notice.genuine },
      { kind: 'text', text: fill(words.doubt, { company, origin: originOf(mail.link) }) },
      { kind: 'facts', facts: [{ name: words.makeSure, value: mail.contact }] },
      { kind: 'heading', text: words.readTitle },
      {
        kind: 'text',
        text: mail.controlCheck ? [words.read, words.exercise].join(frame.between) : words.read,
      },
      { kind: 'text', text: notRead.join(frame.between) },
      { kind: 'heading', text: notice.others },
      { kind: 'text', text: words.otherWays },
      { kind: 'text', text: words.end, quiet: true },
    ],
  }
}

/** What every link of ours begins with, as it is written. */
function originOf(link: string): string {
  return `${new URL(link).origin}/`
}
