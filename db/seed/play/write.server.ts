// What people of a story write on the blog, and how many read it.
import { addComment } from '#app/features/blogs/commands/comments.server.ts'
import { createPost } from '#app/features/blogs/commands/create-post.server.ts'
import { keyOf, unconfirmed } from '#app/features/blogs/guard.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import { addDays } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { postReaders } from '#db/schema/index.ts'
import type { Post } from '../world/story.ts'
import { dice } from './dice.ts'
import { actorOf, at, todayAt, writes } from './stage.server.ts'
import type { Scene, Step } from './tell.server.ts'

const HOUR = 3_600_000

export function writing(scene: Scene): Step[] {
  return (scene.story.posts ?? []).flatMap((post) => {
    const written = at(scene.stage, addDays(scene.startsOn, post.day), post.at).now
    const id = newId()
    const commentIds = (post.comments ?? []).map(() => newId())
    return [
      { at: written, run: (ctx: Ctx) => publish(scene, post, id, ctx) },
      ...(post.comments ?? []).map(({ after, by, text, replyTo }, index) => ({
        at: new Date(written.getTime() + after * HOUR),
        run: async (ctx: Ctx) => {
          const actor = await actorOf(by, scene.stage, ctx)
          const parentId = replyTo === undefined ? undefined : commentIds[replyTo]
          const comment = { id: commentIds[index] ?? newId(), postId: id, parentId, text, language: writes(by), confirmed: [] }
          await addComment(actor, comment, ctx)
        },
      })),
    ]
  })
}

async function publish(scene: Scene, post: Post, id: string, ctx: Ctx): Promise<void> {
  const { by, title, text, visibility = 'participants', lookedThrough = false } = post
  const actor = await actorOf(by, scene.stage, ctx)
  const confirmed = lookedThrough ? unconfirmed(`${title}\n${text}`, []).map(keyOf) : []
  const { visitId } = scene
  await createPost(actor, { id, visitId, title, text: fromPlainText(text), language: writes(by), visibility, confirmed }, ctx)
  await countReaders(id, post.readers ?? 0, ctx.now, scene)
}

/** Readers cannot be played one by one without browsers; what is kept of real ones is a number a day, and so it is here. */
async function countReaders(postId: string, readers: number, written: Date, { stage }: Scene): Promise<void> {
  if (readers === 0) return
  const roll = dice(postId)
  const first = todayAt(written)
  const perDay = new Map<string, number>()
  for (let left = readers; left > 0; left -= 1) {
    // Most come in the first week, some find it later.
    const day = addDays(first, Math.floor(roll() ** 3 * 40))
    if (day <= stage.today) perDay.set(day, (perDay.get(day) ?? 0) + 1)
  }
  const rows = [...perDay].map(([day, count]) => ({ postId, day, readers: count }))
  if (rows.length > 0) await stage.ctx.db.insert(postReaders).values(rows)
}
