import { findPathFileFor } from '#app/features/paths/queries/path-file.server.ts'
import { open } from '#app/http/door.server.ts'

/** The path as a file. `?version=`: an earlier one. */
export const loader = open(async ({ actor, params, url, ctx }) => {
  const version = url.searchParams.get('version')
  const asked = { pathId: params.pathId, version: version && /^\d{1,6}$/.test(version) ? Number(version) : undefined }
  const file = await findPathFileFor(actor, asked, ctx)
  return new Response(JSON.stringify(file, null, 1), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.path.id}-${file.path.version}.samlara.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
