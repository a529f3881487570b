/** What is said of the times of a call: the card, the report, the form. */
import { plural } from '../../plural.ts'

/** The texts. */
export const call = {
  services: { discord: 'Discord' },
  title: 'Times in the call',
  fact: 'In the call ({service})',
  withoutAddress: '{times}; {service} shows no address of the call',
  /** A round with a channel of the service for which nobody was named. */
  nobodyNamed:
    'not noted: no account of the candidate was named; {service} shows no address of the call',
  unheard:
    'not noted: this server is called over HTTP, and then {service} does not tell who joins; it shows no address of the call either',
  switchedOff:
    'not noted: it is switched off (DISCORD_CALL_TIMES); {service} shows no address of the call',
  beforeContinue: 'noted once Continue is pressed',
  notSeen: 'not seen there',
  notSeenYet: 'not seen there yet',
  gone: 'erased with the readings',
  more: plural({ one: '{count} time earlier', other: '{count} times earlier' }),
  stretch: '{from}–{to}',
  since: 'since {from}',
  orEarlier: '{time} or earlier',
  orLater: '{time} or later',
  goneBy: '{stretch}, gone by {time}',
  accountChange: {
    named: 'For this round an account of theirs was named; for the one before there was none.',
    changed: 'For this round another account was named than for the one before.',
    removed: 'For this round no account is named; that of the one before was taken away.',
  },
  never: 'Never told by {service}: {fields}. These times weigh nothing for or against anyone.',
  fields: {
    address: 'the address of the call',
    device: 'the device',
    roundTrip: 'round-trip times',
  },
  form: {
    member: 'Their account in this server',
    memberHint: 'Notes when they join and leave the channel of the meeting link; they are told.',
    meetingHint: 'Where “Join the interview” leads; also the link of a voice channel',
    meetingHintUnheard:
      'Where “Join the interview” leads. Over HTTP, times in a voice channel cannot be noted.',
    needsChannel: 'needs a meeting link to a voice or stage channel of this server',
    unheard:
      'needs Discord, connected by its gateway and with DISCORD_CALL_TIMES on, which this server has not',
    needsLink:
      'must be the link of a voice or stage channel, https://discord.com/channels/<server>/<channel>',
    notChannel:
      'is no voice or stage channel that this app can see: invite it there, or leave the account empty',
    notMember: 'is not a member of this server',
    noAnswer: 'could not be looked up: Discord does not answer. Try again in a minute',
  },
}
