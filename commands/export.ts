import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { makeReportLink, REPORT_LINK_MS } from '../src/usecases/read-report.ts'

const texts = managers.commands.export

/** A private link to everything kept of a case, as a file. */
async function exportCase(ports: Ports, caller: Caller, caseId: string): Promise<Reply> {
  const url = `${await makeReportLink(ports, caller.actor, caseId)}/export.json`
  const card = textCard(texts.title, [fill(texts.content, { minutes: REPORT_LINK_MS / 60_000 })])
  const link = { kind: 'link' as const, label: texts.download, url }
  return { kind: 'card', card: { ...card, sections: [link, ...card.sections] } }
}

export default defineCommand({
  name: 'export',
  summary: texts.summary,
  parameters: [CASE],
  right: 'report',
  type: (ports, caller, text) => exportCase(ports, caller, text.trim()),
  press: (ports, caller, args) => exportCase(ports, caller, args['case'] ?? ''),
})
