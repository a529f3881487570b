import { desk } from '../texts/managers-desk.ts'
import { Icon } from './icon.tsx'

const texts = desk.card

/** Why a finding may be harmless, and what to do; nothing where there is neither. */
export function Explanations({ innocent, next }: { innocent: readonly string[]; next: string }) {
  return (
    <>
      {innocent.length > 0 && (
        <div class="innocent">
          <p>{texts.innocent}</p>
          <ul>
            {innocent.map((reason) => (
              <li dir="auto">{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {next !== '' && (
        <p class="next">
          <Icon name="arrow" />
          <span>
            <b>{texts.next}</b> <span dir="auto">{next}</span>
          </span>
        </p>
      )}
    </>
  )
}
