import { CASE, defineCommand, type Caller, type Reply } from '../src/chat/command.ts'
import { managers } from '../src/texts/managers.ts'
import { answerWithLink } from '../src/usecases/answer-with-link.ts'
import { resendLink } from '../src/usecases/manage-round.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { findLatestRound } from '../src/usecases/rounds.ts'

/** A new link for a round nobody opened; the old one stops working. */
async function resend(
  ports: Ports,
  caller: Caller,
  roundId: string,
  byMail: boolean,
): Promise<Reply> {
  const link = await resendLink(ports, caller.actor, roundId, byMail)
  return { kind: 'card', card: await answerWithLink(ports, roundId, link, byMail) }
}

export default defineCommand({
  name: 'resend',
  summary: managers.commands.resend.summary,
  parameters: [
    CASE,
    {
      name: 'by',
      summary: managers.commands.resend.by,
      required: false,
      offers: ['mail'],
    },
  ],
  right: 'verify',
  async type(ports, caller, text) {
    const [caseId = '', ...rest] = text.trim().split(/\s+/)
    const { round } = await ports.store.transaction((tx) => findLatestRound(tx, caseId))
    return resend(ports, caller, round.id, /^(by )?e?-?mail$/i.test(rest.join(' ')))
  },
  press: (ports, caller, args) => resend(ports, caller, args['round'] ?? '', args['by'] === 'mail'),
})
