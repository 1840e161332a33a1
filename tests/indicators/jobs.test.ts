import { expect } from 'vitest'
import { countBlog } from '#app/features/indicators/commands.server.ts'
import { jobs, schedules } from '#app/features/indicators/jobs.server.ts'
import { findIndicatorFor, verifyRollUp } from '#app/features/indicators/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { comments, postReaders, posts } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser, aVisit, type Visit } from '#tests/support/factories.ts'

async function aPost(ctx: TestCtx, visit: Visit): Promise<string> {
  const id = newId()
  const body = { v: 1, blocks: [] } as never
  const words = { title: 'Två dagar på Tallbacken', body, plain: 'Vi pratade länge.', language: 'sv' }
  await ctx.db.insert(posts).values({
    id,
    visitId: visit.id,
    authorName: 'Ingrid Bergström',
    ...words,
    phase: 'during',
    visibility: 'everyone',
    createdAt: ctx.now,
  })
  return id
}

test('readers and comments of each day that is over are counted once, at the host unit', async ({ ctx }) => {
  const host = await aUnit(ctx)
  const post = await aPost(ctx, await aVisit(ctx, { host }))
  const reader = await aUser(ctx)
  await ctx.db.insert(postReaders).values([
    { postId: post, day: '2026-04-12', readers: 7 },
    { postId: post, day: '2026-04-13', readers: 4 },
    { postId: post, day: '2026-04-14', readers: 2 },
  ])
  const comment = { postId: post, authorId: reader.id, authorName: reader.name, text: 'Tack', language: 'sv' }
  await ctx.db.insert(comments).values([
    { ...comment, id: newId(), createdAt: new Date('2026-04-13T23:30:00Z') },
    { ...comment, id: newId(), createdAt: new Date('2026-04-13T10:00:00Z'), removedAt: ctx.now },
    { ...comment, id: newId(), createdAt: new Date('2026-04-14T00:30:00Z') },
  ])
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: host })
  const read = (at: TestCtx) => findIndicatorFor(manager, { indicatorId: 'CL5', unitId: host.id, locale: 'sv' }, at)
  await countBlog(ctx)
  await countBlog(ctx)
  const file = await read(ctx)
  expect(file.value).toMatchObject({ shown: { numerator: 11 } })
  expect(file.beside).toMatchObject([{ strand: 'supporting', sum: { shown: { numerator: 1 } } }])
  const tomorrow = ctx.at('2026-04-15T02:00:00Z')
  await countBlog(tomorrow)
  expect((await read(tomorrow)).value).toMatchObject({ shown: { numerator: 13 } })
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('the clock runs what the room has jobs for', async ({ ctx }) => {
  for (const schedule of schedules) {
    const job = jobs.find((job) => job.name === schedule.job)
    await job?.run({}, ctx)
    expect(job, schedule.job).toBeDefined()
  }
})
