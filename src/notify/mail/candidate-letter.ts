/** The mails that candidates get: who asks, the link, how to make sure, what is read, and other ways. */
import { mail as texts } from '../../texts/en/mail.ts'
import { momentIn, windowIn } from '../../texts/when.ts'
import type { CandidateMail } from '../../usecases/ports.ts'
import type { Letter } from './parts.ts'

/** Times in English as the pages show them: day before month, 24 hours. */
const LOCALE = 'en-GB'

/** Writes one. */
export function candidateLetter(mail: CandidateMail): Letter {
  const { company, opening, zones } = mail
  const words = texts[mail.kind]
  const opensAt = `${momentIn(LOCALE, mail.opensAt, zones.place)} (${zones.place})`
  return {
    language: 'en',
    subject: words.subject(company),
    parts: [
      { kind: 'text', text: texts.greeting(mail.to.name) },
      { kind: 'text', text: words.lead(company, opening) },
      {
        kind: 'facts',
        facts: [
          { name: texts.facts.askedBy, value: `${mail.recruiter}, ${company}` },
          {
            name: texts.facts.interview,
            value: windowIn(LOCALE, mail.window, zones.place, zones.recruiter),
          },
        ],
      },
      { kind: 'link', label: texts.link.button, url: mail.link },
      { kind: 'text', text: texts.link.hint(opensAt) },
      { kind: 'heading', text: texts.genuine.title },
      { kind: 'text', text: texts.genuine.text(company, `${new URL(mail.link).origin}/`) },
      { kind: 'facts', facts: [{ name: texts.genuine.contact, value: mail.contact }] },
      { kind: 'heading', text: texts.read.title },
      {
        kind: 'text',
        text: mail.controlCheck ? `${texts.read.text} ${texts.read.control}` : texts.read.text,
      },
      { kind: 'text', text: texts.read.not },
      { kind: 'heading', text: texts.ways.title },
      { kind: 'text', text: texts.ways.text },
      { kind: 'text', text: texts.end, quiet: true },
    ],
  }
}
