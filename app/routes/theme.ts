import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { backTo, open, safeRedirectPath } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { themes } from '#app/ui/theme.tsx'

const schema = z.object({ theme: z.enum(themes), to: z.string().default('/') })

export const loader = backTo(() => '/')

/** Remembers the choice for a year; "as the device" forgets it. Back to where one was. */
export const action = open(async ({ request }) => {
  const form = await readForm(request, schema)
  if (!form.ok) return redirect('/')
  const { theme, to } = form.value
  const secure = settings().ORIGIN.startsWith('https:') ? '; Secure' : ''
  const age = theme === 'system' ? 0 : 31_536_000
  const cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure}`
  return redirect(safeRedirectPath(to, '/'), { headers: { 'Set-Cookie': cookie } })
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
