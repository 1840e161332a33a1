import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { inLanguage } from '#app/i18n/language.server.ts'
import { type Actor, visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import * as blog from '#app/routes/blog._index.tsx'
import * as publicPost from '#app/routes/blog.$slug.tsx'
import * as mine from '#app/routes/blog.mine.tsx'
import * as commentEdit from '#app/routes/comments.$commentId.edit.tsx'
import * as commentRemoval from '#app/routes/comments.$commentId.removal.tsx'
import * as takedown from '#app/routes/posts.$postId.takedown.tsx'
import * as visitBlog from '#app/routes/visits.$visitId.blog.tsx'
import * as postPage from '#app/routes/visits.$visitId.blog_.$postId.tsx'
import * as edit from '#app/routes/visits.$visitId.blog_.$postId_.edit.tsx'
import * as write from '#app/routes/visits.$visitId.blog_.new.tsx'
import * as room from '#app/routes/visits.$visitId.room.tsx'
import { within } from '#db/context.server.ts'
import { comments, postReaders, posts } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { aCommentBy, aPostBy } from './writing.ts'

type Call = { params?: Record<string, string>; form?: Record<string, string>; search?: string; locale?: Locale }
type Handler = (args: never) => Promise<unknown>
type Answer = { status: number; to: string | null; data: unknown; errors: Record<string, string[]> }

/** Calls a loader or an action as the server would, as `actor`, inside the test's transaction. */
async function call(
  handler: Handler,
  actor: Actor,
  ctx: TestCtx,
  { params = {}, form, search = '', locale = 'en' }: Call = {},
): Promise<Answer> {
  const request = new Request(`http://samlara.test/x${search}`, {
    headers: { 'user-agent': 'Mozilla/5.0 Firefox/140' },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  const context = { actor: Promise.resolve(actor), ip: '192.0.2.1', nonce: '', requestId: '' }
  const work = () => inLanguage(locale, () => within(ctx, () => handler({ request, params, context } as never)))
  const answer: unknown = await work().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('location'), data: null, errors: {} }
  const { data, init } = answer as {
    data?: { result?: { error?: Record<string, string[]> } }
    init?: { status?: number } | null
  }
  return { status: init?.status ?? 200, to: null, data: init ? data : answer, errors: data?.result?.error ?? {} }
}

const paragraph = (text: string) =>
  JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] } })

describe('writing a post', () => {
  const fields = () => ({
    id: newId(),
    title: 'Frågan',
    body: '## Rubrik\n\n- ett',
    document: '',
    language: 'sv',
    visibility: 'everyone',
  })

  test('the plain form and the editor lead to the same page, and pressing twice to one post', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const params = { visitId: visit.id }
    const form = fields()
    for (let press = 0; press < 2; press += 1) {
      const answer = await call(write.action, sindre, ctx, { params, form })
      expect(answer).toMatchObject({ status: 302, to: `/visits/${visit.id}/blog/${form.id}` })
    }
    await call(write.action, sindre, ctx, { params, form: { ...fields(), body: '', document: paragraph('Från redigeraren') } })
    const rows = await ctx.db.select().from(posts).orderBy(posts.plain)
    expect(rows.map((row) => row.plain)).toEqual(['Från redigeraren', 'Rubrik\n\n- ett'])
  })

  test.for([
    ['not JSON', '{'],
    ['a script node', '{"root":{"type":"root","children":[{"type":"script","children":[]}]}}'],
    ['a prototype', '{"__proto__":{"root":{"type":"root"}}}'],
    [
      'a deep nest',
      `${'{"root":{"type":"root","children":['}${'{"type":"list","children":[{"type":"listitem","children":['.repeat(2_000)}`,
    ],
    ['half a character', paragraph('x').replace('"x"', '"\\ud800"')],
    ['NUL', paragraph('x').replace('"x"', '"\\u0000"')],
    [
      'too many nodes',
      JSON.stringify({ root: { type: 'root', children: Array.from({ length: 5_001 }, () => ({ type: 'paragraph' })) } }),
    ],
    ['too many bytes', paragraph('x'.repeat(260 * 1024))],
    ['a raw NUL', 'a\0b'],
  ] as const)('hostile rich text is the writer’s to correct, never a fault: %s', async ([, document], { ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const answer = await call(write.action, sindre, ctx, { params: { visitId: visit.id }, form: { ...fields(), document } })
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.errors)).not.toEqual([])
    expect(await ctx.db.select().from(posts)).toEqual([])
  })

  test('what is missing is told in the reader’s language and what was typed comes back', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const form = { ...fields(), title: '', body: 'Ring 070-123 45 67' }
    const answer = await call(write.action, sindre, ctx, { params: { visitId: visit.id }, form, locale: 'nb' })
    expect(answer.errors).toEqual({ title: ['Skriv en overskrift.'] })
    const { result } = answer.data as { result: { initialValue: Record<string, string> } }
    expect(result.initialValue).toMatchObject({ body: form.body, visibility: 'everyone' })
    const next = await call(write.action, sindre, ctx, {
      params: { visitId: visit.id },
      form: { ...form, title: 'Frågan' },
      locale: 'sv',
    })
    expect(next.errors).toEqual({
      confirmed: ['Läs igenom texten en gång till och bekräfta att ingen patient kan kännas igen.'],
    })
  })

  test('is for those who take part', async ({ ctx }) => {
    const { visit, mikko } = await aVisitWithPeople(ctx)
    const params = { visitId: visit.id }
    expect((await call(write.loader, mikko, ctx, { params })).status).toBe(404)
    expect((await call(write.action, mikko, ctx, { params, form: fields() })).status).toBe(404)
    expect((await call(write.action, visitor, ctx, { params, form: fields() })).to).toBe('/login')
    expect((await call(write.loader, mikko, ctx, { params: { visitId: 'banana' } })).status).toBe(404)
  })

  test('two who change it are told of each other', async ({ ctx }) => {
    const { visit, sindre, yusuf } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    const params = { visitId: visit.id, postId }
    const form = { title: 'Ny', body: 'Text', document: '', language: 'sv', visibility: 'unit', version: '1' }
    expect((await call(edit.loader, yusuf, ctx, { params })).status).toBe(403)
    expect((await call(edit.action, yusuf, ctx, { params, form })).status).toBe(403)
    expect((await call(edit.action, sindre, ctx, { params, form })).to).toBe(`/visits/${visit.id}/blog/${postId}`)
    const second = await call(edit.action, sindre, ctx, { params, form: { ...form, body: 'Min text' } })
    expect(second.status).toBe(409)
    expect(second.errors['']?.[0]).toContain('Your text is still here')
    expect((second.data as { result: { initialValue: object } }).result.initialValue).toMatchObject({ body: 'Min text' })
  })
})

describe('reading', () => {
  test('a visit’s pages are its own people’s, and an id of another visit is not found', async ({ ctx }) => {
    const { visit, sindre, karin, mikko } = await aVisitWithPeople(ctx)
    const other = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    const params = { visitId: visit.id, postId }
    for (const route of [visitBlog, room, postPage]) {
      expect((await call(route.loader, karin, ctx, { params })).status).toBe(200)
      expect((await call(route.loader, mikko, ctx, { params })).status).toBe(404)
      expect((await call(route.loader, visitor, ctx, { params })).to).toContain('/login?to=')
    }
    expect((await call(postPage.loader, other.karin, ctx, { params: { visitId: other.visit.id, postId } })).status).toBe(404)
  })

  test('an open post is read by everyone and counted; a closed one is not found', async ({ ctx }) => {
    const { visit, sindre, mikko } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    await aPostBy(sindre, visit, ctx, { title: 'Bara vi', visibility: 'unit' })
    const params = { slug: 'fragan-vi-hade-slutat-stalla' }
    const read = await call(publicPost.loader, visitor, ctx, { params })
    expect(read.data).toMatchObject({ post: { id: postId }, me: null, room: null, visit: null })
    expect((await call(publicPost.loader, mikko, ctx, { params })).data).toMatchObject({
      me: { mayComment: true, mayRemove: false },
      room: `post:${postId}`,
    })
    expect((await call(publicPost.loader, sindre, ctx, { params })).data).toMatchObject({
      room: `inside:${visit.id}`,
      visit: { title: visit.title },
    })
    expect((await call(publicPost.loader, visitor, ctx, { params: { slug: 'bara-vi' } })).status).toBe(404)
    expect((await call(publicPost.loader, visitor, ctx, { params: { slug: 'finns-inte' } })).status).toBe(404)
    expect(await ctx.db.select({ readers: postReaders.readers }).from(postReaders)).toEqual([{ readers: 2 }])
    const list = await call(blog.loader, visitor, ctx, { search: '?page=banana' })
    expect((list.data as { posts: { id: string }[] }).posts.map((post) => post.id)).toEqual([postId])
  })
})

describe('comments', () => {
  test('go to the comment that was made; what is wrong stays on the page', async ({ ctx }) => {
    const { visit, sindre, mikko } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    const form = { id: newId(), text: 'Takk', language: 'nb' }
    const params = { slug: 'fragan-vi-hade-slutat-stalla' }
    expect((await call(publicPost.action, mikko, ctx, { params, form })).to).toBe(`/blog/${params.slug}#comment-${form.id}`)
    expect((await call(publicPost.action, visitor, ctx, { params, form })).to).toBe('/login')
    const inVisit = { params: { visitId: visit.id, postId }, form: { ...form, id: newId() } }
    expect((await call(postPage.action, sindre, ctx, inVisit)).to).toContain(`/visits/${visit.id}/blog/${postId}#comment-`)
    expect((await call(postPage.action, sindre, ctx, { ...inVisit, form: { ...inVisit.form, text: '' } })).errors).toEqual({
      text: ['Write your comment.'],
    })
    expect(
      (await call(postPage.action, sindre, ctx, { ...inVisit, form: { ...inVisit.form, id: newId(), parentId: newId() } }))
        .status,
    ).toBe(404)
  })

  test('are changed and removed on pages of their own', async ({ ctx }) => {
    const { visit, sindre, karin, yusuf, mikko } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    const commentId = await aCommentBy(sindre, postId, ctx)
    const params = { commentId }
    const back = `/visits/${visit.id}/blog/${postId}#comment-${commentId}`
    expect((await call(commentEdit.loader, mikko, ctx, { params })).status).toBe(404)
    expect((await call(commentEdit.loader, yusuf, ctx, { params })).status).toBe(403)
    const form = { text: 'Rettet', language: 'nb', version: '1' }
    expect((await call(commentEdit.action, sindre, ctx, { params, form })).to).toBe(back)
    expect((await call(commentEdit.action, sindre, ctx, { params, form })).status).toBe(409)
    expect((await call(commentRemoval.loader, karin, ctx, { params })).data).toMatchObject({ needsReason: true })
    expect((await call(commentRemoval.action, karin, ctx, { params, form: { reason: '' } })).status).toBe(422)
    expect((await call(commentRemoval.action, karin, ctx, { params, form: { reason: 'En patient.' } })).status).toBe(302)
    expect((await call(commentRemoval.loader, karin, ctx, { params })).status).toBe(404)
    const [row] = await ctx.db.select().from(comments).where(eq(comments.id, commentId))
    expect(row).toMatchObject({ removedBy: karin.id, removedReason: 'En patient.', version: 2 })
  })
})

test('a withdrawn name cannot be found again by an id', async ({ ctx }) => {
  const { visit, sindre, karin } = await aVisitWithPeople(ctx)
  const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
  await aCommentBy(sindre, postId, ctx)
  await call(mine.action, sindre, ctx, { form: { visitId: visit.id, name: 'withdraw' } })
  const slug = { params: { slug: 'fragan-vi-hade-slutat-stalla' } }
  for (const answer of [
    await call(publicPost.loader, visitor, ctx, slug),
    await call(publicPost.loader, karin, ctx, slug),
    await call(postPage.loader, karin, ctx, { params: { visitId: visit.id, postId } }),
    await call(room.loader, karin, ctx, { params: { visitId: visit.id } }),
    await call(visitBlog.loader, karin, ctx, { params: { visitId: visit.id } }),
    await call(blog.loader, visitor, ctx),
  ]) {
    const told = JSON.stringify(answer.data)
    expect(told).toContain(postId)
    expect(told).not.toContain(sindre.id)
    expect(told).not.toContain('Sindre')
  }
})

test('a post is taken down by whom it concerns', async ({ ctx }) => {
  const { visit, sindre, yusuf, karin, mikko } = await aVisitWithPeople(ctx)
  const params = { postId: await aPostBy(sindre, visit, ctx) }
  expect((await call(takedown.loader, mikko, ctx, { params })).status).toBe(404)
  expect((await call(takedown.loader, yusuf, ctx, { params })).status).toBe(403)
  expect((await call(takedown.action, yusuf, ctx, { params, form: { reason: 'x' } })).status).toBe(403)
  expect((await call(takedown.action, karin, ctx, { params, form: { reason: '' } })).status).toBe(422)
  expect((await call(takedown.action, sindre, ctx, { params, form: { reason: '' } })).status).toBe(302)
})

test('one’s own writings are listed for oneself, and the name is one’s own', async ({ ctx }) => {
  const { visit, sindre, karin } = await aVisitWithPeople(ctx)
  const postId = await aPostBy(sindre, visit, ctx)
  expect((await call(mine.loader, visitor, ctx)).to).toContain('/login')
  expect((await call(mine.loader, karin, ctx)).data).toEqual({ writings: [] })
  expect((await call(mine.action, sindre, ctx, { form: { visitId: visit.id, name: 'withdraw' } })).to).toBe('/blog/mine')
  expect((await call(mine.action, sindre, ctx, { form: { visitId: 'x', name: 'other' } })).status).toBe(400)
  const [row] = await ctx.db.select().from(posts).where(eq(posts.id, postId))
  expect(row?.nameWithdrawnAt).not.toBeNull()
})
