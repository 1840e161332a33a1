import { writePreparation } from '#app/features/preparation/commands/write-preparation.server.ts'
import { preparationInput } from '#app/features/preparation/rules.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/preparation`)

/** What the page saves while somebody types: one field or a few. Answers JSON. */
export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const form = await readForm(request, preparationInput)
  if (!form.ok) return Response.json({ why: form.why() ?? m.common_error_invalid() }, { status: 400 })
  const written = await writePreparation(actor, { visitId: idOf('visitId'), ...form.value }, ctx)
  return Response.json({ written })
})
