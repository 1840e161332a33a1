// What people have done at work, as it stands in the other rooms: nothing is copied, so that what is taken back is gone here too.
import { eq, sql } from 'drizzle-orm'
import { findPostFor } from '#app/features/blogs/queries.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { pdsaCycles, teachingSessions } from '#db/schema/index.ts'
import { knownEvidence } from '../evidence.server.ts'
import { type Counted, type Evidence, evidenceOfCycles, rulesFor, whatCounts } from '../rules/evidence.ts'
import { leaderNow, type PairFile } from '../rules/pair.ts'
import type { Walker } from '../words.ts'

/** What counts on each track of a pair's walk, by `doneKey`. */
export type CountedWork = Record<Walker, Map<string, Counted>>

/** Unguarded: that something counts, not what it is. `whatIsShownOf` asks what the reader may see of it. */
export async function readCountedWork(pair: PairFile, path: LearningPath, ctx: Ctx): Promise<CountedWork> {
  const rules = rulesFor(path, knownEvidence)
  const nothing = { resource_person: new Map(), leader: new Map() }
  if (rules.length === 0) return nothing
  const people = [pair.resourcePerson.id, leaderNow(pair)?.personId].filter((id) => id !== undefined)
  const evidence = await readWork(people, ctx)
  const cycles = await ctx.db.select().from(pdsaCycles).where(eq(pdsaCycles.pairId, pair.id))
  const counts = (personId: string | undefined, track: Walker) =>
    personId
      ? whatCounts([...evidence, ...evidenceOfCycles(cycles, personId)], rules, { personId, track, since: pair.startedAt })
      : new Map<string, Counted>()
  return {
    resource_person: counts(pair.resourcePerson.id, 'resource_person'),
    leader: counts(leaderNow(pair)?.personId, 'leader'),
  }
}

/**
 * Visits at the own unit that have taken place, posts that can be read, sessions that a manager has signed, and what learners of
 * those have taught on. Days without a time are their noon.
 */
async function readWork(people: readonly string[], ctx: Ctx): Promise<Evidence[]> {
  const ids = sql`${`{${people.join(',')}}`}::uuid[]`
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
      where teacher.user_id = any(${ids}) and later.signed_at is not null`),
  )
  return rows.map((row) => ({ ...row, at: new Date(Number(row.at) * 1000) }))
}

/** What the reader may see of a piece of work: where it is, its day and title; null where they may only know that it counts. */
export async function whatIsShownOf(
  actor: Person,
  work: Counted,
  { pair, zone }: { pair: PairFile; zone: string },
  ctx: Ctx,
): Promise<{ to: string; title: string; language: string; day: Day } | null> {
  const day = dayAt(work.at, zone)
  switch (work.kind) {
    case 'visit_hosted':
      return orNull(async () => {
        const { visit } = await findVisitFor(actor, work.about, ctx)
        return { to: `/visits/${visit.id}`, title: visit.title, language: visit.language, day }
      })
    case 'post_published':
      return orNull(async () => {
        const { post, row } = await findPostFor(actor, work.about, ctx)
        const to = row.publicSince && row.slug ? `/blog/${row.slug}` : `/visits/${row.visitId}/blog/${row.id}`
        return { to, title: post.title, language: row.language, day }
      })
    case 'taught':
    case 'taught_on': {
      if (work.personId !== actor.id) return null
      const [session] = await ctx.db.select().from(teachingSessions).where(eq(teachingSessions.id, work.about))
      return session ? { to: `/teaching/${session.id}`, title: session.subject, language: session.language, day } : null
    }
    default: {
      const [cycle] = await ctx.db.select().from(pdsaCycles).where(eq(pdsaCycles.id, work.about))
      return cycle ? { to: `/pairs/${pair.id}/cycles/${cycle.id}`, title: cycle.plan, language: cycle.language, day } : null
    }
  }
}

async function orNull<T>(find: () => Promise<T>): Promise<T | null> {
  return find().catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  })
}
