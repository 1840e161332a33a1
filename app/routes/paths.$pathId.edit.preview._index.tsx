import { redirect } from '@remix-run/node'
import { previewers } from '#app/features/paths/previews.ts'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'

/** As whom is in the address, so that it stays from page to page. */
export const loader = signedIn(async ({ params, url }) => {
  const role = previewers.find((one) => one === url.searchParams.get('as')) ?? 'visitor'
  return redirect(editAddress(params.pathId ?? '', 'preview', role))
})
