// The action behind both pages of a goal, the new one's and the standing one's.
import { data, redirect } from '@remix-run/node'
import { readForm } from '#app/http/form.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { saveGoal } from './commands/write-or-propose.server.ts'
import { goalForm } from './rules.ts'

/** Saves or proposes; a conflict comes back with both texts. `goalId`: the goal in the address, which the form has to mean. */
export async function saveGoalFrom(request: Request, actor: Person, visitId: string, ctx: Ctx, goalId?: string) {
  const form = await readForm(request, goalForm)
  if (!form.ok) return form.refused()
  if (goalId) hiddenUnless(form.value.id === goalId)
  return form.attempt(async () => {
    const saved = await saveGoal(actor, { visitId, ...form.value }, ctx)
    if (saved.outcome === 'conflict') return data({ ...form.refuse({}).data, theirs: saved.theirs }, { status: 409 })
    return redirect(`/visits/${visitId}${saved.outcome === 'proposed' ? '/preparation?done=proposed' : ''}`)
  })
}
