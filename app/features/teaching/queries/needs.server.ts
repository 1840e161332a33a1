// What waits for a person around teaching: to sign, to say whether they were there, to mend what came back.
import { sql } from 'drizzle-orm'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { rowsOf, uuids } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { canConfirm, canSign } from '../policy.ts'
import type { SessionFile } from '../rules/session.ts'
import { readLeaders } from './leaders.server.ts'
import { readSessions } from './sessions.server.ts'

export type TeachingNeed = {
  kind: 'sign' | 'confirm' | 'returned'
  sessionId: string
  subject: string
  language: string
  teacher: string | null
}

/** Counted in every page's head: one statement for those for whom nothing waits. */
export function listTeachingNeedsFor(actor: Person, ctx: Ctx = here()): Promise<TeachingNeed[]> {
  return once(ctx, `teaching needs ${actor.id}`, () => readNeeds(actor, ctx))
}

async function readNeeds(actor: Person, ctx: Ctx): Promise<TeachingNeed[]> {
  const sessions = await readSessions(await whatMayWait(actor, ctx), ctx)
  const asked = sessions.filter((session) => canSign(actor, session))
  const leaders = await readLeaders(asked, ctx)
  return sessions.flatMap((session): TeachingNeed[] => {
    const kind = kindOf(actor, session, leaders.get(session.id) ?? [])
    const { id: sessionId, subject, language, teacher } = session
    return kind ? [{ kind, sessionId, subject, language, teacher: teacher.name }] : []
  })
}

function kindOf(actor: Person, session: SessionFile, leaders: readonly string[]): TeachingNeed['kind'] | null {
  if (session.teacher.userId === actor.id) return session.returnedAt ? 'returned' : null
  const mine = session.people.find((one) => one.userId === actor.id)
  if (mine && !mine.declined && canConfirm(actor, session)) return 'confirm'
  return leaders.includes(actor.id) ? 'sign' : null
}

async function whatMayWait(actor: Person, ctx: Ctx): Promise<string[]> {
  const leads = homeUnitsOf(actor, ['unit_manager', 'education_lead'])
  const asked = sql`union
    select s.id from teaching_sessions s join units u on u.id in (s.home_unit_id, s.unit_id)
      where s.asked_at is not null and s.signed_at is null and u.lineage && ${uuids(leads)}`
  const rows = await ctx.db.execute(sql`
    with me as (select id from cascade_people where user_id = ${actor.id}::uuid)
    select l.session_id as id from teaching_learners l join me on me.id = l.person_id
      where l.confirmed_at is null and l.declined_at is null
    union
    select s.id from teaching_sessions s join me on me.id = s.teacher_id
      where s.returned_at is not null and s.signed_at is null
    ${leads.length === 0 ? sql`` : asked}`)
  return rowsOf<{ id: string }>(rows).map(({ id }) => id)
}
