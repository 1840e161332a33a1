import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerPathQuestionnaire } from '#app/features/pairs/commands/answer-questionnaire.server.ts'
import { findPathQuestionnaireFor } from '#app/features/pairs/queries/questionnaire.server.ts'
import { questionnaires } from '#app/features/paths/reference.server.ts'
import { answersIn, questionnaireForm } from '#app/features/paths/rules/opinions.ts'
import { QuestionnairePage } from '#app/features/paths/ui/QuestionnairePage.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_questionnaire()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) =>
  findPathQuestionnaireFor(actor, { pathId: params.pathId, search: url.searchParams, locale }, ctx),
)

export const action = signedIn(async ({ actor, params, url, request, locale, ctx }) => {
  const { pathId = '' } = params
  const form = await readForm(request, questionnaireForm(questionnaires[0]))
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const answers = answersIn(questionnaires[0], form.value, locale)
    if (!answers) throw new DomainError('invalid', 'paths_error_questionnaire_empty')
    await answerPathQuestionnaire(actor, { pathId, search: url.searchParams, answers }, ctx)
    return redirect(`${addressOf(pathId, 'questionnaire')}${url.search}`)
  })
})

export default function Questionnaire() {
  return <QuestionnairePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
