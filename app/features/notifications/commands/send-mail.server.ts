// One mail to one person: rights looked up again, written in their language, handed over, and written down.
import { eq, lt } from 'drizzle-orm'
import { inLanguage } from '#app/i18n/language.server.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { daysLater } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { mails } from '#db/schema/index.ts'
import type { Draft } from '../letters/draft.ts'
import { draftsFor } from '../letters/index.server.ts'
import { deliver, MailRefused } from '../mail/transport.server.ts'
import { headerLine, isSecretBallot, MAIL_LOG_DAYS } from '../rules.ts'

type MailRow = typeof mails.$inferSelect

/**
 * Sends the mail unless it has been. Not in a transaction: what a mail server has taken cannot be rolled back. Killed between
 * taking and writing down, it is sent again under the same Message-ID.
 * @throws the mail server's error when it makes sense to try again
 */
export async function sendMail(input: { mailId: string; event: NotifyEvent }, ctx: Ctx = here()): Promise<void> {
  const [row] = await ctx.db.select().from(mails).where(eq(mails.id, input.mailId))
  if (row?.state !== 'waiting') return
  const draft = (await draftsFor(input.event, ctx)).find(({ to }) => to.email === row.receiver)
  if (!draft) return settle(row, { state: 'dropped' }, ctx)
  try {
    const subject = await write(row, draft, ctx)
    await settle(row, { state: 'sent', subject, sentAt: ctx.now, error: '' }, ctx)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (error instanceof MailRefused) return settle(row, { state: 'refused', error: words }, ctx)
    await settle(row, { error: words }, ctx)
    throw error
  }
}

function write(row: MailRow, draft: Draft, ctx: Ctx): Promise<string> {
  const { locale } = draft.to
  return inLanguage(locale, async () => {
    const written = await draft.write()
    // Nobody is pointed to themselves.
    const contact = written.contact?.email === draft.to.email ? null : written.contact
    const letter = { ...written, contact, subject: headerLine(written.subject) }
    const { drawLetter } = await import('../mail/draw.server.tsx')
    const drawn = await drawLetter(letter, locale, settings().ORIGIN)
    await deliver({
      ...drawn,
      id: row.id,
      to: draft.to,
      subject: letter.subject,
      replyTo: letter.contact,
      calendar: letter.calendar,
      at: ctx.now,
    })
    return letter.subject
  })
}

async function settle(row: MailRow, change: Partial<MailRow>, ctx: Ctx): Promise<void> {
  const isOver = change.state !== undefined
  const receiver = isOver && isSecretBallot(row.event) ? { receiver: '' } : {}
  await ctx.db
    .update(mails)
    .set({ ...change, ...receiver })
    .where(eq(mails.id, row.id))
}

/** Takes old lines out of the log. */
export async function forgetOldMails(ctx: Ctx = here()): Promise<void> {
  const before = daysLater(ctx.now, -MAIL_LOG_DAYS)
  await ctx.db.delete(mails).where(lt(mails.createdAt, before))
}
