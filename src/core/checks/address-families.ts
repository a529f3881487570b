import { defineSideCheck } from '../side-address.ts'

export default defineSideCheck('familyAddress', {
  id: 'address-families',
  title: 'IPv4 address against IPv6 address',
  path: 'address of the other kind',
  why: 'Many tunnels carry only one of the two kinds of address; the other then shows the network that the computer is really in.',
  source: [
    'Which kind a browser uses is its own choice (RFC 8305), so each is asked alone by a host name of its own (read 2026-11-25)',
  ],
})
