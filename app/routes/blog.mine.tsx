import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { withdrawName } from '#app/features/blogs/commands.server.ts'
import { listOwnWriting } from '#app/features/blogs/queries.server.ts'
import { OwnWritings } from '#app/features/blogs/ui/OwnWritings.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { id } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.blogs_mine_title()} – ${m.common_product()}` }]

const wish = z.object({ visitId: id, name: z.enum(['withdraw', 'show']) })

export const loader = signedIn(async ({ actor, ctx }) => ({ writings: await listOwnWriting(actor, ctx) }))

export const action = signedIn(async ({ request, actor, ctx }) => {
  const form = await readForm(request, wish)
  if (!form.ok) return form.refused()
  const { visitId, name } = form.value
  await withdrawName(actor, { visitId, withdraw: name === 'withdraw' }, ctx)
  return redirect('/blog/mine')
})

export default function Mine() {
  const { writings } = useLoaderData<typeof loader>()
  return (
    <Page width="form">
      <PageHead
        title={m.blogs_mine_title()}
        lead={m.blogs_mine_lead()}
        crumbs={[{ label: m.blogs_title(), to: '/blog' }, { label: m.blogs_mine_title() }]}
      />
      <OwnWritings writings={writings} />
    </Page>
  )
}
