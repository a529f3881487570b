/**
 * How much fits where in Slack.
 *
 * Source: docs.slack.dev Block Kit reference and @slack/types 3.2.0, read 2026-11-22, unless a line says more.
 */

/** The most of each thing: characters for texts, items for lists. */
export const MOST = {
  messageBlocks: 50,
  /** `text` beside the blocks; longer is cut by Slack. */
  messageText: 40_000,
  /**
   * All texts of a message's blocks together; beyond it Slack answers `msg_blocks_too_long`.
   * Source: a maintainer in slackapi/bolt-js#2509, read 2026-11-22; not in the reference.
   */
  messageBlocksText: 12_000,
  viewBlocks: 100,
  /** Title, submit and close of a view. */
  viewWords: 24,
  privateMetadata: 3000,
  /** `callback_id`, `external_id`, `action_id`, `block_id`. */
  id: 255,
  text: 3000,
  fields: 10,
  fieldText: 2000,
  header: 150,
  contextElements: 10,
  contextActions: 5,
  actionsElements: 25,
  alertText: 200,
  markdown: 12_000,
  url: 3000,
  altText: 2000,
  imageTitle: 2000,
  buttonText: 75,
  buttonValue: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmWords: 30,
  optionText: 75,
  /** 75 in older references; a server's refusal in slackapi/bolt-python#838 names 150 (read 2026-11-22). */
  optionValue: 150,
  selectOptions: 100,
  groupLabel: 75,
  placeholder: 150,
  /** Options of check boxes and radio buttons. */
  boxes: 10,
  overflow: 5,
  inputWords: 2000,
  inputText: 3000,
  files: 10,
  tableRows: 100,
  tableColumns: 20,
  dataTableRows: 201,
  carousel: 10,
  containerTitle: 150,
  containerBlocks: 10,
  planTasks: 50,
  cardTitle: 150,
  cardBody: 200,
  videoTitle: 200,
} as const
