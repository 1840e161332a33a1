// Letters to one of the two who walk a learning path together.
import { and, eq } from 'drizzle-orm'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { canKnowPair, canNameLeader, canReadInside, canWriteJoint, invitedAs } from '#app/features/pairs/policy.ts'
import { readPairs, readProposer } from '#app/features/pairs/queries/pairs.server.ts'
import { readMissing } from '#app/features/pairs/queries/presence.server.ts'
import { leaderAsked, leaderNow, nameOfOther, type PairFile, pairStatus } from '#app/features/pairs/rules/pair.ts'
import { practiceStanding } from '#app/features/pairs/rules/practice.ts'
import { otherWalker } from '#app/features/pairs/words.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { jointConfirmations, jointSteps, practiceReports } from '#db/schema/index.ts'
import { readAddress } from '../circle.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'

type Told<E extends NotifyEvent['event']> = Extract<NotifyEvent, { event: E }>
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'action'>

/** To whoever is asked, as long as they have not answered. */
export async function pairInvited({ pairId, personId }: Told<'pairs.invited'>, ctx: Ctx): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  const [reader] = await readPeopleNow([personId], ctx)
  const as = pair && reader && invitedAs(reader, pair)
  if (!pair || !reader || !as) return []
  const proposer = await readProposer(pair, ctx)
  return drafted(reader, pair, () => {
    const names = { name: nameOfOther(pair, as) ?? '', unit: pair.unit.name }
    return {
      subject: proposer
        ? m.notifications_path_proposed_subject({ proposer, name: names.name })
        : m.notifications_path_invited_subject(names),
      paragraphs: [
        as === 'leader' ? m.notifications_path_invited_leader(names) : m.notifications_path_invited_resource_person(names),
      ],
      action: { label: m.notifications_path_invited_action(), path: `/pairs/${pairId}` },
    }
  })
}

/** To the other one, as long as that version stands and they have not confirmed it. What they wrote stays on the page. */
export async function pairConfirmed(
  { pairId, moduleId, version, walker }: Told<'pairs.confirmed'>,
  ctx: Ctx,
): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  const ofStep = and(eq(jointSteps.pairId, pairId), eq(jointSteps.moduleId, moduleId))
  const [step] = await ctx.db.select().from(jointSteps).where(ofStep)
  if (!pair || step?.version !== version || step.completedAt) return []
  const confirmations = await ctx.db
    .select()
    .from(jointConfirmations)
    .where(and(eq(jointConfirmations.pairId, pairId), eq(jointConfirmations.moduleId, moduleId)))
  const waitsFor = otherWalker(walker)
  if (!confirmations.some((one) => one.walker === walker)) return []
  const readerId = waitsFor === 'leader' ? leaderNow(pair)?.personId : pair.resourcePerson.id
  const readers = await readPeopleNow(readerId ? [readerId] : [], ctx)
  const { modules, languages } = await readPath(pair, ctx)
  const module = modules.find(({ id }) => id === moduleId)
  // The pair has gone over to a version without it.
  if (!module?.joint) return []
  return readers
    .filter((reader) => canKnowPair(reader, pair) && canWriteJoint(reader, pair))
    .flatMap((reader) =>
      drafted(reader, pair, () => {
        const title = module.title[languageFor(languages, reader.locale)]
        return {
          subject: m.notifications_path_confirmed_subject({ name: found(nameOfOther(pair, waitsFor)), title }),
          paragraphs: [m.notifications_path_confirmed_text()],
          action: {
            label: m.notifications_path_confirmed_action(),
            path: `/pairs/${pairId}/joint/${moduleId.toLowerCase()}`,
          },
        }
      }),
    )
}

/** To the resource person, who can ask another manager; unless the manager is back, or somebody is asked already. */
export async function leaderLeft({ pairId, leaderId }: Told<'pairs.leader_left'>, ctx: Ctx): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  const leader = pair && leaderNow(pair)
  if (!pair || leader?.personId !== leaderId || leaderAsked(pair)) return []
  if (!(await readMissing([pair], ctx)).get(pairId)?.leader) return []
  const readers = await readPeopleNow([pair.resourcePerson.id], ctx)
  return readers
    .filter((reader) => canNameLeader(reader, pair))
    .flatMap((reader) =>
      drafted(reader, pair, () => ({
        subject: m.notifications_path_left_subject({ name: leader.name }),
        paragraphs: [m.notifications_path_left_text()],
        action: { label: m.notifications_path_open_action(), path: `/pairs/${pairId}` },
      })),
    )
}

/** To the manager who was followed, past the rights that they no longer have; unless they are back. */
export async function leaderFollowed({ pairId, leaderId }: Told<'pairs.leader_followed'>, ctx: Ctx): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  const leader = pair && leaderNow(pair)
  const former = await readAddress(leaderId, ctx)
  if (!pair || !leader || !former || leader.personId === leaderId) return []
  return [
    {
      to: { ...former, userId: leaderId },
      visitId: null,
      write: () => ({
        subject: m.notifications_path_followed_subject({ leader: leader.name, name: pair.resourcePerson.name }),
        paragraphs: [m.notifications_path_followed_text(), m.notifications_path_followed_own()],
        why: m.notifications_path_former_why({ unit: pair.unit.name }),
        contact: null,
      }),
    },
  ]
}

/** To both, who decide how they go on; unless the unit is open again, or they have decided. */
export async function unitClosed({ pairId, unitId }: Told<'pairs.unit_closed'>, ctx: Ctx): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  if (!pair || pair.unit.id !== unitId || !pair.unit.closedAt || pairStatus(pair) !== 'under_way') return []
  const readers = await readPeopleNow([pair.resourcePerson.id, leaderNow(pair)?.personId ?? ''].filter(Boolean), ctx)
  return readers
    .filter((reader) => canReadInside(reader, pair))
    .flatMap((reader) =>
      drafted(reader, pair, () => ({
        subject: m.notifications_path_closed_subject({ unit: pair.unit.name }),
        paragraphs: [m.notifications_path_closed_text()],
        action: { label: m.notifications_path_open_action(), path: `/pairs/${pairId}` },
      })),
    )
}

/** To the other one, as long as what was told waits for them. What was told stays on the page. */
export async function pairPractised(
  { pairId, moduleId, activityId, walker, version }: Told<'pairs.practised'>,
  ctx: Ctx,
): Promise<Draft[]> {
  const [pair] = await readPairs([pairId], ctx)
  const [report] = await ctx.db
    .select()
    .from(practiceReports)
    .where(
      and(
        eq(practiceReports.pairId, pairId),
        eq(practiceReports.moduleId, moduleId),
        eq(practiceReports.activityId, activityId),
      ),
    )
  if (!pair || report?.version !== version || practiceStanding(report) !== 'handed_in') return []
  const signs = otherWalker(walker)
  const readerId = signs === 'leader' ? leaderNow(pair)?.personId : pair.resourcePerson.id
  const readers = await readPeopleNow(readerId ? [readerId] : [], ctx)
  return readers
    .filter((reader) => canKnowPair(reader, pair) && canWriteJoint(reader, pair))
    .flatMap((reader) =>
      drafted(reader, pair, () => ({
        subject: m.notifications_path_practised_subject({ name: found(nameOfOther(pair, signs)) }),
        paragraphs: [m.notifications_path_practised_text()],
        action: {
          label: m.notifications_path_practised_action(),
          path: `/pairs/${pairId}/practice/${moduleId.toLowerCase()}/${activityId}`,
        },
      })),
    )
}

function drafted(reader: Person, pair: PairFile, words: () => Words): Draft[] {
  const { name, email, locale, id } = reader
  return [
    {
      to: { name, email, locale, userId: id },
      visitId: null,
      write: () => ({ ...words(), why: m.notifications_path_why({ unit: pair.unit.name }), contact: null }),
    },
  ]
}
