// Letters about the talks of a pair. What the two wrote stays on its page.
import { eq } from 'drizzle-orm'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { talkInvite, talkWithdrawal } from '#app/features/pairs/calendar.server.ts'
import { canTendTalks, walkerOf } from '#app/features/pairs/policy.ts'
import { readPairs } from '#app/features/pairs/queries/pairs.server.ts'
import type { TalkRow } from '#app/features/pairs/queries/talks.server.ts'
import { leaderNow, nameOfOther, type PairFile } from '#app/features/pairs/rules/pair.ts'
import { isStepDue } from '#app/features/pairs/rules/talks.ts'
import { pairAddress, talkWhen } from '#app/features/pairs/ui/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import type { Person } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { pairTalks } from '#db/schema/index.ts'
import { readAddress } from '../circle.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'

type Told<E extends NotifyEvent['event']> = Extract<NotifyEvent, { event: E }>
type Meeting = { pair: PairFile; talk: TalkRow; readers: Person[] }
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'facts' | 'calendar'>

/** To both, since it stands in both calendars: the very change that is the newest, and the cancellation also when it is over. */
export async function talkSet({ talkId, sequence }: Told<'pairs.talk_set'>, ctx: Ctx): Promise<Draft[]> {
  const meeting = await findMeeting(talkId, ctx)
  if (!meeting || meeting.talk.calendarSequence !== sequence) return []
  const { pair, talk } = meeting
  return drafted(meeting, (reader, name) => {
    const when = talkWhen(talk)
    const calendar = talkInvite({ pair, talk, leader: nameOfOther(pair, 'resource_person') }, reader, ctx.now)
    if (talk.outcome === 'cancelled') {
      const subject = m.notifications_talk_cancelled_subject({ name, day: formatDay(talk.onDay) })
      return { subject, paragraphs: [m.notifications_talk_cancelled_text()], calendar }
    }
    const subject =
      sequence > 0 ? m.notifications_talk_moved_subject({ name, when }) : m.notifications_talk_subject({ name, when })
    return { subject, paragraphs: [m.notifications_talk_text()], facts: factsOf(talk), calendar }
  })
}

/**
 * When another manager has followed: the entry leaves the former one's calendar, comes into the new one's, and says in the
 * resource person's whom they meet. A talk that has been moved or called off since is told as that, but for the former one.
 */
export async function talkHandedOn({ talkId, fromId, sequence }: Told<'pairs.talk_handed_on'>, ctx: Ctx): Promise<Draft[]> {
  const meeting = await findMeeting(talkId, ctx)
  if (!meeting || leaderNow(meeting.pair)?.personId === fromId) return []
  const { pair, talk } = meeting
  const left = await withdrawnFrom(fromId, meeting, ctx)
  if (talk.calendarSequence !== sequence || talk.outcome) return left
  const when = talkWhen(talk)
  const going = drafted(meeting, (reader, name) => ({
    subject:
      reader.id === pair.resourcePerson.id
        ? m.notifications_talk_now_with_subject({ name, when })
        : m.notifications_talk_subject({ name, when }),
    paragraphs: [m.notifications_talk_text()],
    facts: factsOf(talk),
    calendar: talkInvite({ pair, talk, leader: nameOfOther(pair, 'resource_person') }, reader, ctx.now),
  }))
  return [...left, ...going]
}

/** To somebody who may no longer see the talk, and is told no more of it than that. */
async function withdrawnFrom(formerId: string | null, { pair, talk }: Meeting, ctx: Ctx): Promise<Draft[]> {
  const former = formerId ? await readAddress(formerId, ctx) : null
  if (!former) return []
  return [
    {
      to: { ...former, userId: formerId },
      visitId: null,
      write: () => ({
        subject: m.notifications_talk_left_subject({ name: pair.resourcePerson.name, day: formatDay(talk.onDay) }),
        paragraphs: [m.notifications_called_off_calendar()],
        why: m.notifications_path_former_why({ unit: pair.unit.name }),
        contact: null,
        calendar: talkWithdrawal({ pair, talk, leader: former.name }, former, ctx.now),
      }),
    },
  ]
}

/** To both, the day before: unless it has been moved or called off meanwhile. */
export async function talkNear({ talkId, day }: Told<'pairs.talk_near'>, ctx: Ctx): Promise<Draft[]> {
  const meeting = await findMeeting(talkId, ctx)
  if (!meeting || meeting.talk.onDay !== day || meeting.talk.outcome || !isOpen(meeting)) return []
  return drafted(meeting, (_reader, name) => ({
    subject: m.notifications_talk_near_subject({ name }),
    paragraphs: [m.notifications_talk_near_text()],
    facts: factsOf(meeting.talk),
  }))
}

/** To both, on the day that they chose: unless the step is taken. */
export async function stepDue({ talkId, day }: Told<'pairs.step_due'>, ctx: Ctx): Promise<Draft[]> {
  const meeting = await findMeeting(talkId, ctx)
  if (!meeting || meeting.talk.nextStepOn !== day || !isStepDue(meeting.talk, day) || !isOpen(meeting)) return []
  return drafted(meeting, (_reader, name) => ({
    subject: m.notifications_step_due_subject({ name }),
    paragraphs: [m.notifications_step_due_text()],
  }))
}

/** The talk with those of its two who are there to be told. */
async function findMeeting(talkId: string, ctx: Ctx): Promise<Meeting | null> {
  const [talk] = await ctx.db.select().from(pairTalks).where(eq(pairTalks.id, talkId))
  const [pair] = talk ? await readPairs([talk.pairId], ctx) : []
  if (!talk || !pair) return null
  const two = [pair.resourcePerson.id, leaderNow(pair)?.personId ?? ''].filter(Boolean)
  const readers = (await readPeopleNow(two, ctx)).filter((reader) => walkerOf(reader, pair) !== null)
  return { pair, talk, readers }
}

function isOpen({ pair, readers }: Meeting): boolean {
  return readers.some((reader) => canTendTalks(reader, pair))
}

function factsOf(talk: TalkRow) {
  const when = { label: m.notifications_talk_when(), value: talkWhen(talk) }
  return talk.place ? [when, { label: m.notifications_talk_place(), value: talk.place }] : [when]
}

function drafted({ pair, talk, readers }: Meeting, words: (reader: Person, name: string) => Words): Draft[] {
  return readers.map((reader) => {
    const { name, email, locale, id } = reader
    const other = nameOfOther(pair, id === pair.resourcePerson.id ? 'resource_person' : 'leader') ?? pair.unit.name
    return {
      to: { name, email, locale, userId: id },
      visitId: null,
      write: () => ({
        ...words(reader, other),
        action: { label: m.notifications_talk_action(), path: pairAddress(pair.id, 'talks', talk.id) },
        why: m.notifications_path_why({ unit: pair.unit.name }),
        contact: null,
      }),
    }
  })
}
