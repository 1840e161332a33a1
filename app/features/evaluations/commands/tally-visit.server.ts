import { recordObservations } from '#app/features/indicators/commands.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { visitTallies } from '#db/schema/index.ts'
import type { VisitCount } from '../words.ts'

/**
 * Lets the visit enter an indicator that counts visits, inside the caller's transaction: 1 in the denominator the first
 * time, 1 in the numerator the first time it is confirmed, nothing ever after. The tally's row decides, so two commands at
 * once cannot count twice.
 */
export async function tallyVisit(
  file: VisitFile,
  { indicatorId, confirmed }: { indicatorId: VisitCount; confirmed: boolean },
  ctx: Ctx,
): Promise<void> {
  const parts = confirmed ? (['denominator', 'numerator'] as const) : (['denominator'] as const)
  const entered = await ctx.db
    .insert(visitTallies)
    .values(parts.map((part) => ({ visitId: file.visit.id, indicatorId, part })))
    .onConflictDoNothing()
    .returning({ part: visitTallies.part })
  if (entered.length === 0) return
  const has = (part: 'numerator' | 'denominator') => (entered.some((row) => row.part === part) ? 1 : 0)
  await recordObservations(ctx, [
    {
      indicatorId,
      strand: 'main',
      unitId: file.hostUnit.id,
      group: 'system',
      day: found(file.visit.endsOn),
      numerator: has('numerator'),
      denominator: has('denominator'),
    },
  ])
}
