/** Small line drawings. They never stand alone: a word beside them, seen or spoken, says the same. */

const drawings = {
  pin: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21Z M12 12a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 11v5.5 M12 7.6v.1',
  check: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M8 12.4l2.8 2.8L16 9.6',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2 1-1.2 1.9 M12 16.6v.1',
  triangle: 'M12 3.6 2.6 20h18.8L12 3.6Z M12 10v4.4 M12 17.2v.1',
  octagon: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3Z M12 7.6v5.2 M12 16.2v.1',
  differs: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3Z M8 10.2h8 M8 13.8h8 M14 7.6l-4 8.8',
  tick: 'M5 12.6l4.6 4.6L19 7.6',
  arrow: 'M5 12h13 M12.6 6.4 18.4 12l-5.8 5.6',
  down: 'M12 5v13 M6.4 12.6l5.6 5.8 5.6-5.8',
  copy: 'M9 9h10.5v10.5H9V9Z M15 9V4.5H4.5V15H9',
  outward: 'M13.5 4.5h6v6 M19.5 4.5l-9 9 M17.5 14v5.5h-13v-13H10',
  close: 'M6 6l12 12 M18 6 6 18',
  slash: 'M15.5 4.5l-7 15',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12Z M12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z',
  flask:
    'M9.5 3.5h5 M10.5 3.5v6L4.8 19a1 1 0 0 0 .9 1.5h12.6a1 1 0 0 0 .9-1.5l-5.7-9.5v-6 M7.6 15h8.8',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof drawings

/** One drawing, hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
