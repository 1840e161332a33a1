// The laws of mails: what may stand in a header, what is told once, who is asked first.
import type { NotifyEvent } from '#app/jobs/events.ts'
import { type Day, daysBetween, weekday } from '#app/kernel/days.ts'

/** Characters in a subject; mail programs show about half of that. */
const LONGEST_HEADER = 160
/** Days that the log of mails is kept. */
export const MAIL_LOG_DAYS = 90
/** Working days after which an unanswered request is brought up once more. */
export const UNANSWERED_WORKING_DAYS = 5
/** Days before a visit from which changes of its programme are news; earlier it is still being planned. */
export const PROGRAMME_NEWS_DAYS = 14

/** One line without control characters, cut at a word: people's titles and names stand in headers. */
export function headerLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  if (letters.length <= LONGEST_HEADER) return line
  const cut = letters.slice(0, LONGEST_HEADER - 1).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_HEADER / 2)).trimEnd()}…`
}

/** An address that can be written to: one line, one @, nothing that starts a second address or header. */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(address)
}

/** Mails whose log must not keep who received them. */
export function isSecretBallot(event: string): boolean {
  return ['evaluations.opened', 'evaluations.reminder', 'mastery.asked'].includes(event)
}

/**
 * What makes this telling one of a kind. A reminder is known by what it reminds of, however often the clock rings;
 * everything else by the piece of work that carries it, so that a retry tells nobody twice and a second change is told again.
 */
export function occasionOf(event: NotifyEvent, workId: string): string {
  switch (event.event) {
    case 'visits.requested':
    case 'visits.unanswered':
      return `${event.event}/${event.visitId}`
    case 'visits.moved':
      return `${event.event}/${event.moveId}`
    case 'preparation.due':
      return `${event.event}/${event.visitId}/${event.dueOn}/${event.stage}`
    case 'blogs.commented':
      return `${event.event}/${event.postId}/${event.until}`
    case 'mastery.asked':
      return `${event.event}/${event.pairId}/${event.personId}/${event.round}/${event.again ? 'again' : 'first'}`
    case 'programme.changed':
      return `${event.event}/${event.visitId}/${event.day}`
    case 'pairs.leader_left':
      return `${event.event}/${event.pairId}/${event.leaderId}`
    case 'pairs.unit_closed':
      return `${event.event}/${event.pairId}/${event.unitId}`
    case 'pairs.talk_set':
      return `${event.event}/${event.talkId}/${event.sequence}`
    case 'pairs.talk_near':
    case 'pairs.step_due':
      return `${event.event}/${event.talkId}/${event.day}`
    default:
      return `${event.event}/${workId}`
  }
}

/** Working days (Monday–Friday) that have passed from `from` to `to`; the first day is not counted. */
export function workingDaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to)
  if (days <= 0) return 0
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let rest = 1; rest <= days % 7; rest += 1) if (((weekday(from) - 1 + rest) % 7) + 1 <= 5) count += 1
  return count
}

type Holder = { unitId: string; kind: string; userId: string }

/**
 * Who answers for a unit: the host coordinators nearest above it (the unit itself first), else the unit managers nearest
 * above. `lineage`: the topmost unit first, the unit itself last.
 */
export function nearestHolders(lineage: readonly string[], holders: readonly Holder[]): string[] {
  for (const kind of ['host_coordinator', 'unit_manager']) {
    for (const unitId of [...lineage].reverse()) {
      const here = holders.filter((holder) => holder.unitId === unitId && holder.kind === kind)
      if (here.length > 0) return [...new Set(here.map((holder) => holder.userId))]
    }
  }
  return []
}

type Comment = { id: string; parentId: string | null; authorId: string }

/**
 * Who is told of which fresh comments: the post's owners of all of them, and everybody in a thread of the answers to it.
 * Nobody is told of their own. `standing`: all comments that can be read, `fresh` those among them that are news.
 */
export function commentsFor<C extends Comment>(told: {
  owners: readonly string[]
  standing: readonly C[]
  fresh: readonly C[]
}): Map<string, C[]> {
  const news = new Map<string, C[]>()
  for (const comment of told.fresh) {
    const thread = comment.parentId
    const inThread = thread ? told.standing.filter((one) => one.id === thread || one.parentId === thread) : []
    for (const userId of new Set([...told.owners, ...inThread.map((one) => one.authorId)])) {
      if (userId !== comment.authorId) news.set(userId, [...(news.get(userId) ?? []), comment])
    }
  }
  return news
}
