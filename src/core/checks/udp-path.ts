import { defineSideCheck } from '../side-address.ts'

export default defineSideCheck('udpAddress', {
  id: 'udp-path',
  title: 'Address of direct connections against the stated place',
  path: 'address of direct connections',
  why: 'A proxy carries pages only; what goes past it, as calls do, shows the network that the computer is really in.',
  source: [
    'A SOCKS proxy in the browser, and a tunnel that carries only the page, left the direct path in the home network; a full tunnel did not, and a browser that keeps the path private gives no reading (own laboratory, measured 2026-11-20)',
  ],
})
