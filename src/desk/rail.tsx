import { desk } from '../texts/managers-desk.ts'
import { toTyped } from './command-menu.ts'
import { Icon } from './icon.tsx'
import type { CommandView, ConsoleData } from './views.ts'

/** The side of the console on wide screens: company, channel, and what can be typed. */
export function Rail({
  data,
  onPick,
}: {
  data: ConsoleData
  onPick: (command: CommandView) => void
}) {
  return (
    <aside class="rail" aria-label={desk.rail.label}>
      <p class="rail-company" dir="auto">
        {data.company}
      </p>
      <p class="rail-channel">
        <span aria-hidden="true">#</span> {data.channel}
      </p>
      <h2>{desk.rail.commands}</h2>
      <ul class="rail-commands">
        {data.commands.map((command) => (
          <li>
            <button type="button" onClick={() => onPick(command)}>
              <b>{toTyped(command)}</b>
              <span>{command.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="rail-person">
        <span class="person-dot" aria-hidden="true" />
        <span dir="auto">{data.person}</span>
      </p>
      <p class="rail-brand">
        <Icon name="pin" /> Whereabouts
      </p>
    </aside>
  )
}
