/** The forms and small pieces that several pages share. Every form works without script. */
import type { ComponentChildren } from 'preact'
import { useTexts } from './texts.ts'

/** A form that posts, with the nonce that shows it came from our page. Without `action` it posts to its own page. */
export function PostForm(props: {
  action?: string
  nonce: string
  /** Opens the answer in a new tab, so that this one stays. */
  newTab?: boolean
  class?: string
  children: ComponentChildren
}) {
  const tab = props.newTab ? { target: '_blank', rel: 'noopener' } : {}
  const to = props.action === undefined ? {} : { action: props.action }
  return (
    <form method="post" class={props.class} {...to} {...tab}>
      <input type="hidden" name="nonce" value={props.nonce} />
      {props.children}
    </form>
  )
}

/** A name in its own writing direction, which leaves the sentence around it alone. */
export function Name({ children }: { children: string }) {
  return <bdi dir="auto">{children}</bdi>
}

/** Who to ask. Only a plain e-mail or https address becomes a link; anything else stays text. */
export function Contact({ children }: { children: string }) {
  const href = contactHref(children)
  if (href === undefined) return <Name>{children}</Name>
  // A narrow screen may break an address before its @, rather than inside a word.
  const [user, host] = children.split('@')
  return (
    <a href={href}>
      <bdi dir="auto">
        {user}
        {host !== undefined && (
          <>
            <wbr />@{host}
          </>
        )}
      </bdi>
    </a>
  )
}

function contactHref(contact: string): string | undefined {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return `mailto:${contact}`
  return /^https:\/\/[\w-]+(\.[\w-]+)+(:\d+)?(\/[^\s"<>@]*)?$/.test(contact) ? contact : undefined
}

/** Asks a person for a live alternative. One press is enough; the words are optional. */
export function AnotherWay({ action, nonce }: { action: string; nonce: string }) {
  const { anotherWay, buttons } = useTexts()
  return (
    <PostForm action={action} nonce={nonce} class="option">
      <p>{anotherWay.text}</p>
      <details>
        <summary>{anotherWay.summary}</summary>
        <label for="another-way-text">{anotherWay.label}</label>
        <textarea id="another-way-text" name="text" rows={3} maxLength={1000} dir="auto" />
      </details>
      <button>{buttons.anotherWay}</button>
    </PostForm>
  )
}
