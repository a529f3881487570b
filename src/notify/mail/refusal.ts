/** Which failures of a mail server are its last word. */
import { z } from 'zod'
import { MailRefused } from '../../usecases/mail-refused.ts'

/** What nodemailer says of a failure. */
const failureSchema = z.object({
  /** "550 5.1.1 No such user". */
  response: z.string().optional(),
  responseCode: z.number().optional(),
  /** "RCPT TO", "DATA", "AUTH PLAIN". */
  command: z.string().optional(),
})

/** Commands that are about this mail; at the others a refusal is about our account, which an operator can mend. */
const ABOUT_THE_MAIL: readonly string[] = ['RCPT TO', 'DATA']

/**
 * A failure as `send` throws it: `MailRefused` for a refusal that stays, the failure itself for one that may pass.
 *
 * Source: RFC 5321, 4.2.1: 4yz may be tried again, 5yz must not be.
 */
export function asRefusal(error: unknown): unknown {
  const failure = failureSchema.safeParse(error)
  if (!failure.success) return error
  const { response, responseCode = 0, command = '' } = failure.data
  if (responseCode < 500 || !ABOUT_THE_MAIL.includes(command)) return error
  return new MailRefused(response ?? `refused with ${String(responseCode)}`, { cause: error })
}
