/** A mail that nobody will take. */

/** Thrown by a mailer when trying again cannot help: the message is what the mail server said, for people. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}
