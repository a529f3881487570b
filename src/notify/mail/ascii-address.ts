/** An address as every mail server takes it. */
import { domainToASCII } from 'node:url'
import { splitMailAddress } from '../../core/mail-address.ts'
import { MailRefused } from '../../usecases/mail-refused.ts'

/** Spells the domain in ASCII: "jane@bücher.example" → "jane@xn--bcher-kva.example". Fails: `MailRefused` for what is no address. */
export function asciiAddress(address: string): string {
  const parts = splitMailAddress(address)
  const domain = parts && domainToASCII(parts.domain)
  if (parts === undefined || !domain) {
    throw new MailRefused('what is written there is not an e-mail address')
  }
  return `${parts.local}@${domain}`
}
