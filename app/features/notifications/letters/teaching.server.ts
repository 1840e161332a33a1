// Letters about teaching: to colleagues who were named, to those who are asked to sign, to the teacher when they have answered.
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { canConfirm, canSign } from '#app/features/teaching/policy.ts'
import { readLeaders } from '#app/features/teaching/queries/leaders.server.ts'
import { readSessions } from '#app/features/teaching/queries/sessions.server.ts'
import type { SessionFile } from '#app/features/teaching/rules/session.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Person } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'

type About = { sessionId: string }

/** To a colleague who was named, as long as they have not answered. */
export async function learnerNamed({ sessionId, personId }: About & { personId: string }, ctx: Ctx): Promise<Draft[]> {
  const [session] = await readSessions([sessionId], ctx)
  const mine = session?.people.find((one) => one.userId === personId)
  if (!session || !mine || mine.declined) return []
  const readers = await readPeopleNow([personId], ctx)
  return readers
    .filter((reader) => canConfirm(reader, session))
    .map((reader) =>
      drafted(reader, session, (names) => ({
        subject: m.notifications_teaching_named_subject(names),
        paragraphs: [m.notifications_teaching_named_text()],
        action: { label: m.notifications_teaching_named_action(), path: `/teaching/${sessionId}` },
        why: m.notifications_teaching_named_why(),
      })),
    )
}

/** To those who lead the unit, as long as nobody has answered. */
export async function signatureAsked({ sessionId }: About, ctx: Ctx): Promise<Draft[]> {
  const sessions = await readSessions([sessionId], ctx)
  const [session] = sessions
  if (!session) return []
  const readers = await readPeopleNow((await readLeaders(sessions, ctx)).get(sessionId) ?? [], ctx)
  return readers
    .filter((reader) => canSign(reader, session))
    .map((reader) =>
      drafted(reader, session, (names) => ({
        subject: m.notifications_teaching_asked_subject(names),
        paragraphs: [m.notifications_teaching_asked_text()],
        action: { label: m.notifications_teaching_asked_action(), path: `/teaching/${sessionId}` },
        why: m.notifications_teaching_asked_why({ unit: (session.home ?? session.unit)?.name ?? '' }),
      })),
    )
}

/** To the teacher: it was signed, or it came back. What the manager wrote stays on the page. */
export async function signatureAnswered({ sessionId }: About, ctx: Ctx): Promise<Draft[]> {
  const [session] = await readSessions([sessionId], ctx)
  if (!session || (!session.signedAt && !session.returnedAt)) return []
  const readers = await readPeopleNow(session.teacher.userId ? [session.teacher.userId] : [], ctx)
  return readers.map((reader) =>
    drafted(reader, session, () => ({
      subject: session.signedAt
        ? m.notifications_teaching_signed_subject({ subject: session.subject })
        : m.notifications_teaching_returned_subject({ subject: session.subject }),
      paragraphs: [session.signedAt ? m.notifications_teaching_signed_text() : m.notifications_teaching_returned_text()],
      action: { label: m.notifications_teaching_answered_action(), path: `/teaching/${sessionId}` },
      why: m.notifications_teaching_answered_why(),
    })),
  )
}

type Names = { name: string; subject: string }

function drafted(
  reader: Person,
  session: SessionFile,
  words: (names: Names) => Pick<Letter, 'subject' | 'paragraphs' | 'action' | 'why'>,
): Draft {
  const { name, email, locale, id } = reader
  return {
    to: { name, email, locale, userId: id },
    visitId: null,
    write: () => ({
      ...words({ name: session.teacher.name ?? m.teaching_somebody(), subject: session.subject }),
      facts: [
        { label: m.teaching_subject(), value: session.subject },
        { label: m.teaching_when(), value: formatDay(session.taughtOn) },
        { label: m.teaching_where(), value: session.unit?.name ?? session.place },
      ],
      contact: null,
    }),
  }
}
