import { defineCommand, fieldText, type Answers, type Caller } from '../src/chat/command.ts'
import { accessRulesSchema, type AccessRules, type Audience } from '../src/core/access.ts'
import { textCard, type Field, type Form } from '../src/core/card.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import { readAccess, writeAccess } from '../src/usecases/access.ts'

const texts = managers.commands.settings

const kinds = ['verify', 'review', 'report'] as const

/** Ids as people and pickers give them: separated by commas or spaces. */
function readIds(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '')
}

function audienceFields(right: (typeof kinds)[number], audience: Audience): Field[] {
  const name = { right: texts.rights[right] }
  return [
    {
      kind: 'people',
      name: `${right}-people`,
      label: fill(texts.people, name),
      value: audience.people.join(','),
    },
    {
      kind: 'channels',
      name: `${right}-channels`,
      label: fill(texts.channels, name),
      value: audience.channels.join(','),
    },
    {
      kind: 'groups',
      name: `${right}-groups`,
      label: fill(texts.groups, name),
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
      label: texts.admins,
      value: rules.admins.join(','),
    },
  ]
}

function rulesForm(rules: AccessRules, { workspace, emptyListsMean }: Caller): Form {
  const isConsole = workspace === 'console'
  return {
    command: 'settings',
    args: {},
    title: texts.title,
    intro: isConsole ? texts.console : fill(texts.emptyLists, { meaning: emptyListsMean }),
    fields: [
      ...(isConsole ? [] : listFields(rules)),
      {
        kind: 'switch',
        name: 'fourEyes',
        label: texts.fourEyes,
        value: rules.fourEyes,
      },
    ],
    submit: texts.save,
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
  summary: texts.summary,
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
    return { kind: 'card', card: textCard(texts.saved, [texts.savedNext]) }
  },
})
