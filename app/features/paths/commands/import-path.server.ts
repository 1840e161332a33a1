// A path that came as a file: a draft is made of all of it, or of nothing.
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import { listOwnersFor } from '../queries/drafts.server.ts'
import { handedOn } from '../rules/handed-on.ts'
import { fileName } from '../rules/media.ts'
import { type FileFault, type PathFile, readPathFile } from '../rules/path-file.ts'
import { beginPath } from './drafts.server.ts'
import { type Taken, taken } from './media.server.ts'

type Imported = { ok: true; pathId: string } | { ok: false; faults: FileFault[] }

/**
 * Begins a path of the unit's with what a file says. Pictures, films and captions pass the same examination as when they are
 * uploaded. A second press begins nothing. `id`: of the form.
 * @throws forbidden where the actor may not begin a path
 */
export async function importPath(
  actor: Person,
  { id, ownerId, text }: { id: string; ownerId: string; text: string },
  ctx: Ctx = here(),
): Promise<Imported> {
  const owner = (await listOwnersFor(actor, ctx)).find((one) => one.id === ownerId)
  allowed(owner !== undefined, 'paths_error_start')
  const read = readPathFile(text)
  if (!read.ok) return read
  const { path, media } = read.file
  // Before the transaction: drawing pictures takes a while.
  const examined = await examine(media)
  if (!examined.ok) return examined
  const files = new Map(media.map((one) => [one.id, newId()]))
  const newMediaId = (old: string) => found(files.get(old))
  const [language = 'en'] = path.languages
  const draft = handedOn(path, {
    ...{ title: path.title[language] || path.id, language, formId: id, by: found(owner).name, newMediaId },
  })
  await transaction(ctx, async (tx) => {
    if (!(await beginPath(actor, { ownerId, draft }, tx))) return
    for (const { id: old, name, bytes, ...file } of examined.files) {
      const made = { id: newMediaId(old), pathId: draft.id, name: fileName(name), madeBy: actor.id, madeAt: tx.now }
      await tx.db.insert(pathMedia).values({ ...file, ...made, bytes, size: bytes.byteLength })
    }
  })
  return { ok: true, pathId: draft.id }
}

type Examined = { ok: true; files: (Taken & { id: string; name: string })[] } | { ok: false; faults: FileFault[] }

async function examine(media: PathFile['media']): Promise<Examined> {
  const files: (Taken & { id: string; name: string })[] = []
  for (const [index, { id, name, kind, base64 }] of media.entries()) {
    const place = { place: `media[${index}]`, within: name }
    try {
      const file = await taken(Buffer.from(base64, 'base64'))
      if (file.kind !== kind) return { ok: false, faults: [{ ...place, reason: 'paths_file_media_kind' }] }
      files.push({ ...file, id, name })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
      const { reason = 'paths_file_wrong_form', params = {} } = error
      return { ok: false, faults: [{ ...place, reason, params }] }
    }
  }
  return { ok: true, files }
}
