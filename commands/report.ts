import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { textCard } from '../src/core/card.ts'
import { fill } from '../src/texts/fill.ts'
import { managers } from '../src/texts/managers.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { makeReportLink, REPORT_LINK_MS } from '../src/usecases/read-report.ts'

const texts = managers.commands.report

/** A private link to the report. */
async function report(ports: Ports, caller: Caller, caseId: string): Promise<Reply> {
  const url = await makeReportLink(ports, caller.actor, caseId)
  const card = textCard(texts.title, [fill(texts.works, { minutes: REPORT_LINK_MS / 60_000 })])
  const link = { kind: 'link' as const, label: texts.open, url }
  return { kind: 'card', card: { ...card, sections: [link, ...card.sections] } }
}

export default defineCommand({
  name: 'report',
  summary: texts.summary,
  parameters: [CASE],
  right: 'report',
  type: (ports, caller, text) => report(ports, caller, text.trim()),
  press: (ports, caller, args) => report(ports, caller, args['case'] ?? ''),
})
