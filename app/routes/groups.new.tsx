import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { makeGroup } from '#app/features/pairs/commands/groups.server.ts'
import { listUnitsForGroups } from '#app/features/pairs/queries/groups.server.ts'
import { groupInput } from '#app/features/pairs/rules/group.ts'
import { NewGroup } from '#app/features/pairs/ui/groups/MyGroups.tsx'
import { listPathsFor } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_group_make()) }]

export const loader = signedIn(async ({ actor, locale, ctx }) => {
  const units = await listUnitsForGroups(actor, ctx)
  allowed(units.length > 0, 'pairs_error_group_nowhere')
  const paths = (await listPathsFor(actor, ctx)).map(({ pathId, summary }) => {
    return { id: pathId, name: summary.title[languageFor(summary.languages, locale)] }
  })
  return { units, paths, groupId: newId() }
})

export const action = signedIn(async ({ actor, request, locale, ctx }) => {
  const form = await readForm(request, groupInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => redirect(`/groups/${await makeGroup(actor, { ...form.value, language: locale }, ctx)}`))
})

export default function NewGroupRoute() {
  return <NewGroup {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
