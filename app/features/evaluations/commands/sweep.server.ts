// What has served its time is deleted, by the clock.
import { inArray, lt, or } from 'drizzle-orm'
import { addMonths, daysLater, instantAt, utcDay } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluationResponses, evaluations, evaluationTexts, followUps, questionnaireLinks } from '#db/schema/index.ts'

const KEEP_LINKS_DAYS = 30
const KEEP_ANSWERS_MONTHS = 24

/** Removes links a month after what they opened has closed: until then they say kindly that it is closed. */
export async function sweepLinks(ctx: Ctx = here()): Promise<void> {
  const before = daysLater(ctx.now, -KEEP_LINKS_DAYS)
  const evaluationIds = ctx.db.select({ id: evaluations.id }).from(evaluations).where(lt(evaluations.closedAt, before))
  const followUpIds = ctx.db.select({ id: followUps.id }).from(followUps).where(lt(followUps.closedAt, before))
  await ctx.db
    .delete(questionnaireLinks)
    .where(or(inArray(questionnaireLinks.evaluationId, evaluationIds), inArray(questionnaireLinks.followUpId, followUpIds)))
}

/** Removes answers and words two years after their questionnaire closed; what was counted stays counted (DOMAIN, retention). */
export async function sweepAnswers(ctx: Ctx = here()): Promise<void> {
  const before = instantAt(addMonths(utcDay(ctx.now), -KEEP_ANSWERS_MONTHS), '00:00', 'UTC')
  const old = ctx.db.select({ id: evaluations.id }).from(evaluations).where(lt(evaluations.closedAt, before))
  await ctx.db.delete(evaluationResponses).where(inArray(evaluationResponses.evaluationId, old))
  await ctx.db.delete(evaluationTexts).where(inArray(evaluationTexts.evaluationId, old))
}
