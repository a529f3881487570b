/** The access rules of a workspace, kept in the database. */
import { accessRulesSchema, OPEN_RULES, type AccessRules } from '../core/access.ts'
import type { Ports } from './ports.ts'
import type { Actor, Tx } from './records.ts'

/** The rules in force. In: the workspace as its chat names it: "slack:T012". */
export async function readAccess(tx: Tx, workspace: string): Promise<AccessRules> {
  const kept = await tx.settings.get(`access:${workspace}`)
  return kept === undefined ? OPEN_RULES : accessRulesSchema.parse(JSON.parse(kept))
}

/** Sets the rules. The caller has checked that the person is an admin. */
export async function writeAccess(
  ports: Ports,
  actor: Actor,
  workspace: string,
  rules: AccessRules,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    await tx.settings.set(`access:${workspace}`, JSON.stringify(rules))
    const detail = { workspace, fourEyes: rules.fourEyes }
    await tx.audit.append({
      at: ports.clock.now(),
      actor,
      event: 'access-changed',
      caseId: null,
      detail,
    })
  })
}
