import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSteps } from '#app/features/training/queries/steps.server.ts'
import { StepsPage } from '#app/features/training/ui/StepsPage.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.training_steps_title()) }]

export const loader = open(async ({ locale, ctx }) => ({ steps: listSteps(locale, ctx) }))

export default function Training() {
  return <StepsPage {...useLoaderData<typeof loader>()} />
}
