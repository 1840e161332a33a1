import { data, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { answerFollowUpByLink, submitEvaluationByLink } from '#app/features/evaluations/commands.server.ts'
import { readFollowUp, readTurn, saveFollowUp } from '#app/features/evaluations/forms.server.ts'
import { findByLink } from '#app/features/evaluations/queries.server.ts'
import { turnPage } from '#app/features/evaluations/rules/pages.ts'
import { FollowUpByLink } from '#app/features/evaluations/ui/follow-up-form.tsx'
import { QuestionnairePages } from '#app/features/evaluations/ui/questionnaire.tsx'
import { Closed, Thanks } from '#app/features/evaluations/ui/questionnaire-parts.tsx'
import { inWords } from '#app/features/evaluations/ui/words.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

/** From the mail, without signing in. Opening it uses nothing up: a mail scanner has often been here first. */
export const handle = { bare: true, reading: true, ownLanguage: true }

export const loader = open(async ({ params, actor, ctx }) => {
  const found = await findByLink(params.token ?? '', ctx)
  return { found, signedIn: actor.kind === 'person' }
})

export const action = open(async ({ params, request, locale, ctx }) => {
  const token = params.token ?? ''
  const found = await findByLink(token, ctx)
  if (found.kind === 'follow_up') {
    const form = await readFollowUp(request, found.instrument, found.followed, locale)
    if (!form.ok) return data({ turned: undefined, refused: form.refused }, { status: 400 })
    const refused = await saveFollowUp(form, (value) => answerFollowUpByLink({ token, ...value }, ctx))
    if (refused) return data({ turned: undefined, refused }, { status: 409 })
    return redirect(`/e/${token}?saved`)
  }
  const { turn, unusable } = await readTurn(request)
  const turned = { ...turnPage(found.instrument, turn, locale), unusable }
  if (turn.go === 'send' && turned.page.kind === 'review' && turned.page.missing.length === 0) {
    const submitted = await submitEvaluationByLink({ token, answers: turned.answers }, ctx)
    return redirect(`/e/${token}${submitted === 'already' ? '?again' : ''}`)
  }
  const refused = unusable || (turned.page.kind === 'question' && turned.page.problem !== null)
  return data({ turned, refused: undefined }, { status: refused ? 400 : 200 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = page?.found.kind === 'evaluation' ? inWords(page.found.instrument.title) : m.evaluations_follow_up_title()
  return [{ title: pageTitle(title) }, { name: 'robots', content: 'noindex' }]
}

export default function PersonalLink() {
  const { found, signedIn } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  if (found.kind === 'follow_up') return <FollowUpByLink form={found} refused={result?.refused} saved={search.has('saved')} />
  if (found.state === 'answered') return <Thanks questionnaire={found} again={search.has('again')} toVisit={signedIn} />
  if (found.state === 'closed') return <Closed questionnaire={found} />
  return <QuestionnairePages questionnaire={found} turned={result?.turned} />
}
