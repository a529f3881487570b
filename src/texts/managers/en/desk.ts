/** What the console says by itself. */
import { plural } from '../../plural.ts'

/** The texts, by the file that uses them. Spaces at an end belong to them. */
export const desk = {
  /** A page that could not be answered. */
  failure: { title: 'That did not work' },
  /** Small pages instead of the one that was asked for. */
  plain: {
    title: '{title} · Whereabouts',
    needsKey: {
      title: 'The console needs its key',
      open: 'Open the address that the program printed when it started. Its key works once; this browser is then remembered.',
      again: 'If it was used already, restart the program: it prints a new one.',
    },
    reportOver: 'This report link is over',
    calendarOver: 'It works for 15 minutes. Make a new link for the candidate to get another.',
  },
  console: {
    title: '#{channel} · {company}',
    topic: ' · interviews, verified',
    noScript:
      'This page needs JavaScript to send commands. The messages below are readable without.',
    news: 'New below',
  },
  rail: { label: 'Workspace', commands: 'Commands' },
  empty: {
    title: 'Know where your interview really takes place',
    lead: 'Nothing has happened in #{channel} yet. Watch simulated candidates go through a verification, or begin with a real one.',
    try: 'Try {command}',
    verify: 'Verify a candidate',
    /** How a verification goes. */
    story: {
      ask: {
        title: 'Ask',
        text: 'Type /verify with a name, a place and a time. You get a one-time link to send on.',
      },
      measure: {
        title: 'Measure',
        text: 'The candidate reads what is measured, agrees, and joins the interview as usual.',
      },
      decide: {
        title: 'Decide',
        text: 'A card here explains what fits and what does not. What it means is for you to decide.',
      },
    },
  },
  timeline: {
    label: 'Messages',
    private: 'Only you can see this',
    hide: 'Hide',
    app: 'App',
    edited: '(edited)',
    utc: '{time} UTC',
  },
  /** Heard before the title of a card. */
  tones: {
    neutral: 'For information',
    good: 'Nothing needed',
    attention: 'Needs attention',
    serious: 'Serious',
    heard: '{tone}: ',
  },
  card: {
    against: 'Does not fit the claim: ',
    fits: 'Fits the claim: ',
    innocent: 'Can be innocent:',
    next: 'Next:',
    /** Heard beside each step. */
    step: ', {state}',
    steps: { done: 'done', now: 'now', next: 'still to come' },
    newTab: ' (opens in a new tab)',
  },
  copyLink: {
    copy: 'Copy link',
    copied: 'Copied',
    open: 'Open',
    opens: ' {label} (opens in a new tab)',
    done: 'Link copied',
    failed: 'Press Ctrl+C or ⌘C: the link is selected.',
  },
  composer: {
    menu: 'Commands',
    show: 'Show the commands',
    label: 'Message #{channel}: type a command',
    placeholder: 'Type /verify',
    send: 'Send',
    hint: '/ lists the commands · ↑ brings back what you typed before',
    usage: '{usage} · {summary}',
  },
  drafts: {
    label: 'Unfinished forms',
    unsent: 'Not sent yet: {form}',
    continue: 'Continue',
    discard: 'Discard',
  },
  form: {
    close: 'Close the form',
    faults: plural({
      one: 'One field needs another look.',
      other: '{count} fields need another look.',
    }),
    keep: 'Keep for later',
    cancel: 'Cancel',
    optional: ' (optional)',
    choose: 'Choose…',
    none: '—',
    empty: 'Please fill this in.',
    unsent: '{error} Nothing you typed is lost.',
  },
  places: {
    label: 'Places',
    placeholder: 'Start typing a city',
    unavailable: 'No suggestions at the moment.',
    none: 'No place found: try the next larger city.',
    found: plural({ one: 'One place', other: '{count} places' }),
  },
  zones: { placeholder: 'Type a city: Chicago' },
  /** What a time says back, so that nobody has to compute with zones. */
  times: {
    moment: '{day}, {time}',
    skipped: 'The clocks jump over this time on that day: choose another.',
    own: '{there} your time ({zone})',
    both: '{there} in {city} time ({zone}) = {here} your time',
  },
  connection: {
    offline: 'Offline: trying to reconnect. Cards may be out of date.',
    retry: 'Try now',
    over: 'This console session is over: open the printed address again.',
    kept: '{over} Nothing you typed here is lost.',
    opened: 'I opened it',
    refused: 'The server could not answer ({status}). Please try again.',
    lost: 'No connection to the server. Please try again.',
  },
  /** Heard when something changes. */
  news: {
    private: 'Only to you: {title}',
    done: 'Done',
    several: plural({ other: '{count} messages are new or changed' }),
    removed: 'Removed: {title}',
    changed: 'Changed: {title}',
    new: 'New: {title}',
  },
} as const
