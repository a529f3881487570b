/**
 * Everything that candidates read, in English: the source of all other languages, which have the same keys.
 *
 * `{name}` is a place for something from outside.
 */
import { errors } from './errors/en.ts'
import { mail } from './mails/en.ts'
import { plural } from './plural.ts'
import { readings } from './readings/en.ts'

/** The texts. */
export const en = {
  frame: {
    fullStop: '.',
    /** Between two sentences. */
    between: ' ',
    brand: 'Interview check',
    simulated: 'Demonstration: this candidate is simulated and nobody is assessed.',
    footer: 'Made with Whereabouts. A person decides, never this page.',
    questions: 'Questions? {contact}',
    back: 'Back',
  },
  buttons: {
    continue: 'Continue',
    join: 'Join the interview',
    anotherDevice: 'Use another device',
    anotherWay: 'I need another way',
    start: 'Start the check',
    skip: 'Skip',
  },
  notice: {
    title: 'Before your interview',
    lead: '{company} asks every candidate to confirm the device and place they call from. It takes about ten seconds, and you do not have to prepare anything.',
    leadFor:
      '{company} asks every candidate for {opening} to confirm the device and place they call from. It takes about ten seconds, and you do not have to prepare anything.',
    askedBy: 'Asked by',
    interview: 'Interview',
    genuine: 'Is this genuine?',
    ask: 'Ask {contact}, or someone there you already know.',
    read: 'What is read when you continue',
    exercise:
      'After that comes a short tapping exercise of about a minute and a half. You can skip it, which does not count against you. Only averages are kept, never the taps.',
    notRead: 'What is not read',
    who: 'Who decides',
    decides:
      'A person at {company} looks at the result. It is never the only reason for a decision. Only people there who work on this opening see it.',
    readings: plural({
      one: 'Reading ends with your interview, and the readings are deleted {count} day later.',
      other: 'Reading ends with your interview, and the readings are deleted {count} days later.',
    }),
    findings: plural({
      one: 'What they showed stays with your application for up to {count} day.',
      other: 'What they showed stays with your application for up to {count} days.',
    }),
    rights: 'You can see them, object, and ask to have them erased.',
    declare: 'Anything we should know?',
    declareHint: 'A VPN or travel is fine: tell us here, and it will not surprise anyone.',
    declarations: {
      travel: { label: 'I am travelling', hint: 'You are away from the place you gave us.' },
      vpn: { label: 'I use a VPN', hint: 'Your own, or one your workplace turns on.' },
      remoteDesktop: {
        label: 'I work over a remote desktop',
        hint: 'This browser runs on another computer, for example Citrix or Windows 365.',
      },
      assistive: {
        label: 'I use assistive technology',
        hint: 'For example a screen reader, voice control or a switch. You need not say which, and the hiring channel is not told.',
      },
    },
    before: 'Before you press Continue, only that the link was looked at is kept.',
    others: 'Other ways',
    joinWithout: 'You can join without this; the recruiter will see that it was skipped.',
  },
  anotherWay: {
    text: 'If any of this does not work for you, or you would rather not, ask for another way. It does not count against you: a person will offer you one.',
    summary: 'Add a few words (optional)',
    label: 'What would help you?',
  },
  items: {
    address: {
      title: 'Your IP address, the network it belongs to, and where public databases place it',
      why: 'It points to a region, never to a street, and shows whether the line is one of a home or office, a mobile network or a VPN.',
    },
    sides: {
      title:
        'Your other IP addresses: the one your browser uses for direct connections, as calls do, and the one of the other kind (IPv4 or IPv6)',
      why: 'A tunnel often carries only one of them.',
    },
    timing: {
      title: 'How long a message takes between your device and our servers',
      why: 'Distance takes time, so this shows roughly how far away you are.',
    },
    clock: {
      title: 'The time zone and clock of your device, and when it changes to summer time',
      why: 'They usually go with the place.',
    },
    browser: {
      title:
        'Your browser and system, their versions, and the kind and model of your device, as the browser names them',
      why: 'Also whether the browser says that a program drives it.',
    },
    device: {
      title:
        'The size of your screen, how often it is drawn while this page is in front, the number of processors and touch points, the memory, the platform and the graphics processor',
      why: 'They show what kind of device this is.',
    },
    realm: {
      title:
        'Whether your browser says the same of its name, platform, number of processors, time zone and clock on this page and beside it, and whether the functions that tell such things are its own',
      why: 'Only the names of what differs are sent. Privacy extensions change such things too.',
    },
    rhythm: {
      title:
        'The rhythm in which your mouse moves over this page and keys are pressed on it: never where, never which keys',
      why: 'Remote control has a rhythm of its own. What you type is not read.',
    },
    tapping: {
      title:
        'How late, how steadily and how fast you tap, and how soon you hold a tap back, in the tapping exercise: averages, never the taps',
      why: 'Somebody who drives a computer from far away sees and answers late. You can skip it.',
    },
    presence: {
      title: 'Whether this page stays connected and in front, and whether it has the keyboard',
      why: 'Until the interview ends. Leaving it is fine, and what you do elsewhere is not read.',
    },
    joining: {
      title: 'When you join, and whether a second browser uses your link',
      why: 'So that nobody can take your place.',
    },
    call: {
      title: 'When you join and leave the call in Discord',
      why: 'The recruiter named your account there, which is kept with your application. Discord gives us no address, sound or picture of the call.',
    },
  },
  notRead: [
    'No camera, microphone, files or precise location.',
    'Nothing about nationality, language, accent, face or voice.',
  ],
  session: {
    title: 'Your interview',
    thanks: 'Thank you',
    nothingElse: 'Nothing else is needed from you. Join when it is time, and good luck!',
    exerciseLeft: 'One short exercise is left, if you like. Join when it is time, and good luck!',
    ownLink: 'Use the meeting link or number you were given. Keep this tab open during the call.',
    opensCall: 'Opens the call in a new tab.',
    opensHost: 'Opens {host} in a new tab.',
    keepOpen: 'Keep this tab open during the call.',
    others: 'If you need something else',
    requested:
      'You asked for another way. The recruiter has been told and will get in touch. You can still join.',
    movedTitle: 'You are on your other device now',
    moved: 'It has taken over, and nothing more is read here. You can close this tab.',
    overTitle: 'That is all',
    over: 'Your interview time is over, and nothing more is read. You can close this tab.',
    recorded: 'What was recorded',
  },
  progress: {
    title: 'What is read',
    steps: {
      address: 'IP address',
      clock: 'Time zone and clock',
      browser: 'Browser and device',
      latency: 'Connection timing',
    },
    noScript:
      'Your browser does not run our script, so some of these stay open. That is fine, and you can join all the same.',
    again: 'Look again',
    hint: 'This takes about ten seconds. You can join at any time.',
  },
  /** What the script of the session page says. */
  live: {
    connecting: 'Connecting …',
    connected: 'This tab is connected.',
    reconnecting: 'Reconnecting … Your interview is not affected.',
    limited: 'There is no live connection now. That is fine: you can join all the same.',
    allRead: 'All read.',
    slow: 'Some of it takes longer. That is fine: you can join all the same.',
    done: 'done',
    waiting: 'waiting',
  },
  move: {
    /** Instead of the name of a browser that does not say it. */
    unnamed: 'A browser',
    offer: 'Will you join from a different computer or phone? Take this page there first.',
    open: 'On the other device, open {url} and type this code:',
    asked: 'Look whether it has asked',
    confirm: 'Then confirm it here. Changed your mind? Just carry on below.',
    takeOver: '{device} asks to take over from this one. Is it yours?',
    yes: 'Yes, it is mine',
    no: 'No, it is not',
    entryTitle: 'Use this device',
    code: 'Code from your first device',
    codeHint: 'You then confirm on the first device, and this one takes its place.',
    badCode:
      'This code does not work: mistyped, used, or older than ten minutes. Press “Use another device” again for a new one.',
    readHere: 'What is read on this device',
    waitingHead: 'One more step',
    waitingTitle: 'Now confirm on the first device',
    goBack:
      'Go back to the page you started from. It asks whether this device is yours; press {yes} there.',
    waiting: 'Waiting for the first device …',
    again: 'Look again',
    refusedTitle: 'The first device said no',
    refused: 'Or the code is too old. Press “Use another device” there again for a new one.',
    tryAgain: 'Try again',
  },
  recorded: {
    title: 'What was recorded',
    lead: 'This is what {company} has of your visit: what was stated for it, and what was read. People there who work on this opening see it, together with what it showed.',
    readings: plural({
      one: 'Readings are deleted {count} day after your interview.',
      other: 'Readings are deleted {count} days after your interview.',
    }),
    findings: plural({
      one: 'What they showed stays with your application for up to {count} day.',
      other: 'What they showed stays with your application for up to {count} days.',
    }),
    copy: 'Your name, e-mail address and phone number are kept with it. For a copy of everything, ask {contact}.',
    nothing: 'Nothing has been recorded yet.',
    earlier: plural({ other: '{count} earlier' }),
    sources: {
      page: 'said by your browser',
      server: 'seen by our server',
      platform: 'from the meeting service',
      record: 'from your application',
      human: 'said by a person',
    },
    choices: 'Your choices',
    wrong: 'Is something wrong, or does it need explaining?',
    wrongHint: 'A person reads it beside the result.',
    send: 'Send to the recruiter',
    erase:
      'You can ask to have your data erased. A person at {company} answers; it may have to wait while your application is open.',
    eraseButton: 'Ask to erase it',
    write: 'To have your data erased, write to {contact}.',
    backToInterview: 'Back to your interview',
  },
  control: {
    title: 'A short tapping exercise',
    states: {
      offered: '',
      done: 'Done, thank you. Only averages were kept.',
      'left-out': 'It is left out, which does not count against you. You can still do it.',
      void: 'It could not be used, which does not count against you. You can do it again, or skip it.',
      more: 'Done, thank you. One short part more would help, if you like.',
    },
    what: 'You tap along with a bouncing ball, then press when a disc appears. It takes about a minute and a half, and shows whether this computer is beside you or driven from far away.',
    kept: 'Only averages are kept: how late, how steady and how fast you tapped. You can skip it; that does not count against you, and you can join all the same.',
    more: {
      what: 'One part more takes about forty seconds: you tap along again, and hold back your tap when the ball vanishes before it lands. It tells reactions that simply take their time from a computer that is far away.',
      kept: 'Only averages are kept. You can leave it out; that does not count against you, and you can join all the same.',
      start: 'Start this part',
    },
    how: 'How would you like it?',
    variants: {
      usual: { label: 'As usual', hint: 'A ball bounces.' },
      calm: { label: 'Calm', hint: 'Nothing bounces: a hand goes round, like that of a clock.' },
      slow: { label: 'Slower and larger', hint: 'A large ball bounces slowly.' },
    },
    inUse: 'Do you use one of these right now?',
    inUseHint: 'The exercise is then not scored, so you may just as well skip it.',
    remoteDesktop: {
      label: 'A remote desktop or cloud computer',
      hint: 'For example Citrix, Windows 365, or another computer that you work on from here.',
    },
    assistive: {
      label: 'Assistive technology',
      hint: 'You need not say which, and the hiring channel is not told.',
    },
    noScript:
      'Your browser does not run our script, so the exercise cannot run here. That counts for nothing, neither for you nor against you.',
    begin: 'Press any key, click or tap to begin.',
    stage: 'Exercise: press any key in time',
    stop: 'Stop',
  },
  /** What the script of the exercise says. */
  exercise: {
    practise: 'First a few to practise',
    anyKey:
      'Any key will do, a click, or a finger anywhere. The page does not show that you tapped.',
    ball: 'A ball bounces. Tap each time it touches the line.',
    hand: 'A hand goes round. Tap each time it points straight up.',
    counts: 'Now it counts.',
    again: 'The same again, at another speed.',
    react:
      'Wait until a disc appears, and press as soon as you see it. Sometimes it takes longer, and sometimes none comes: then do nothing.',
    vanishingBall:
      'The ball bounces as before, but now and then it vanishes before it lands. Then hold back your tap, if you still can: often it is too late for that, which is fine. Tap along with all other beats, and do not wait to see.',
    vanishingHand:
      'The hand goes round as before, but now and then it vanishes before it points up. Then hold back your tap, if you still can: often it is too late for that, which is fine. Tap along with all other beats, and do not wait to see.',
    jump: 'Now faster, and at times a little too soon or too late. Just keep tapping along.',
    part: 'Part {number} of {all}',
    thanks: 'Thank you',
    cannot: 'This browser cannot run the exercise. That does not count against you.',
    stopped: 'Stopped. Nothing of it was sent. You can start again, or skip it.',
    sending: 'Thank you. Summing up …',
    failed: 'Something went wrong in the page. That does not count against you.',
    unreachable: 'Our server cannot be reached now. That does not count against you.',
  },
  answers: {
    done: 'Thank you, that was all of it. Only averages were kept.',
    more: 'Thank you. One short part more would help, if you like. You find it here.',
    notScored: 'Thank you. With what you told us it is not scored, and nothing of it was kept.',
    trouble: {
      hidden:
        'That could not be used: the page was hidden during it. Leave this tab in front for the whole of it.',
      'coarse-clock':
        'That could not be used: the browser tells times only roughly, as browsers do that protect against fingerprinting. Another browser may work; so may leaving it out.',
      'slow-frames':
        'That could not be used: the screen was drawn too slowly. Closing other programs may help, or plugging in the charger.',
      'too-few-taps':
        'That could not be used: there were too few taps. Tap once for every beat that you see.',
      'not-steady':
        'That could not be used: the taps were not steady enough. Tap along with the beat, as with music, rather than after it.',
      'tempi-disagree':
        'That could not be used: the taps at different tempi do not fit together. Once more it takes one part more, and then it usually works.',
      refused:
        'That could not be used: what came of it does not fit the exercise that was sent. Something may have come between; it can be done again.',
    },
    again: 'It does not count against you. You can do it again, or skip it.',
  },
  messages: {
    earlyTitle: 'A little early',
    early: 'This link opens {moment}.',
    comeBack: 'Please come back then. Nothing was read.',
    cookiesTitle: 'This browser blocks cookies',
    cookies:
      'We need one cookie, only for this interview, to tell your browser from anybody else’s.',
    cookiesWays:
      'You can allow cookies for this site and go back, open the link in another browser, or go back and press “I need another way” or “Join the interview”. None of that is held against you.',
    toldTitle: 'The recruiter has been told',
    told: 'They will offer you another way, for example a short live call. Asking for it is not held against you.',
    stillJoin: 'You can still join the interview as planned.',
    toldErase:
      'A person decides about your wish to be erased. It can have to wait while the law asks the company to keep the case.',
    toldContest: 'What you wrote stands beside what was recorded, and belongs to the decision.',
    noMeetingTitle: 'Join by the link you already have',
    noMeeting: 'The recruiter gave no meeting link here. Use the one from your invitation.',
  },
  errors,
  readings,
  unavailable: {
    title: 'This link cannot be opened here',
    lead: 'You have done nothing wrong. It can have one of these reasons:',
    reasons: [
      'it is early: a link opens shortly before the interview,',
      'it was opened in another browser or on another device,',
      'a newer link took its place, or the interview is over,',
      'part of the address was lost when it was copied.',
    ],
    doTitle: 'What you can do',
    elsewhere: 'Opened it elsewhere? Go on in that browser; it can also bring you to this device.',
    newer: 'Look for a newer message, or try again closer to the time.',
    write: 'Write to the person who invited you and ask for a new link.',
    ask: 'Ask {contact} for a new link.',
    waiting:
      'If the link is yours, this tells the recruiter that you are waiting. It notes that a browser came, and from which network.',
    button: 'Continue here',
  },
  mail,
}

/** What every language has: a missing key does not compile. */
export type Texts = typeof en
