import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { makeReportLink, REPORT_LINK_MS } from '../src/usecases/read-report.ts'

/** A private link to the report. */
async function report(ports: Ports, caller: Caller, caseId: string): Promise<Reply> {
  const url = await makeReportLink(ports, caller.actor, caseId)
  const card = textCard('The report', [`This link works for ${REPORT_LINK_MS / 60_000} minutes.`])
  const link = { kind: 'link' as const, label: 'Open the report', url }
  return { kind: 'card', card: { ...card, sections: [link, ...card.sections] } }
}

export default defineCommand({
  name: 'report',
  summary: 'All findings, what was not measured, and the audit trail',
  parameters: [CASE],
  right: 'report',
  type: (ports, caller, text) => report(ports, caller, text.trim()),
  press: (ports, caller, args) => report(ports, caller, args['case'] ?? ''),
})
