/** Keeps the newest message in view for those who read at the bottom, and everybody else where they are. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TimelineItem } from './console-model.ts'

/** How close to the bottom still counts as reading there, px: about two lines. */
const NEAR_PX = 48

/** What following offers the page. */
export interface Following {
  /** Whether something came while the reader was elsewhere. */
  hasNews: boolean
  toBottom(): void
}

function isNearBottom(): boolean {
  const { scrollHeight } = document.documentElement
  return scrollHeight - innerHeight - scrollY <= NEAR_PX
}

/** Scrolls to the bottom; a last card taller than the screen shows its beginning instead. */
function showLast(last: TimelineItem | undefined): void {
  const id = last?.kind === 'message' ? last.message.id : last?.reply.id
  const element = id === undefined ? null : document.getElementById(`item-${id}`)
  const isTall = element !== null && element.offsetHeight > innerHeight * 0.7
  if (isTall) element.scrollIntoView({ block: 'start' })
  else scrollTo(0, document.documentElement.scrollHeight)
}

/** Follows the end of the channel. */
export function useFollowing(items: readonly TimelineItem[], fresh: string | null): Following {
  const following = useRef(true)
  /** Where the page was scrolled by us, so that it is not taken for the reader's own doing. */
  const own = useRef(-1)
  const count = useRef(items.length)
  const [hasNews, setHasNews] = useState(false)

  const follow = () => {
    showLast(items.at(-1))
    own.current = scrollY
  }
  useEffect(() => {
    const onScroll = () => {
      if (Math.abs(scrollY - own.current) < 2) return
      own.current = -1
      following.current = isNearBottom()
      if (following.current) setHasNews(false)
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => removeEventListener('scroll', onScroll)
  }, [])
  useLayoutEffect(() => {
    const grew = items.length > count.current
    count.current = items.length
    const last = items.at(-1)
    if (last === undefined) return
    const reply = items.find((item) => item.kind === 'reply' && item.reply.id === fresh)
    if (reply !== undefined && reply !== last) {
      // An answer to this person, further up: bring it into view without leaving the place.
      document.getElementById(`item-${fresh}`)?.scrollIntoView({ block: 'nearest' })
    } else if (following.current || reply !== undefined) follow()
    else if (grew) setHasNews(true)
  }, [items])

  return {
    hasNews,
    toBottom() {
      following.current = true
      setHasNews(false)
      follow()
    },
  }
}
