import { defineCommand, fieldText, type Answers, type Caller } from '../src/chat/command.ts'
import { accessRulesSchema, type AccessRules, type Audience } from '../src/core/access.ts'
import { textCard, type Field, type Form } from '../src/core/card.ts'
import { readAccess, writeAccess } from '../src/usecases/access.ts'

/** What each right is called, and what an empty list means. */
const words = {
  verify: 'May open and manage cases',
  review: 'May decide, and erase',
  report: 'May read reports',
} as const

const kinds = ['verify', 'review', 'report'] as const

/** Ids as people and pickers give them: separated by commas or spaces. */
function readIds(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '')
}

function audienceFields(right: (typeof kinds)[number], audience: Audience): Field[] {
  const label = words[right]
  return [
    {
      kind: 'people',
      name: `${right}-people`,
      label: `${label}: people`,
      value: audience.people.join(','),
    },
    {
      kind: 'channels',
      name: `${right}-channels`,
      label: `${label}: everybody in these channels`,
      value: audience.channels.join(','),
    },
    {
      kind: 'groups',
      name: `${right}-groups`,
      label: `${label}: members of these groups`,
      value: audience.groups.join(','),
    },
  ]
}

function listFields(rules: AccessRules): Field[] {
  return [
    ...kinds.flatMap((right) => audienceFields(right, rules[right])),
    {
      kind: 'people',
      name: 'admins',
      label: 'May change these settings',
      value: rules.admins.join(','),
    },
  ]
}

function rulesForm(rules: AccessRules, { workspace, emptyListsMean }: Caller): Form {
  const isConsole = workspace === 'console'
  return {
    command: 'settings',
    args: {},
    title: 'Who may do what',
    ...(isConsole
      ? { intro: 'Whoever holds the console’s key may do everything here.' }
      : { intro: `All three lists of a right left empty: ${emptyListsMean}.` }),
    fields: [
      ...(isConsole ? [] : listFields(rules)),
      {
        kind: 'switch',
        name: 'fourEyes',
        label: 'The person who asked cannot alone set a contradiction aside',
        value: rules.fourEyes,
      },
    ],
    submit: 'Save',
  }
}

function readRules(answers: Answers): AccessRules {
  const audience = (right: string): Audience => ({
    people: readIds(fieldText(answers, `${right}-people`)),
    groups: readIds(fieldText(answers, `${right}-groups`)),
    channels: readIds(fieldText(answers, `${right}-channels`)),
  })
  return accessRulesSchema.parse({
    verify: audience('verify'),
    review: audience('review'),
    report: audience('report'),
    admins: readIds(fieldText(answers, 'admins')),
    fourEyes: answers['fourEyes'] === true,
  })
}

export default defineCommand({
  name: 'settings',
  summary: 'Who may verify, decide and read reports here',
  right: 'admin',
  async type(ports, caller) {
    const rules = await ports.store.transaction((tx) => readAccess(tx, caller.workspace))
    return { kind: 'form', form: rulesForm(rules, caller) }
  },
  async press(ports, caller) {
    const rules = await ports.store.transaction((tx) => readAccess(tx, caller.workspace))
    return { kind: 'form', form: rulesForm(rules, caller) }
  },
  async form(ports, caller) {
    const rules = await ports.store.transaction((tx) => readAccess(tx, caller.workspace))
    return rulesForm(rules, caller)
  },
  async submit(ports, caller, answers) {
    await writeAccess(ports, caller.actor, caller.workspace, readRules(answers))
    return { kind: 'card', card: textCard('Saved', ['The rules hold from the next click on.']) }
  },
})
