import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findRegisterFor } from '#app/features/training/queries/register.server.ts'
import { OwnRows, RegisterView } from '#app/features/training/ui/RegisterPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_register_title()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => ({
  register: await findRegisterFor(actor, idOf('unitId'), locale, ctx),
}))

export default function Register() {
  const { register } = useLoaderData<typeof loader>()
  return register.sees === 'own' ? <OwnRows register={register} /> : <RegisterView register={register} />
}
