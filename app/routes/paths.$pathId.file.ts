import { takeTry } from '#app/features/identity/limits.server.ts'
import { findPathFileFor } from '#app/features/paths/queries/path-file.server.ts'
import { open } from '#app/http/door.server.ts'
import { sendText } from '#app/http/sent-file.server.ts'

/** The path as a file. `?version=`: an earlier one. */
export const loader = open(async ({ actor, params, url, ip, ctx }) => {
  const version = url.searchParams.get('version')
  const asked = { pathId: params.pathId, version: version && /^\d{1,6}$/.test(version) ? Number(version) : undefined }
  await takeTry(ctx, 'file', { ip, address: params.pathId ?? '' })
  const { path, pieces } = await findPathFileFor(actor, asked, ctx)
  return sendText({ name: `${path.id}-${path.version}.samlara.json`, type: 'application/json' }, pieces)
})
