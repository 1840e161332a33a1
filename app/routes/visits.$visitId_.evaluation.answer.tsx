import { data, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { submitEvaluation } from '#app/features/evaluations/commands.server.ts'
import { readTurn } from '#app/features/evaluations/forms.server.ts'
import { findQuestionnaireFor } from '#app/features/evaluations/queries.server.ts'
import { turnPage } from '#app/features/evaluations/rules/pages.ts'
import { QuestionnairePages } from '#app/features/evaluations/ui/questionnaire.tsx'
import { Closed, Thanks } from '#app/features/evaluations/ui/questionnaire-parts.tsx'
import { inWords } from '#app/features/evaluations/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

/** The same questionnaire for those who are signed in; whichever way one comes, one has one answer. */
export const handle = { bare: true, ownLanguage: true }

export const loader = signedIn(async ({ actor, idOf, ctx }) => findQuestionnaireFor(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const visitId = idOf('visitId')
  const { instrument } = await findQuestionnaireFor(actor, visitId, ctx)
  const { turn, unusable } = await readTurn(request)
  const turned = { ...turnPage(instrument, turn, locale), unusable }
  if (turn.go === 'send' && turned.page.kind === 'review' && turned.page.missing.length === 0) {
    const submitted = await submitEvaluation(actor, { visitId, answers: turned.answers }, ctx)
    return redirect(`/visits/${visitId}/evaluation/answer${submitted === 'already' ? '?again' : ''}`)
  }
  const refused = unusable || (turned.page.kind === 'question' && turned.page.problem !== null)
  return data({ turned }, { status: refused ? 400 : 200 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? inWords(page.instrument.title) : m.evaluations_title()) },
]

export default function AnswerEvaluation() {
  const questionnaire = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  if (questionnaire.state === 'answered') return <Thanks questionnaire={questionnaire} again={search.has('again')} toVisit />
  if (questionnaire.state === 'closed') return <Closed questionnaire={questionnaire} />
  return <QuestionnairePages questionnaire={questionnaire} turned={result?.turned} />
}
