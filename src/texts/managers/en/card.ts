/** What cards say: the living card of a round, and the private answer with the link. */
import { plural } from '../../plural.ts'

/** The texts, by card. */
export const card = {
  round: {
    erasedName: 'A candidate (erased)',
    badges: { simulated: 'simulated', number: 'round {number}' },
    titles: {
      erased: 'An erased case',
      verdict: '{state}: {who}',
      question: '{state}, with a question: {who}',
      final: '{title} (final)',
      waiting: 'Waiting for {who}',
      measuring: '{who} is here, measuring now',
      missed: '{who} did not use the link',
      cancelled: 'Cancelled: {who}',
    },
    steps: {
      invited: 'Invited',
      opened: 'Link opened',
      verdict: 'First verdict',
      final: 'Final',
    },
    mail: {
      undelivered:
        'The invitation could not be delivered to {who}. Press “{button}” and send it another way.',
      waiting: 'on its way',
      sent: 'sent, {moment}',
      failed: 'could not be delivered, {moment}',
    },
    declared: {
      travel: 'travelling',
      vpn: 'company VPN',
      remoteDesktop: 'remote desktop',
    },
    erasedPlace: 'erased',
    facts: {
      place: 'Says they are in',
      window: 'Interview',
      opening: 'Opening',
      requester: 'Asked by',
      declared: 'Declared beforehand',
      mail: 'Invitation by mail',
      bound: 'Link opened',
      joined: 'Went to the call',
      previews: 'Link looked at, no click yet',
    },
    previews: plural({
      one: '{count} time, by a preview, a mail scanner or a first glance',
      other: '{count} times, by a preview, a mail scanner or a first glance',
    }),
    requests: {
      'another-way': '{who} asked for another way at {time}.',
      erase: '{who} asked for their data to be erased at {time}.',
      contest: '{who} says that something recorded is wrong at {time}.',
    },
    anotherWay:
      'That is no sign against anyone. You can offer: a short video call that shows the view from the window, an interview at one of your offices or with a partner, or a later time from another computer.',
    finding: {
      claimed: 'Stated',
      expected: 'Expected',
      observed: 'Measured',
      strength: 'Strength',
    },
    moreFindings: 'And {count} more in the report.',
    notMeasured: 'Not measured: {missing}.',
    changes: plural({
      one: 'The verdict changed once as more was measured.',
      other: 'The verdict changed {count} times as more was measured.',
    }),
    tunnelAdvice: '{line}. “{button}” makes a link for that.',
    axis: '{label}: {strength}',
    review: '{who} {decision} at {moment}: “{reason}”',
    buttons: {
      report: 'Report',
      newRound: 'New round',
      newLink: 'New link',
      cancel: 'Cancel',
    },
  },
  link: {
    again: '{name} was invited already',
    onlyOnce:
      'This form came twice; nothing was done twice. If the link is lost, press “{button}” on the card.',
    works:
      'It works in one browser, from {minutes} minutes before the interview to its end: {window}.',
    calendar: 'Calendar file for you, without the link',
    mailed: 'The link goes to {name} by e-mail',
    mailedNext:
      'The card says when it was sent, or that it could not be delivered. Who has not used it is reminded an hour before.',
    byMail: 'Send a new one by e-mail instead',
    send: 'Send this link to {name}',
    label: 'Personal link',
    onlyNow:
      'Only you see it, and only now. A new one can be made on the card; it replaces this one.',
  },
} as const
