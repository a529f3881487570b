/**
 * How much fits where in Discord.
 *
 * Source: discord/discord-api-docs, components reference, message resource, application commands, read 2026-11-25,
 * unless a line says more.
 */

/** The most of each thing: characters for texts, items for lists. */
export const MOST = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedText: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** All texts of all embeds of a message together. */
  embedsText: 6000,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  modalTitle: 45,
  modalParts: 5,
  label: 45,
  labelHint: 100,
  inputText: 4000,
  placeholder: 100,
  selectPlaceholder: 150,
  selectOptions: 25,
  boxes: 10,
  optionText: 100,
  textDisplay: 4000,
  choices: 25,
  choiceText: 100,
  commandName: 32,
  commandText: 100,
  commandOptions: 25,
  /** Names, descriptions and values of a command with all its options and choices. */
  commandSize: 8000,
  nonce: 25,
  altText: 1024,
} as const

/** Types of components. */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  channelSelect: 8,
  textDisplay: 10,
  label: 18,
  radioGroup: 21,
  checkboxGroup: 22,
} as const

/** Styles of buttons. */
export const BUTTON_STYLE = { primary: 1, normal: 2, danger: 4, link: 5 } as const

/** Flags of messages. */
export const FLAG = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6 } as const
