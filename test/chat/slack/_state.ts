/** What Slack sends when a person presses Submit and touched nothing. */
import { isObject } from '../../../src/chat/json-faults.ts'
import { slackViewSchema, type SlackView } from '../../../src/chat/slack/modal.ts'

/** A view as it is submitted, every field as it was when it opened. */
export function untouched(view: { blocks: unknown[]; private_metadata?: string }): SlackView {
  const values = Object.fromEntries(
    view.blocks.flatMap((block) => {
      const element = isObject(block) && block['type'] === 'input' ? block['element'] : undefined
      if (!isObject(block) || !isObject(element)) return []
      const value = {
        type: element['type'],
        value: element['initial_value'] ?? null,
        selected_option: element['initial_option'] ?? null,
        selected_options: element['initial_options'] ?? [],
        selected_date_time: element['initial_date_time'] ?? null,
        selected_users: element['initial_users'] ?? [],
        selected_conversations: element['initial_conversations'] ?? [],
      }
      return [[String(block['block_id']), { [String(element['action_id'])]: value }]]
    }),
  )
  return slackViewSchema.parse(JSON.parse(JSON.stringify({ ...view, state: { values } })))
}
