import { redirect } from '@remix-run/node'
import { findPaperFor } from '#app/features/certificates/queries/certificates.server.ts'
import { checkAddress } from '#app/features/certificates/rules/credential.ts'
import { certificateAddress } from '#app/features/certificates/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { settings } from '#app/kernel/env.server.ts'

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { credential: _signed, ...paper } = await findPaperFor(actor, idOf('certificateId'), ctx)
  // Loaded with the first paper, not at start.
  const { hasLettersFor, paperOf } = await import('#app/features/certificates/paper/paper.server.ts')
  if (!hasLettersFor(paper.facts)) return redirect(`${certificateAddress(paper.id)}?paper=letters`)
  const bytes = await paperOf({ ...paper, address: checkAddress(settings().ORIGIN, paper.id) })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="samlara-${paper.facts.issuedOn}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
