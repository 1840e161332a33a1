// Many people's writes at once, sent as a browser without scripts sends them; a killed server simply stops answering.

/** One form that one person sends. `done` is where the answer leads when it has been taken in. */
export type Write = { path: string; cookie: string; fields: Record<string, string>; done: string }

/**
 * Sends the writes over sixteen connections at a time until all are answered or the server is gone; tells each one that was
 * acknowledged, in the order of the answers. @throws Error when one is answered with anything else.
 */
export async function sendBurst(origin: string, writes: readonly Write[], acknowledged: (write: Write) => void): Promise<void> {
  const waiting = [...writes]
  async function sendOneByOne(): Promise<void> {
    for (let write = waiting.shift(); write; write = waiting.shift()) {
      const response = await send(origin, write).catch(() => undefined)
      if (!response) return
      const place = response.headers.get('location') ?? ''
      if (response.status !== 302 || !place.startsWith(write.done))
        throw new Error(`${write.path} answered ${response.status} ${place}`)
      acknowledged(write)
    }
  }
  await Promise.all(Array.from({ length: 16 }, sendOneByOne))
}

function send(origin: string, { path, cookie, fields }: Write): Promise<Response> {
  const body = new URLSearchParams(fields)
  return fetch(origin + path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
}
