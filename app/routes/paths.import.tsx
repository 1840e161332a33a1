import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importPath } from '#app/features/paths/commands/import-path.server.ts'
import { listOwnersFor } from '#app/features/paths/queries/drafts.server.ts'
import { LARGEST_FILE } from '#app/features/paths/rules/path-file.ts'
import { ImportPath } from '#app/features/paths/ui/ImportPath.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { refusalOf } from '#app/http/problems.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { translate } from '#app/i18n/translate.server.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_import()) }]

export const loader = signedIn(async ({ actor, ctx }) => ({ owners: await listOwnersFor(actor, ctx), formId: newId() }))

export const action = signedIn(async ({ actor, request, ctx }) => {
  // Nothing is taken into memory for those who may not begin a path.
  allowed((await listOwnersFor(actor, ctx)).length > 0, 'paths_error_start')
  try {
    const { bytes, fields } = await readUpload(request, { field: 'file', most: LARGEST_FILE })
    const ownerId = String(fields.get('ownerId'))
    const id = found(idFrom(String(fields.get('id'))))
    const made = await importPath(actor, { id, ownerId, text: new TextDecoder().decode(bytes) }, ctx)
    if (made.ok) return redirect(addressOf(made.pathId, 'edit'))
    const faults = made.faults.map(({ place, within, reason, params }) => {
      return { place, within, words: translate(reason, params) ?? m.paths_file_wrong_form() }
    })
    return data({ error: null, faults, ownerId }, { status: 400 })
  } catch (error) {
    const { status, message } = refusalOf(error)
    return data({ error: message, faults: [], ownerId: null }, { status })
  }
})

export default function ImportRoute() {
  return <ImportPath {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
