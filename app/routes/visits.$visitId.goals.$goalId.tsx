import { useActionData, useLoaderData } from '@remix-run/react'
import { findGoalPageFor } from '#app/features/preparation/queries/find-goal-page.server.ts'
import { saveGoalFrom } from '#app/features/preparation/save-goal.server.ts'
import { GoalForm } from '#app/features/preparation/ui/GoalForm.tsx'
import type { Written } from '#app/features/preparation/words.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf, locale }) => ({
  page: await findGoalPageFor(actor, idOf('visitId'), idOf('goalId'), ctx),
  freshId: idOf('goalId'),
  language: locale,
}))

export const action = signedIn(({ request, actor, ctx, idOf }) =>
  saveGoalFrom(request, actor, idOf('visitId'), ctx, idOf('goalId')),
)

export default function ChangeGoal() {
  const answer = useActionData<{ theirs?: Written }>()
  return <GoalForm {...useLoaderData<typeof loader>()} result={answer} theirs={answer?.theirs} />
}
