/** What the mails to candidates say, in English: the source of all other languages. `{name}` is a place. */

/** The texts. */
export const mail = {
  invitation: {
    subject: 'Your interview at {company}: your personal link',
  },
  reminder: {
    subject: 'Reminder: your interview at {company} is in about an hour',
    lead: 'Your interview at {company} begins in about an hour. This is the link again that you got before.',
  },
  greeting: 'Hello {name},',
  open: 'Open your link',
  works: 'It is for you alone. It works in one browser, from {moment} to the end of the interview.',
  doubt:
    'Do not take this mail’s word for it. Ask by the way below, or ask someone at {company} you already know. The address of the link begins with {origin}. Nobody asks you there for a password, a payment or a document.',
  makeSure: 'How to make sure',
  readTitle: 'What is read, in short',
  read: 'Nothing before you press Continue. Then: your IP addresses and networks, how long messages take, your time zone and clock, what your browser says of itself and of your device, the rhythm of mouse and keys on the page, and whether the page stays in front until the interview ends. The page behind the link lists everything, and says who sees it and for how long it is kept.',
  exercise: 'A short tapping exercise is offered as well. You can skip it.',
  otherWays:
    'If this does not work for you, or you would rather not, ask for another way: on the page behind the link, or of the person who invited you. It does not count against you.',
  end: 'This mail loads nothing and counts nothing. A person decides, never a program.',
}

/** What every language has: a missing key does not compile. */
export type MailTexts = typeof mail
