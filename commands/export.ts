import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { makeReportLink, REPORT_LINK_MS } from '../src/usecases/read-report.ts'

/** A private link to everything kept of a case, as a file. */
async function exportCase(ports: Ports, caller: Caller, caseId: string): Promise<Reply> {
  const url = `${await makeReportLink(ports, caller.actor, caseId)}/export.json`
  const card = textCard('Everything kept of this case', [
    `Claims, readings, findings, decisions and the audit trail in one file, for the candidate or for counsel. This link works for ${REPORT_LINK_MS / 60_000} minutes.`,
  ])
  const link = { kind: 'link' as const, label: 'Download', url }
  return { kind: 'card', card: { ...card, sections: [link, ...card.sections] } }
}

export default defineCommand({
  name: 'export',
  summary: 'Everything kept of a case, as a file',
  parameters: [CASE],
  right: 'report',
  type: (ports, caller, text) => exportCase(ports, caller, text.trim()),
  press: (ports, caller, args) => exportCase(ports, caller, args['case'] ?? ''),
})
