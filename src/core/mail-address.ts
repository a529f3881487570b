/** Mail addresses as people have them: with quoted local parts, and with domains in any script. */
import { z } from 'zod'
import { managers } from '../texts/managers.ts'

/** Letters of a local part before the @ that needs no quotes. Source: RFC 5321, 4.1.2. */
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"

/** The same in quotes: printable ASCII, quote and backslash behind a backslash. */
const QUOTED = '"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"'

/** A label of a domain in any script. */
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?'

const ADDRESS = new RegExp(
  `^(?<local>${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?<domain>(?:${LABEL}\\.)+(?!\\d+$)${LABEL})$`,
  'u',
)

/** Longest local part and address. Source: RFC 5321, 4.5.3.1.1 and 4.5.3.1.3. */
const MOST = { local: 64, address: 254 } as const

/** Local part as written, quotes included, and domain; undefined for what is no address. */
export function splitMailAddress(text: string): { local: string; domain: string } | undefined {
  const { local = '', domain = '' } = ADDRESS.exec(text)?.groups ?? {}
  const fits = local !== '' && local.length <= MOST.local && text.length <= MOST.address
  return fits ? { local, domain } : undefined
}

/** An address; no control character, so nothing can be added to a mail through it. */
export const mailAddressSchema = z
  .string()
  .refine((text) => splitMailAddress(text) !== undefined, managers.commands.faults.email)
