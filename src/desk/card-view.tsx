/** Draws a platform-neutral card. Every text in it is plain text and stays so. */
import { CARD_PICTURE, type Button, type Card, type Fact, type Section } from '../core/card.ts'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { CopyLink } from './copy-link.tsx'
import { Explanations } from './explanations.tsx'
import { toHref, toOwnPath } from './href.ts'
import { Icon } from './icon.tsx'
import { ToneMark } from './tone-mark.tsx'

const texts = desk.card

/** What a card needs besides its words. */
export interface CardProps {
  /** Unique on the page: names the card's title for assistive technology. */
  id: string
  card: Card
  /** Which button waits for its answer. */
  pressing?: number | null
  /** Why the last press did not get through. */
  trouble?: string | null
  onPress?: (button: Button, index: number) => void
}

/** A card: title with tone and badges, sections, buttons. */
export function CardView({ id, card, pressing = null, trouble = null, onPress }: CardProps) {
  return (
    <div class={`card tone-${card.tone}`}>
      <h2 class="card-title" id={`${id}-title`}>
        <ToneMark tone={card.tone} />
        <span dir="auto">{card.title}</span>
        {card.badges.map((badge) => (
          <span class="badge" dir="auto">
            {badge}
          </span>
        ))}
      </h2>
      {card.sections.map((section) => (
        <SectionView section={section} />
      ))}
      {card.buttons.length > 0 && (
        <div class="buttons">
          {card.buttons.map((button, index) => (
            <button
              type="button"
              class={`button button-${button.style}`}
              aria-disabled={pressing !== null}
              aria-busy={pressing === index}
              onClick={() => {
                if (pressing === null) onPress?.(button, index)
              }}
            >
              {button.label}
            </button>
          ))}
        </div>
      )}
      {trouble !== null && (
        <p class="trouble" role="alert">
          <Icon name="triangle" /> {trouble}
        </p>
      )}
    </div>
  )
}

function SectionView({ section }: { section: Section }) {
  switch (section.kind) {
    case 'text':
      return (
        <p class={section.quiet ? 'text quiet' : 'text'} dir="auto">
          {section.text}
        </p>
      )
    case 'facts':
      return <Facts facts={section.facts} />
    case 'finding':
      return <FindingView finding={section} />
    case 'steps':
      return <Steps steps={section.steps} />
    case 'link':
      return <LinkView link={section} />
    case 'image':
      return <PictureView picture={section} />
  }
}

/** A picture of ours; one that is gone leaves its words. */
function PictureView({ picture: { url, alt } }: { picture: Extract<Section, { kind: 'image' }> }) {
  const src = toOwnPath(url)
  if (src === null) return <p class="text quiet">{alt}</p>
  return (
    <p class="card-picture">
      <img src={src} alt={alt} {...CARD_PICTURE} loading="lazy" decoding="async" />
    </p>
  )
}

/** More facts than this are a list to look things up in, not a line to read. */
const MOST_IN_LINE = 6

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class={facts.length > MOST_IN_LINE ? 'facts listed' : 'facts'}>
      {facts.map(({ name, value }) => (
        <div>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What was claimed, expected and seen; why it may be harmless; what to do. */
function FindingView({ finding }: { finding: Extract<Section, { kind: 'finding' }> }) {
  return (
    <div class={finding.against ? 'finding against' : 'finding fits'}>
      <h3>
        <Icon name={finding.against ? 'differs' : 'check'} />
        <span class="heard">{finding.against ? texts.against : texts.fits}</span>
        <span dir="auto">{finding.title}</span>
      </h3>
      <Facts facts={finding.facts} />
      <Explanations innocent={finding.innocent} next={finding.next} />
    </div>
  )
}

function Steps({ steps }: { steps: Extract<Section, { kind: 'steps' }>['steps'] }) {
  return (
    <ol class="steps">
      {steps.map(({ label, state }) => (
        <li class={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="dot">{state === 'done' && <Icon name="tick" />}</span>
          <span dir="auto">{label}</span>
          <span class="heard">{fill(texts.step, { state: texts.steps[state] })}</span>
        </li>
      ))}
    </ol>
  )
}

function LinkView({ link }: { link: Extract<Section, { kind: 'link' }> }) {
  const href = toHref(link.url)
  if (href === null) return <Facts facts={[{ name: link.label, value: link.url }]} />
  if (link.copy) return <CopyLink label={link.label} url={href} />
  return (
    <p class="link">
      <a href={href} target="_blank" rel="noopener noreferrer">
        <span dir="auto">{link.label}</span> <Icon name="outward" />
        <span class="heard">{texts.newTab}</span>
      </a>
    </p>
  )
}
