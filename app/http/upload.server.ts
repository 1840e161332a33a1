// Reads a form with one file in it, never more than is allowed, whatever its header says.
import {
  MaxPartSizeExceededError,
  unstable_composeUploadHandlers,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from '@remix-run/node'
import { DomainError } from '#app/kernel/errors.ts'

/** Room for the other fields and what multipart writes around them. */
const AROUND = 100_000

export type Upload = { name: string; bytes: Uint8Array; fields: FormData }

/**
 * The file in `field`, at most `most` bytes. Check who asks first: this takes the whole file into memory.
 * @throws invalid when there is none, or it is larger
 */
export async function readUpload(request: Request, { field, most }: { field: string; most: number }): Promise<Upload> {
  const tooLarge = new DomainError('invalid', 'common_error_too_large')
  if (Number(request.headers.get('content-length') ?? 0) > most + AROUND) throw tooLarge
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data/i.test(type) || !request.body) throw new DomainError('invalid')
  const body = request.body.pipeThrough(atMost(most + AROUND, tooLarge))
  const limited = new Request(request.url, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
    duplex: 'half',
  } as RequestInit)
  const files = unstable_createMemoryUploadHandler({ maxPartSize: most, filter: ({ name }) => name === field })
  const words = unstable_createMemoryUploadHandler({ maxPartSize: 10_000, filter: ({ filename }) => filename === undefined })
  try {
    const fields = await unstable_parseMultipartFormData(limited, unstable_composeUploadHandlers(files, words))
    const file = fields.get(field)
    if (!(file instanceof File) || file.size === 0) throw new DomainError('invalid', 'common_error_file_missing')
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), fields }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw error instanceof MaxPartSizeExceededError ? tooLarge : new DomainError('invalid')
  }
}

function atMost(most: number, error: Error): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > most) controller.error(error)
      else controller.enqueue(chunk)
    },
  })
}
