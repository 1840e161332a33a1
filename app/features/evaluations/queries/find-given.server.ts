// What a person's units have given as hosts: how much, and what their guests have put to use since.
import { arrayOverlaps, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { followUpAnswers, followUpSteps, followUps, units, visitParticipants } from '#db/schema/index.ts'
import { isIntroduced } from '../rules/follow-up.ts'

export type Given = Counts & {
  /** Of the guests who have been asked again and answered: how many have put something to use. */
  answered: number
  used: number
  /** The newest words of a guest about something that is in use where they work. */
  voice: { words: string; language: string; name: string; organisation: string; months: number } | null
}

/** Visits that took place; guests who took part; guests' goals with a slot; what the hosts wrote about them. */
type Counts = { visits: number; guests: number; goals: number; posts: number; comments: number }

/**
 * Counts over the visits that the person's units have hosted, or where they were a host themselves; null before the first.
 * What was said in a follow-up counts and is quoted only from visits whose inside the person may read.
 */
export async function findGivenFor(actor: Person, ctx: Ctx = here()): Promise<Given | null> {
  const { visitIds, ...counts } = await readCounts(actor, ctx)
  if (counts.visits === 0) return null
  const files = await readFiles(visitIds, ctx)
  const open = files.filter((file) => canReadInside(actor, file)).map((file) => file.visit.id)
  return { ...counts, ...(await readUse(open, ctx)) }
}

async function readCounts(actor: Person, ctx: Ctx): Promise<Counts & { visitIds: string[] }> {
  const [row] = rowsOf<Counts & { ids: string[] | null }>(
    await ctx.db.execute(sql`
      with hosted as (
        select v.id from visits v join units on units.id = v.host_unit_id
        where v.status in ('evaluating', 'summarised', 'followed_up', 'closed') and (${ofOwnUnits(actor)} or exists (
          select 1 from visit_participants p
          where p.visit_id = v.id and p.user_id = ${actor.id}::uuid and p.side = 'host' and p.left_at is null)))
      select (select count(*)::int from hosted) as visits,
        (select json_agg(id) from hosted) as ids,
        (select count(*)::int from visit_participants p join hosted on hosted.id = p.visit_id
          where p.side = 'guest' and p.left_at is null) as guests,
        (select count(*)::int from goals g join hosted on hosted.id = g.visit_id
          where g.side = 'guest' and g.withdrawn_at is null and exists (select 1 from slot_goals sg
            join slots s on s.id = sg.slot_id where sg.goal_id = g.id and s.removed_at is null)) as goals,
        (select count(*)::int from posts o join hosted on hosted.id = o.visit_id
          where o.author_side = 'host' and o.taken_down_at is null) as posts,
        (select count(*)::int from comments c join posts o on o.id = c.post_id join hosted on hosted.id = o.visit_id
          where c.author_side = 'host' and c.removed_at is null and o.taken_down_at is null) as comments`),
  )
  const { ids, ...counts } = row ?? { ids: null, visits: 0, guests: 0, goals: 0, posts: 0, comments: 0 }
  return { ...counts, visitIds: ids ?? [] }
}

function ofOwnUnits(actor: Person): SQL {
  const own = homeUnitsOf(actor)
  return own.length > 0 ? arrayOverlaps(units.lineage, own) : sql`false`
}

async function readUse(visitIds: readonly string[], ctx: Ctx): Promise<Pick<Given, 'answered' | 'used' | 'voice'>> {
  if (visitIds.length === 0) return { answered: 0, used: 0, voice: null }
  const said = await ctx.db
    .select({ answer: followUpAnswers, months: followUps.months, person: visitParticipants })
    .from(followUpAnswers)
    .innerJoin(followUps, eq(followUps.id, followUpAnswers.followUpId))
    .innerJoin(visitParticipants, eq(visitParticipants.id, followUpAnswers.participantId))
    .where(inArray(followUps.visitId, [...visitIds]))
  const byGuests = said
    .filter(({ person }) => person.side === 'guest')
    .toSorted((a, b) => b.answer.answeredAt.getTime() - a.answer.answeredAt.getTime())
  const rounds = [...new Set(byGuests.map(({ answer }) => answer.followUpId))]
  const steps =
    rounds.length > 0 ? await ctx.db.select().from(followUpSteps).where(inArray(followUpSteps.followUpId, rounds)) : []
  const inUse = steps.filter((step) => isIntroduced(step.progress))
  const users = new Set(inUse.map((step) => step.participantId))
  const guests = new Set(byGuests.map(({ person }) => person.id))
  const voices = byGuests.flatMap(({ answer, months, person }) => {
    const step = inUse.find(
      (one) => one.followUpId === answer.followUpId && one.participantId === person.id && one.words.trim() !== '',
    )
    const { name, organisation } = person
    return step ? [{ words: step.words, language: answer.language, name, organisation, months }] : []
  })
  return { answered: guests.size, used: [...guests].filter((id) => users.has(id)).length, voice: voices[0] ?? null }
}
