import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { findJointStepFor } from '#app/features/pairs/queries/writing.server.ts'
import { jointStepInput } from '#app/features/pairs/rules/joint.ts'
import { JointStepPage } from '#app/features/pairs/ui/JointStepPage.tsx'
import { jointAddress } from '#app/features/pairs/ui/words.ts'
import { languageFor, spoken } from '#app/features/paths/rules/spoken.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_joint_title()) }]

export const loader = signedIn(async ({ actor, idOf, params, locale, ctx }) => {
  const about = { pairId: idOf('pairId'), moduleId: params.moduleId, locale }
  const { module, languages, ...step } = await findJointStepFor(actor, about, ctx)
  return {
    ...step,
    module: spoken({ id: module.id, title: module.title, joint: found(module.joint) }, languageFor(languages, locale)),
  }
})

export const action = signedIn(async ({ actor, idOf, params, request, locale, ctx }) => {
  const [pairId, moduleId] = [idOf('pairId'), params.moduleId ?? '']
  const form = await readForm(request, jointStepInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await writeJointStep(actor, { ...form.value, pairId, moduleId, language: locale }, ctx)
    return redirect(jointAddress(pairId, moduleId))
  })
})

export default function JointRoute() {
  return <JointStepPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
