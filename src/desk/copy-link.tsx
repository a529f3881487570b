import { useRef, useState } from 'preact/hooks'
import { fill } from '../texts/fill.ts'
import { desk } from '../texts/managers-desk.ts'
import { Icon } from './icon.tsx'

const texts = desk.copyLink

/** How long "Copied" stays, ms: long enough to be read, short enough to copy again. */
const COPIED_MS = 2500

/** A link to be sent on: its address to see and select, a button that copies it, another that opens it. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    setCopied((await toClipboard(url, field.current)) ? 'yes' : 'failed')
    setTimeout(() => setCopied('no'), COPIED_MS)
  }
  return (
    <div class="copy-link">
      <label>
        <span class="label" dir="auto">
          {label}
        </span>
        <input
          ref={field}
          readOnly
          dir="ltr"
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" class="button button-primary" onClick={() => void copy()}>
        <Icon name={copied === 'yes' ? 'tick' : 'copy'} />
        {copied === 'yes' ? texts.copied : texts.copy}
      </button>
      <a class="button button-normal" href={url} target="_blank" rel="noopener noreferrer">
        {texts.open}
        <span class="heard">{fill(texts.opens, { label })}</span>
      </a>
      <span class="copy-note" role="status">
        {copied === 'yes' && <span class="heard">{texts.done}</span>}
        {copied === 'failed' && texts.failed}
      </span>
    </div>
  )
}

/** Copies; where the clipboard is closed to scripts (plain http), selects the field for the person's own keys. */
async function toClipboard(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field?.focus()
    field?.select()
    return false
  }
}
