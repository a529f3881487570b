/** Width of the drawing, and of its middle line, in its own units. */
const WIDTH = 120
const MIDDLE = WIDTH / 2

/**
 * A weight as a bar: to the right it speaks against the claim, to the left for it.
 *
 * In: bans and the largest that can be. The words beside it say the same, so it is hidden from assistive technology.
 */
export function WeightBar({ bans, most }: { bans: number; most: number }) {
  const length = (Math.min(Math.abs(bans), most) / most) * (MIDDLE - 2)
  const side = bans > 0 ? 'against' : 'for'
  return (
    <svg
      class="weight-bar"
      viewBox={`0 0 ${WIDTH} 12`}
      width={WIDTH}
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="track" x="0" y="4" width={WIDTH} height="4" rx="2" />
      {length > 0 && (
        <rect
          class={`weight-${side}`}
          x={bans > 0 ? MIDDLE : MIDDLE - length}
          y="2"
          width={length}
          height="8"
          rx="2"
        />
      )}
      <rect class="middle" x={MIDDLE - 1} y="0" width="2" height="12" />
    </svg>
  )
}

/** A weight as a number with its sign: "+1.5", "−0.3", "0". */
export function formatBans(bans: number): string {
  if (bans === 0) return '0'
  return `${bans > 0 ? '+' : '−'}${Math.abs(bans).toFixed(1)}`
}
