/** The console: a hiring channel in the browser. The same component draws it on the server and lives in the browser. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { desk } from '../texts/managers-desk.ts'
import { Composer } from './composer.tsx'
import { ConnectionLine } from './connection-line.tsx'
import { toTimeline } from './console-model.ts'
import { Drafts } from './drafts.tsx'
import { EmptyChannel } from './empty-channel.tsx'
import { FormDialog } from './form-dialog.tsx'
import { Icon } from './icon.tsx'
import { Rail } from './rail.tsx'
import { Timeline } from './timeline.tsx'
import { toTyped } from './command-menu.ts'
import { ownZone, useConsole } from './use-console.ts'
import { useFollowing } from './use-following.ts'
import type { ConsoleData } from './views.ts'

const texts = desk.console

/** The whole console. */
export function ConsoleApp({ data }: { data: ConsoleData }) {
  const { model, actions } = useConsole(data)
  const [text, setText] = useState('')
  const [focusAt, setFocusAt] = useState(0)
  // The server does not know the reader's zone: it draws UTC, and so must the first drawing here.
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => setZone(ownZone()), [])

  const timeline = useMemo(() => toTimeline(model), [model.messages, model.replies])
  const follow = useFollowing(timeline, model.fresh)
  const shown = model.forms.find(({ id }) => id === model.shown)
  const composing = model.waiting.some(({ key }) => key === 'composer')
  const trouble = model.troubles['composer'] ?? null
  const isOver = model.connection === 'over'

  return (
    <div class="console">
      <Rail
        data={data}
        onPick={(command) => {
          setText(`${toTyped(command)} `)
          setFocusAt((count) => count + 1)
        }}
      />
      <div class="channel">
        <header class="channel-head">
          <h1>
            <span class="hash" aria-hidden="true">
              #
            </span>{' '}
            {data.channel}
          </h1>
          <p class="channel-topic">
            <span dir="auto">{data.company}</span>
            <span>{texts.topic}</span>
          </p>
        </header>
        <main class="messages">
          {data.simulatedNote !== undefined && (
            <p class="simulated-note">
              <Icon name="flask" /> <span dir="auto">{data.simulatedNote}</span>
            </p>
          )}
          <noscript>
            <p class="trouble">{texts.noScript}</p>
          </noscript>
          {timeline.length === 0 ? (
            <EmptyChannel channel={data.channel} busy={composing} onType={actions.type} />
          ) : (
            <Timeline items={timeline} model={model} zone={zone} actions={actions} />
          )}
        </main>
        <footer class="channel-foot">
          {follow.hasNews && (
            <button type="button" class="news" onClick={follow.toBottom}>
              {texts.news} <Icon name="down" />
            </button>
          )}
          <ConnectionLine connection={model.connection} onRetry={actions.retry} />
          <Drafts forms={model.forms} shown={model.shown} actions={actions} />
          <Composer
            channel={data.channel}
            commands={data.commands}
            text={text}
            busy={composing}
            trouble={isOver ? null : trouble}
            focusAt={focusAt}
            onText={setText}
            onSend={actions.type}
          />
        </footer>
      </div>
      <p class="heard" role="status">
        {model.announcement}
      </p>
      {shown !== undefined && (
        <FormDialog
          key={shown.id}
          open={shown}
          ownZone={zone}
          findPlaces={actions.findPlaces}
          onEdit={(name, value) => actions.edit(shown.id, name, value)}
          onSubmit={() => actions.submit(shown.id)}
          onClose={actions.close}
        />
      )}
    </div>
  )
}
