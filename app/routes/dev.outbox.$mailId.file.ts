import { readKeptMail } from '#app/features/notifications/mail/outbox.server.ts'
import { open } from '#app/http/door.server.ts'

/** The mail byte for byte, as a file. Production does not answer. */
export const loader = open(async ({ idOf }) => {
  const id = idOf('mailId')
  const message = await readKeptMail(id)
  const headers = { 'Content-Type': 'message/rfc822', 'Content-Disposition': `attachment; filename="${id}.eml"` }
  return new Response(new Uint8Array(message), { headers })
})
