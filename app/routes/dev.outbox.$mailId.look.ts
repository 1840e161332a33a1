import { readMailLook } from '#app/features/notifications/mail/outbox.server.ts'
import { open } from '#app/http/door.server.ts'

/** The mail's HTML for the frame on its page; server/security.ts gives it a policy of its own. Production does not answer. */
export const loader = open(async ({ idOf }) => {
  const html = await readMailLook(idOf('mailId'))
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
})
