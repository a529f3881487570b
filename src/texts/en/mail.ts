/** Mails to candidates. */

/** The texts. */
export const mail = {
  invitation: {
    subject: (company: string) => `Your interview at ${company}: your personal link`,
    lead: (company: string, opening: string | null) =>
      `${company} asks every candidate${opening === null ? '' : ` for ${opening}`} to confirm the device and place they call from. It takes about ten seconds, and you do not have to prepare anything.`,
  },
  reminder: {
    subject: (company: string) => `Reminder: your interview at ${company} is in about an hour`,
    lead: (company: string, opening: string | null) =>
      `Your interview at ${company}${opening === null ? '' : ` for ${opening}`} begins in about an hour. This is the link again that you got before.`,
  },
  greeting: (name: string) => `Hello ${name},`,
  facts: { askedBy: 'Asked by', interview: 'Interview' },
  link: {
    button: 'Open your link',
    hint: (opensAt: string) =>
      `It is for you alone. It works in one browser, from ${opensAt} to the end of the interview.`,
  },
  genuine: {
    title: 'Is this genuine?',
    text: (company: string, host: string) =>
      `Do not take this mail’s word for it. Ask by the way below, or ask someone at ${company} you already know. The address of the link begins with ${host}. Nobody asks you there for a password, a payment or a document.`,
    contact: 'How to make sure',
  },
  read: {
    title: 'What is read, in short',
    text: 'Nothing before you press Continue. Then: your IP addresses and networks, how long messages take, your time zone and clock, what your browser says of itself and of your device, the rhythm of mouse and keys on the page, and whether the page stays in front until the interview ends. The page behind the link lists everything, and says who sees it and for how long it is kept.',
    control: 'A short tapping exercise is offered as well. You can skip it.',
    not: 'No camera, microphone, files or precise location. Nothing about nationality, language, accent, face or voice.',
  },
  ways: {
    title: 'Other ways',
    text: 'If this does not work for you, or you would rather not, ask for another way: on the page behind the link, or of the person who invited you. It does not count against you.',
  },
  end: 'This mail loads nothing and counts nothing. A person decides, never a program.',
}
