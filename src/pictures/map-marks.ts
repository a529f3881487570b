/** The marks of a map: each has a shape of its own, and each fits into the next larger, so that all are seen on one spot. */
import { colours } from './colours.ts'
import { element, short } from './svg.ts'

/** What a mark stands for. */
export type MarkKind = 'claim' | 'address' | 'server'

/** How far a mark reaches from its point. */
export const markReach: Readonly<Record<MarkKind, number>> = { address: 7, claim: 10, server: 13 }

/** Draws a mark. */
export function drawMark(kind: MarkKind, { x, y }: { x: number; y: number }): string {
  switch (kind) {
    case 'claim':
      return element('circle', {
        class: 'mark-claim',
        cx: x,
        cy: y,
        r: 9,
        fill: colours.claim,
        stroke: colours.paper,
        'stroke-width': 1.5,
      })
    case 'address':
      return element('path', {
        class: 'mark-address',
        d: `M${short(x)} ${short(y - 6.5)}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`,
        fill: colours.address,
        stroke: colours.paper,
        'stroke-width': 1.5,
      })
    case 'server':
      return element('rect', {
        class: 'mark-server',
        x: x - 11,
        y: y - 11,
        width: 22,
        height: 22,
        rx: 2,
        fill: colours.paper,
        stroke: colours.server,
        'stroke-width': 2.5,
      })
  }
}
