// What people have done at work, as it stands in the other rooms: nothing is copied, so that what is taken back is gone here too.
import { desc, eq, sql } from 'drizzle-orm'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { isAmong, rowsOf, uuids } from '#db/client.server.ts'
import { type Ctx, once } from '#db/context.server.ts'
import { pdsaCycles } from '#db/schema/index.ts'
import { knownEvidence } from '../evidence.server.ts'
import { type Counted, type Evidence, evidenceOfCycles, rulesFor, whatCounts } from '../rules/evidence.ts'
import { leaderNow, type PairFile } from '../rules/pair.ts'
import type { Walker } from '../words.ts'

/** What counts on each track of a pair's walk, by `doneKey`. */
export type CountedWork = Record<Walker, Map<string, Counted>>

/**
 * Modules are counted for many walks at once: what counts on the resource person's track, by pair; with `until` what was done
 * before that instant. Unguarded as well.
 */
export async function readCountedWorks(
  walks: readonly { id: string; personId: string; startedAt: Date }[],
  path: LearningPath,
  ctx: Ctx,
  until?: Date,
): Promise<Map<string, string[]>> {
  const rules = rulesFor(path, knownEvidence)
  if (rules.length === 0 || walks.length === 0) return new Map()
  const personOf = new Map(walks.map((walk) => [walk.id, walk.personId]))
  const of = new Map<string, Evidence[]>()
  const keep = (one: Evidence) => {
    if (!until || one.at < until) of.set(one.personId, [...(of.get(one.personId) ?? []), one])
  }
  for (const one of await readWork([...personOf.values()], ctx)) keep(one)
  const cycles = await ctx.db
    .select()
    .from(pdsaCycles)
    .where(isAmong(pdsaCycles.pairId, [...personOf.keys()]))
  for (const [pairId, personId] of personOf) {
    const own = cycles.filter((one) => one.pairId === pairId)
    for (const one of evidenceOfCycles(own, personId)) keep(one)
  }
  return new Map(
    walks
      .filter((walk) => of.has(walk.personId))
      .map(({ id, personId, startedAt: since }) => {
        const counted = whatCounts(of.get(personId) ?? [], rules, { personId, track: 'resource_person', since })
        return [id, [...counted.keys()]]
      }),
  )
}

/** Unguarded: that something counts, not what it is. `whatIsShownOf` asks what the reader may see of it. */
export async function readCountedWork(pair: PairFile, path: LearningPath, ctx: Ctx): Promise<CountedWork> {
  const rules = rulesFor(path, knownEvidence)
  const nothing = { resource_person: new Map(), leader: new Map() }
  if (rules.length === 0) return nothing
  const people = [pair.resourcePerson.id, leaderNow(pair)?.personId].filter((id) => id !== undefined)
  const [evidence, cycles] = await Promise.all([
    once(ctx, `work ${people.join(' ')}`, () => readWork(people, ctx)),
    readCycles(pair.id, ctx),
  ])
  const counts = (personId: string | undefined, track: Walker) =>
    personId
      ? whatCounts([...evidence, ...evidenceOfCycles(cycles, personId)], rules, { personId, track, since: pair.startedAt })
      : new Map<string, Counted>()
  return {
    resource_person: counts(pair.resourcePerson.id, 'resource_person'),
    leader: counts(leaderNow(pair)?.personId, 'leader'),
  }
}

/** The latest first. Unguarded. */
export function readCycles(pairId: string, ctx: Ctx): Promise<(typeof pdsaCycles.$inferSelect)[]> {
  const { onDay } = pdsaCycles
  return once(ctx, `cycles ${pairId}`, () =>
    ctx.db.select().from(pdsaCycles).where(eq(pdsaCycles.pairId, pairId)).orderBy(desc(onDay)),
  )
}

/**
 * Visits at the own unit that have taken place, posts that can be read, sessions that a manager has signed, and what learners of
 * those have taught on, improvement works that go on after a visit. Days without a time are their noon.
 */
async function readWork(people: readonly string[], ctx: Ctx): Promise<Evidence[]> {
  const ids = uuids(people)
  const rows = rowsOf<Omit<Evidence, 'at'> & { at: string | number }>(
    await ctx.db.execute(sql`
      select 'visit_hosted' as kind, seat.user_id as "personId", visit.id as about,
        (extract(epoch from visit.ends_on::timestamp) + 43200)::float8 as at
      from visit_participants seat join visits visit on visit.id = seat.visit_id
      where seat.user_id = any(${ids}) and seat.side = 'host' and seat.left_at is null
        and visit.status in ('evaluating', 'summarised', 'followed_up', 'closed') and visit.ends_on is not null
      union all
      select 'post_published', author_id, id, extract(epoch from created_at)::float8 from posts
      where author_id = any(${ids}) and kind = 'post' and taken_down_at is null
      union all
      select 'taught', teacher.user_id, session.id, (extract(epoch from session.taught_on::timestamp) + 43200)::float8
      from teaching_sessions session join cascade_people teacher on teacher.id = session.teacher_id
      where teacher.user_id = any(${ids}) and session.signed_at is not null
      union all
      select 'taught_on', teacher.user_id, session.id, (extract(epoch from later.taught_on::timestamp) + 43200)::float8
      from teaching_sessions later join teaching_sessions session on session.id = later.learnt_from_id
      join cascade_people teacher on teacher.id = session.teacher_id
      where teacher.user_id = any(${ids}) and later.signed_at is not null
      union all
      select stage.kind, seat.user_id, work.id, extract(epoch from answer.answered_at)::float8
      from visit_participants seat
      join follow_up_answers answer on answer.participant_id = seat.id
      join follow_up_steps step on step.follow_up_id = answer.follow_up_id and step.participant_id = seat.id
      join improvement_works work on work.id = step.followed_id and work.side = seat.side and work.withdrawn_at is null
      join (values ('work_tested', 'testing'), ('work_tested', 'implemented'), ('work_tested', 'measured'),
        ('work_implemented', 'implemented'), ('work_implemented', 'measured')) stage (kind, progress)
        on stage.progress = step.progress
      where seat.user_id = any(${ids}) and step.followed_kind = 'improvement_work'`),
  )
  return rows.map((row) => ({ ...row, at: new Date(Number(row.at) * 1000) }))
}
