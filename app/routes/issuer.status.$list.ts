import { readStatusList } from '#app/features/certificates/queries/published.server.ts'
import { open } from '#app/http/door.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

/** Which certificates are taken back, signed: read by programs that check one. */
export const loader = open(async ({ params, ctx }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.list ?? '')) throw new DomainError('not_found')
  const credential = await readStatusList(Number(params.list), ctx)
  return new Response(credential, { headers: { 'Content-Type': 'application/vc+jwt', 'Cache-Control': 'no-cache' } })
})
