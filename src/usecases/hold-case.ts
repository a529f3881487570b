/** Holding a case: nothing of it is removed while a law, a dispute or an audit asks for it. */
import { AppError } from '../core/app-error.ts'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import type { Ports } from './ports.ts'
import type { Actor } from './records.ts'

/** Holds a case, or lifts the hold. Fails: `not-found`; `illegal-transition` for an erased case. */
export async function holdCase(
  ports: Ports,
  actor: Actor,
  caseId: string,
  held: boolean,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const kase = await tx.cases.get(caseId)
    if (kase === undefined)
      throw new AppError('not-found', fill(managers.commands.case.unknown, { case: caseId }))
    if (kase.state === 'forgotten') {
      throw new AppError('illegal-transition', managers.commands.hold.erased)
    }
    if ((kase.heldAt !== null) === held) return
    const at = ports.clock.now()
    await tx.cases.update(caseId, { heldAt: held ? at : null, updatedAt: at })
    const event = held ? 'hold-set' : 'hold-lifted'
    await tx.audit.append({ at, actor, event, caseId, detail: {} })
  })
}
