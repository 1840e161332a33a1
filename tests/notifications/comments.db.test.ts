import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { addComment, removeComment, withdrawName } from '#app/features/blogs/commands.server.ts'
import { updateProfile } from '#app/features/identity/commands/accounts.server.ts'
import { mails, posts, roles, users } from '#db/schema/index.ts'
import { personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { aCommentBy, aPostBy } from '../blogs/writing.ts'
import { openPost } from './post.ts'

const minutes = (ctx: TestCtx, count: number) => ctx.at(new Date(ctx.now.getTime() + count * 60_000))

function post() {
  const office = openPost()
  onTestFinished(office.close)
  return office
}

/** Karin's post among the participants, and the office where the mails about it come out. */
async function aPostByKarin(ctx: TestCtx, visibility: 'participants' | 'everyone' = 'participants') {
  const office = post()
  const people = await aVisitWithPeople(ctx, { status: 'under_way' })
  const postId = await aPostBy(people.karin, people.visit, ctx, { visibility })
  await office.work(ctx)
  return { office, postId, ...people }
}

test('the writer of a post hears of comments once the hour is over, all in one mail', async ({ ctx }) => {
  const { office, postId, karin, ingrid, sindre } = await aPostByKarin(ctx)
  await aCommentBy(ingrid, postId, ctx, { text: 'Dette tar vi med hjem.' })
  await aCommentBy(sindre, postId, minutes(ctx, 20), { text: 'Enig.' })
  await aCommentBy(karin, postId, minutes(ctx, 25), { text: 'Vad roligt.' })
  await office.work(minutes(ctx, 60))

  const own = (await office.mails()).filter((mail) => mail.receiver === karin.email)
  expect(own).toHaveLength(1)
  expect(own[0]?.subject).toBe('2 nya kommentarer: Frågan vi hade slutat ställa')
  expect(own[0]?.words).toContain('Dette tar vi med hjem.')
  expect(own[0]?.words).toContain('Sindre Nygård')
  expect(own[0]?.words).not.toContain('Vad roligt.')
  expect(await office.mails()).toHaveLength(1)
})

test('who answers a thread tells everybody in it, and nobody of their own words', async ({ ctx }) => {
  const { office, postId, karin, yusuf, ingrid, sindre } = await aPostByKarin(ctx)
  const head = await aCommentBy(ingrid, postId, ctx)
  await aCommentBy(sindre, postId, ctx, { text: 'Et annet spor.' })
  await office.work(minutes(ctx, 60))
  const later = minutes(ctx, 90)
  await addComment(
    yusuf,
    { id: crypto.randomUUID(), postId, parentId: head, text: 'Hur gick det?', language: 'sv', confirmed: [] },
    later,
  )
  await office.work(minutes(later, 60))

  const told = (await office.mails()).filter((mail) => mail.subject?.includes('tråd'))
  expect(told.map((mail) => mail.receiver).sort()).toEqual([ingrid.email, karin.email].sort())
  expect(told[0]?.subject).toBe('Yusuf Demir har svarat i din tråd: Frågan vi hade slutat ställa')
})

test('a removed comment, a post taken down and a role that ended are told to nobody', async ({ ctx }) => {
  const { office, postId, karin, ingrid, sindre, visit } = await aPostByKarin(ctx)
  const commentId = await aCommentBy(sindre, postId, ctx)
  await removeComment(sindre, { commentId, reason: '' }, ctx)
  await office.work(minutes(ctx, 60))
  expect(await office.mails()).toEqual([])

  const hers = await aPostBy(ingrid, visit, ctx, { title: 'Nytt språk' })
  await aCommentBy(karin, hers, ctx)
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, ingrid.id))
  await office.work(minutes(ctx, 60))
  expect(await office.mails()).toEqual([])

  await aCommentBy(sindre, postId, ctx)
  await ctx.db.update(posts).set({ takenDownAt: ctx.now }).where(eq(posts.id, postId))
  await office.work(minutes(ctx, 60))
  expect(await office.mails()).toEqual([])
})

test('the right is looked up once more right before sending', async ({ ctx }) => {
  const { office, postId, karin, ingrid } = await aPostByKarin(ctx)
  await aCommentBy(ingrid, postId, ctx)
  const late = minutes(ctx, 60)
  await ctx.settled()
  const [notify] = office.waiting.splice(0)
  if (notify) await office.run(notify, late)
  expect(office.waiting.map((work) => work.name)).toEqual(['mail.send'])
  await ctx.db.update(users).set({ suspendedAt: ctx.now }).where(eq(users.id, karin.id))
  await office.work(late)
  expect(await office.mails()).toEqual([])
  const log = await ctx.db.select().from(mails).where(eq(mails.event, 'blogs.commented'))
  expect(log.map((mail) => mail.state)).toEqual(['dropped'])
})

test('who wants no mail about comments gets none', async ({ ctx }) => {
  const { office, postId, karin, ingrid } = await aPostByKarin(ctx)
  const profile = { name: karin.name, profession: '', locale: 'sv', theme: 'system' } as const
  await updateProfile(karin, { ...profile, commentMails: 'no' }, ctx)
  await aCommentBy(ingrid, postId, ctx)
  await office.work(minutes(ctx, 60))
  expect(await office.mails()).toEqual([])
  await updateProfile(karin, { ...profile, commentMails: 'yes' }, ctx)
  await aCommentBy(ingrid, postId, ctx)
  await office.work(minutes(ctx, 60))
  expect(await office.mails()).toHaveLength(1)
})

test('a reader of an open post hears of answers too, with the open address, and a withdrawn name stays off', async ({
  ctx,
}) => {
  const { office, postId, ingrid, visit } = await aPostByKarin(ctx, 'everyone')
  const reader = personOf(await aUser(ctx, { name: 'Elsa Öberg' }))
  const head = await aCommentBy(reader, postId, ctx, { text: 'Hur började ni?', language: 'sv' })
  await office.work(minutes(ctx, 60))
  const later = minutes(ctx, 120)
  await aCommentBy(ingrid, postId, later, { parentId: head, text: 'Med ett møte.' })
  await withdrawName(ingrid, { visitId: visit.id, withdraw: true }, later)
  await office.work(minutes(later, 60))
  const mail = (await office.mails()).find((one) => one.receiver === reader.email)
  expect(mail?.words).toContain('http://samlara.test/blog/')
  expect(mail?.words).toContain('Med ett møte.')
  expect(mail?.words).not.toContain(ingrid.name)
  expect(mail?.subject).not.toContain(ingrid.name)
})
