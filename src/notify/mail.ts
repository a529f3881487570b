/** Mail to candidates, through the operator's mail server. */
import { createTransport } from 'nodemailer'
import type { Language } from '../texts/languages.ts'
import { MailRefused } from '../usecases/mail-refused.ts'
import type { Mailer } from '../usecases/ports.ts'
import { asciiAddress } from './mail/ascii-address.ts'
import { candidateLetter } from './mail/candidate-letter.ts'
import { htmlText } from './mail/html.ts'
import { plainText } from './mail/plain.ts'
import { asRefusal } from './mail/refusal.ts'

/** Where to hand mails over, and whose they are. */
export interface MailerOptions {
  server: {
    host: string
    port: number
    /** TLS from the first byte; otherwise it is begun where the server offers it. */
    secure: boolean
    auth: { user: string; pass: string } | null
  }
  /** Without a name the company's is used. */
  from: { name: string | null; address: string }
  /** Of all mails; no candidate's is asked for or guessed. English unless told. */
  language?: Language
  /** Certificates to trust besides those of the system. */
  ca?: string
  /** How long the server may take, ms; for a step, and for all. */
  limits?: { stepMs: number; allMs: number }
}

/** Slow servers wait some seconds before they greet, to be rid of senders of spam. */
const LIMITS = { stepMs: 20_000, allMs: 60_000 } as const

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1']

/** Makes the mailer. Each mail has a connection of its own: they are few, and a broken one hurts no other. */
export function createMailer({
  server,
  from,
  language = 'en',
  ca,
  limits = LIMITS,
}: MailerOptions): Mailer {
  const { host, port, secure, auth } = server
  const sender = asciiAddress(from.address)
  const senderDomain = sender.slice(sender.lastIndexOf('@') + 1)
  const transport = createTransport({
    host,
    port,
    secure,
    ...(auth === null ? {} : { auth }),
    // A password never travels in clear but inside this machine.
    requireTLS: !secure && auth !== null && !LOOPBACK.includes(host),
    name: senderDomain,
    connectionTimeout: limits.stepMs,
    greetingTimeout: limits.stepMs,
    socketTimeout: limits.stepMs,
    dnsTimeout: limits.stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(ca === undefined ? {} : { tls: { ca } }),
  })
  return {
    async send(mail) {
      const to = asciiAddress(mail.to.address)
      const letter = candidateLetter(mail, language)
      const sending = transport.sendMail({
        // The envelope is given as well, so that nothing reads addresses out of the headers.
        envelope: { from: sender, to: [to] },
        from: { name: oneLine(from.name ?? mail.company), address: sender },
        to: { name: oneLine(mail.to.name), address: to },
        subject: oneLine(letter.subject),
        text: plainText(letter),
        html: htmlText(letter),
        date: new Date(mail.at),
        messageId: `<${mail.id}@${senderDomain}>`,
        // No answers by machines. Source: RFC 3834, 5.
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
      })
      await within(limits.allMs, sending).catch((error: unknown) => {
        throw error instanceof MailRefused ? error : asRefusal(error)
      })
    },
  }
}

/** Fails when work takes longer; it goes on unheard. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new Error('the mail server took too long')
    timer = setTimeout(() => reject(error), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A header's text: line breaks would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
