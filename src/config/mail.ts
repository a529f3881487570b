/** What the operator says of the mail server. */
import { z } from 'zod'
import { line } from '../core/claim.ts'
import { mailAddressSchema } from '../core/mail-address.ts'
import { languages } from '../texts/languages.ts'
import { variable } from './variable.ts'

/** A mail server, and who we are to it. */
export interface MailServer {
  host: string
  port: number
  secure: boolean
  auth: { user: string; pass: string } | null
}

/** Who mails are from. */
export interface MailSender {
  name: string | null
  address: string
}

/** Ports of submission. Source: RFC 8314, 3.3. */
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

const serverSchema = z.string().transform((text, context): MailServer => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const protocol = url?.protocol
  if (url === undefined || (protocol !== 'smtp:' && protocol !== 'smtps:') || url.hostname === '') {
    context.addIssue('must be smtp:// or smtps:// with a host, like smtp://user:password@host:587')
    return z.NEVER
  }
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname)) {
    context.addIssue('must end after the port; in a password ? is %3F, # is %23 and / is %2F')
  }
  const [user, pass] = [url.username, url.password].map(decodeURIComponent)
  if ((user === '') !== (pass === '')) context.addIssue('must have both user and password, or none')
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[protocol] : Number(url.port),
    secure: protocol === 'smtps:',
    auth: user && pass ? { user, pass } : null,
  }
})

const senderSchema = z.string().transform((text, context): MailSender => {
  const [, name = '', inBrackets] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? []
  const address = mailAddressSchema.safeParse(inBrackets ?? text.trim())
  const named = name === '' ? null : line(100).safeParse(name.replace(/^"(.*)"$/, '$1'))
  if (!address.success || named?.success === false) {
    context.addIssue('must be an address, or a name and an address: Example <jobs@example.com>')
    return z.NEVER
  }
  return { name: named === null ? null : named.data, address: address.data }
})

/** The variables; server and sender may be left out. */
export const mailVariables = {
  smtp: variable({
    name: 'SMTP_URL',
    help: 'Mail server that brings links to candidates: smtp://user:password@host:587, or smtps:// for TLS from the start. Needs MAIL_FROM and PUBLIC_URL (docs/operating.md)',
    secret: true,
    parse: serverSchema,
  }),
  mailFrom: variable({
    name: 'MAIL_FROM',
    help: 'Whose mails they are: an address that your mail server may send from, and that somebody reads',
    secret: false,
    example: 'Example Ltd <interviews@example.com>',
    parse: senderSchema,
  }),
  mailLanguage: variable({
    name: 'MAIL_LANGUAGE',
    help: `Language of these mails, the same for all candidates: ${languages.join(', ')}. Pages follow the browser`,
    secret: false,
    default: 'en',
    parse: z.enum(languages, `must be one of ${languages.join(', ')}`),
  }),
}

/** Faults of these variables together. In: the environment, where a wrong value does not count as left out. */
export function mailFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const needs = (name: string, why: string) => (env[name] ? [] : [`${name} must be set ${why}`])
  if (!env['SMTP_URL']) {
    return env['MAIL_FROM'] ? needs('SMTP_URL', 'where MAIL_FROM is') : []
  }
  return [
    ...needs('MAIL_FROM', 'where SMTP_URL is'),
    ...needs('PUBLIC_URL', 'where SMTP_URL is: the links in mails lead there'),
  ]
}
