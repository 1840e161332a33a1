// A person of the demo world at the bench: signs in, finds a visit with a post, comments.
import { randomUUID } from 'node:crypto'

export async function signIn(origin: string, email: string): Promise<string> {
  const response = await send(`${origin}/login`, { email, password: 'samlara-demo' }, '')
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  if (response.status !== 302 || cookies.length === 0) throw new Error(`${email} could not sign in: ${response.status}`)
  return cookies.join('; ')
}

/** A visit of the person's that has a post to comment. */
export async function visitWithPost(origin: string, cookie: string): Promise<{ id: string; post: string }> {
  const list = await read(`${origin}/visits`, cookie)
  for (const id of idsIn(list, /\/visits\/([0-9a-f-]{36})/g)) {
    const [post] = idsIn(await read(`${origin}/visits/${id}/blog`, cookie), /\/blog\/([0-9a-f-]{36})/g)
    if (post) return { id, post }
  }
  throw new Error('None of the demo visits has a post.')
}

/** Sends one comment on the post; a new one at each call. */
export async function comment(origin: string, cookie: string, visit: { id: string; post: string }): Promise<void> {
  const fields = { id: randomUUID(), text: 'Precis så brukar vi börja.', language: 'sv', confirmed: '' }
  const response = await send(`${origin}/visits/${visit.id}/blog/${visit.post}`, fields, cookie)
  if (response.status >= 400) throw new Error(`The comment was refused: ${response.status}`)
}

function send(url: string, fields: Record<string, string>, cookie: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: cookie ? { cookie } : {},
    redirect: 'manual',
  })
}

async function read(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

function idsIn(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ''))]
}
