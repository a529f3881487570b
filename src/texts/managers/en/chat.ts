/** What Slack and Discord say by themselves: troubles, rights, late answers, forms in parts, the App Home. */

/** The texts: what both say, then each of them. */
export const chat = {
  done: 'That is done.',
  cut: 'Not all of it fits here: the report has the rest.',
  newOption: 'New: {text}',
  yes: 'Yes',
  no: 'No',
  /** Expected failures, and who may not do what. */
  refused: {
    title: 'That did not work',
    notTyped: '“{command}” cannot be typed.',
    nothing: 'There is nothing to {deed} called “{command}”.',
    forbidden:
      'You are not among the people who may use “{command}” here. An admin of this workspace can change that in the settings.',
  },
  unknownPerson: {
    title: '{platform} does not say who you are',
    next: 'Without that nobody may do anything here. Try again in a minute.',
  },
  wentWrong: {
    title: 'That went wrong on our side',
    number: 'Nothing was changed. Number of this failure, for your operator: {number}',
  },
  finding: {
    against: 'Does not fit',
    fits: 'Fits',
    titled: '{word}: {title}',
    innocent: 'Can be innocent: {reasons}.',
  },
  delivery: {
    moved:
      'This belongs to {channel}, but it cannot be posted there: {reason}. From now on it lives here.',
    maybeTwice: '{platform} did not answer when this was posted, so it may stand here twice.',
  },
  slack: {
    emptyListsMean: 'every full member of the workspace',
    stranger: 'A person of another workspace',
    installed: 'Whereabouts is installed. Type /verify help in a channel of Slack.',
    notInstalled: 'Whereabouts was not installed ({code}). Begin again at {path}.',
    /** Why a channel cannot be written to: goes on after a colon. */
    unreachable: {
      invite: 'the bot is not in that channel. Type “/invite @Whereabouts” there',
      restricted: 'an admin restricts who may post there',
      archived: 'that channel is archived',
      notApproved: 'the app is not approved for that workspace',
      suspended: 'an admin has suspended posting there',
    },
    modal: {
      done: 'Done',
      inChannel: 'The answer is in the channel. Only you see it.',
      canClose: 'You can close this.',
      close: 'Close',
      oneMoment: 'One moment',
      preparing: 'The form is being prepared.',
      working: 'This takes longer than usual. Leave it open.',
      faults: 'That does not fit',
      fault: '{field} {fault}.',
      beginAgain: 'Please begin again.',
    },
    tooLate: {
      title: 'The form came too late for Slack',
      pressAgain: 'Press the button again.',
      stillKnown: 'Press the button: what you typed is still known.',
      button: 'Open the form',
    },
    inputs: {
      groups: 'Ids of user groups, with commas between; each is in the menu of its group',
      place: 'Type the first letters',
      suggest: 'Choose, or type a new one',
    },
    progress: 'Progress',
    home: {
      lead: 'Your cases, {person}. Everything below was measured; what follows from it, people decide.',
      open: 'Open',
      noneOpen: 'You have no open case.',
      upcoming: 'Coming up',
      noneUpcoming: 'No interview is planned.',
      finished: 'Finished',
      noneFinished: 'Nothing finished yet.',
      more: 'And {count} more: type “/verify list”.',
      settings: 'Settings',
      change: 'Change settings',
      status: 'Status',
      fourEyes: 'Two people for a contradiction',
      people: '{count} people',
      groups: '{count} groups',
      channels: 'everybody in {count} channels',
      everybody: 'Every full member',
    },
  },
  discord: {
    emptyListsMean: 'only who may manage this server',
    notListed: 'This server is not among those that the operator of Whereabouts listed.',
    publicApp:
      'Anybody can add this app to a server, so its operator must list the servers that it works in (DISCORD_GUILDS), or make it private (“Public Bot” off).',
    /** Why a channel cannot be written to: goes on after a colon. */
    unreachable: {
      invite:
        'the app does not see that channel. In the settings of the channel, under Permissions, add Whereabouts',
      needs:
        'the app may not write there. It needs View Channel, Send Messages, Embed Links, Attach Files and Read Message History',
      gone: 'that channel is gone',
      notInServer: 'the app is no longer in that server',
      noMessages: 'messages cannot stand there',
      locked: 'that thread is locked',
      noDirect: 'the person does not take direct messages',
      noServer: 'the person is in no server with the app',
    },
    /** How commands stand in Discord's list of them. */
    slash: {
      message: 'Verify this candidate',
      description: 'Whether what a candidate states fits what can be measured',
      place: 'Where the candidate says they will be: a city',
      zone: 'The time zone that times are meant in',
      opening: 'The opening; the checks are the same for all its candidates',
    },
    draft: {
      needed: '– needed',
      change: 'Change {fields}',
      length: 'the length {fault}',
      both: '{fault}; {length}',
      tooMany: '{count}, too many to show here',
    },
    inputs: {
      switches: 'Tick what applies',
      whenExample: 'tomorrow 3pm, 45 min',
      whenHint: 'Date, time and length like “{example}”; in {zone}, as you can change',
      longList: '{count} are set. Choosing replaces them; choosing nothing leaves them.',
    },
    when: {
      notUnderstood:
        '“{text}” is not a date and a time that we understand. Try it like “Mon 23 Nov 3pm, 45 min”.',
      leftOver: 'Not understood of the time: “{text}”.',
      understood: 'Understood: **{moment}**. On your own clock: {ownClock}, {fromNow}.',
    },
    case: '{about}: {state}, {moment}',
    simulatedCase: '{about}: simulated, {state}, {moment}',
    late: {
      deed: 'What you did in Discord came to us only after many minutes. Nothing was changed, because it may no longer be what you want; please do it again.',
      answer:
        'You asked for this a while ago. Discord no longer takes an answer there that only you would see, so it comes here.',
      done: 'What you asked for a while ago is done.',
      form: 'Discord took too long to bring what you did, and can no longer show a form for it. Nothing was changed; please do it again.',
      youTyped: 'You typed: {text}',
      noDirect:
        'Discord no longer takes an answer that only you would see, nor a direct message to you. Please ask again.',
    },
    twice: 'This was submitted already; nothing was done twice.',
  },
} as const
