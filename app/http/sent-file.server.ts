// A file as it is sent: to be shown inside our pages, never as a page of its own; films in parts, as they are watched.

export type SentFile = { type: string; size: number; name: string; etag: string }
export type Bytes = (from: number, to: number) => Promise<Uint8Array>

const CHUNK = 1_000_000

/** `part`: both ends included; null for all of it. `read` gives bytes, both ends included. */
export function sendFile(file: SentFile, part: { from: number; to: number } | null, read: Bytes): Response {
  const { from, to } = part ?? { from: 0, to: file.size - 1 }
  const headers = new Headers({
    'Content-Type': file.type === 'text/vtt' ? 'text/vtt; charset=utf-8' : file.type,
    'Content-Length': String(to - from + 1),
    // Opened on its own it is saved; pages show it all the same.
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, max-age=86400',
    'Accept-Ranges': 'bytes',
    ETag: file.etag,
  })
  if (part) headers.set('Content-Range', `bytes ${from}-${to}/${file.size}`)
  return new Response(streamed(from, to, read), { status: part ? 206 : 200, headers })
}

/** Nothing there: the file ends before what was asked for. */
export function outside(size: number): Response {
  return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
}

function streamed(from: number, to: number, read: Bytes): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream({
    async pull(controller) {
      const end = Math.min(to, at + CHUNK - 1)
      const bytes = at > to ? new Uint8Array() : await read(at, end)
      if (bytes.byteLength > 0) controller.enqueue(bytes)
      at = end + 1
      if (at > to || bytes.byteLength === 0) controller.close()
    },
  })
}

/** A file of text that is made while it is sent; `name` in plain letters. It is saved, not shown, and kept by nobody on the way. */
export function sendText({ name, type }: { name: string; type: string }, pieces: AsyncIterable<string>): Response {
  const source = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
