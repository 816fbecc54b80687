import { sql } from 'kysely'
import { ROLE_NAMES, type Role, seesAs } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { RULE_ROLES } from '../domain/second-factor-rule.ts'

type RuleRole = (typeof RULE_ROLES)[number]
type Rules = {
  roles: { role: RuleRole; required: boolean; holders: number; withSecondFactor: number }[]
  setAt: string | null
  setByName: string | null
}

/** Which roles must have a second factor, and how many of their holders have one today. */
export async function readSignInRules(tx: Tx): Promise<Result<Rules>> {
  const root = await rootUnit(tx)
  if (!seesAs(tx.actor, ['administrator', 'auditor'], [root.id])) {
    return refuse('not-yours-to-see', { who: 'quản trị viên' })
  }
  const rule = await tx.db.selectFrom('second_factor_rule').selectAll().orderBy('set_at', 'desc').execute()
  const { rows } = await sql<{ role: Role; holders: number; withSecondFactor: number }>`
    select g.role, count(distinct a.id)::int as holders,
      (count(distinct a.id) filter (where a.second_factor_at is not null))::int as "withSecondFactor"
    from app.post_grant g
    join app.post t on t.id = g.post_id
    join app.account a on a.person_id = t.person_id and a.disabled_at is null
    where ${tx.today}::date between t.valid_from and coalesce(t.valid_to, 'infinity')
      and ${tx.today}::date between g.valid_from and coalesce(g.valid_to, 'infinity')
    group by g.role`.execute(tx.db)
  const roles = RULE_ROLES.map((role) => {
    const counted = rows.find((row) => row.role === role)
    const required = rule.some((row) => row.role === role)
    return { role, required, holders: counted?.holders ?? 0, withSecondFactor: counted?.withSecondFactor ?? 0 }
  })
  return ok({ roles, setAt: rule[0]?.set_at.toISOString() ?? null, setByName: rule[0]?.set_by_name ?? null })
}

/**
 * Says which roles must have a second factor. It holds from this moment: whoever has none meets only the page where he gets one. The last
 * of two administrators at once is right; the record has both.
 */
export async function setSignInRules(tx: Tx, input: { roles: readonly RuleRole[] }): Promise<Result<{ done: true }>> {
  await lockOrganisation(tx)
  const root = await rootUnit(tx)
  const may = whyMayNot(tx.actor, 'set-sign-in-rules', { units: [[root.id]] })
  if (may) return { ok: false, refusal: may }
  const wanted = RULE_ROLES.filter((role) => input.roles.includes(role))
  const there = (await tx.db.selectFrom('second_factor_rule').select('role').execute()).map((row) => row.role)
  if (wanted.length === there.length && wanted.every((role) => there.includes(role))) return ok({ done: true })
  await tx.db.deleteFrom('second_factor_rule').execute()
  if (wanted.length > 0) {
    const set = { set_at: tx.now, set_by_name: actorName(tx.actor) }
    await tx.db
      .insertInto('second_factor_rule')
      .values(wanted.map((role) => ({ role, ...set })))
      .execute()
  }
  const roles = wanted.map((role) => ROLE_NAMES[role]).join(', ') || 'không vai trò nào'
  const thing = { kind: 'installation', id: root.id, name: root.name } as const
  await record(tx, 'second-factor.rule-set', thing, { detail: { roles } })
  return ok({ done: true })
}
