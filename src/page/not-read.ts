/** What is never read, inferred or weighed, as the notice says it. */
export const NOT_READ: readonly string[] = [
  'No camera, microphone, files or precise location.',
  'Nothing about nationality, language, accent, face or voice.',
]
