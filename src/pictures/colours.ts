/** Colours of pictures on paper; the desk's style sheet has darker ones for dark screens, by the same names. */

/** Every one has a shape or a line of its own beside it, so that a picture without colour says the same. */
export const colours = {
  paper: '#ffffff',
  water: '#eef4f7',
  land: '#dde3dd',
  border: '#b3bdb6',
  ink: '#16211f',
  quiet: '#51605d',
  claim: '#0b6b62',
  address: '#8a4b00',
  server: '#27509b',
  line: '#dbe2e0',
} as const
