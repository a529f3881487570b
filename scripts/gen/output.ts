/** A generated file. */
export interface Output {
  path: string
  text: string
}
