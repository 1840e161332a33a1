import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listGoalTreeFor } from '#app/features/indicators/queries.server.ts'
import { goalSetIn } from '#app/features/indicators/reference.server.ts'
import { unitIn } from '#app/features/indicators/ui/address.ts'
import { GoalTreePage } from '#app/features/indicators/ui/goal-tree.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ url, actor, ctx, locale }) => {
  const setId = goalSetIn(url.searchParams.get('set'))
  return {
    tree: await listGoalTreeFor(actor, { setId, unitId: unitIn(url), locale }, ctx),
    reader: actor.name.split(' ')[0] ?? actor.name,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(data?.tree ? m.indicators_tree_title({ set: data.tree.set.title }) : m.indicators_title()),
  },
]

export default function Indicators() {
  const { tree, reader } = useLoaderData<typeof loader>()
  if (tree) return <GoalTreePage tree={tree} reader={reader} />
  return (
    <Page width="read">
      <PageHead title={m.indicators_title()} />
      <EmptyState id="nowhere" title={m.indicators_nowhere_title()}>
        <p>{m.indicators_nowhere_text()}</p>
      </EmptyState>
    </Page>
  )
}
