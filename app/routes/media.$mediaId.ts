import { findMediaFor } from '#app/features/pairs/queries/media.server.ts'
import { readMediaPart } from '#app/features/paths/queries/media-file.server.ts'
import { partOf } from '#app/features/paths/rules/media.ts'
import { open } from '#app/http/door.server.ts'
import { outside, sendFile } from '#app/http/sent-file.server.ts'

/** What pages of learning paths show. What a file is called by is never given to another: it stays good for a day. */
export const loader = open(async ({ actor, idOf, request, ctx }) => {
  const file = await findMediaFor(actor, idOf('mediaId'), ctx)
  const etag = `"${file.id}"`
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { ETag: etag } })
  const part = partOf(request.headers.get('range'), file.size)
  if (part === 'outside') return outside(file.size)
  const read = (from: number, to: number) => readMediaPart(file.id, { from, to }, ctx)
  return sendFile({ ...file, etag }, part === 'whole' ? null : part, read)
})
