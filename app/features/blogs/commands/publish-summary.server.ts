import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Ctx } from '#db/context.server.ts'
import type { RichText } from '../rich-text/document.ts'
import type { Visibility } from '../words.ts'
import { contentOf, insertPost } from './create-post.server.ts'
import { freeAddress } from './free-address.server.ts'

export type Summary = {
  file: VisitFile
  /** The post's id, which the summary keeps. */
  postId: string
  title: string
  /** `fromPlainText('## Question\n\nAnswer …')` makes one. */
  text: RichText
  language: string
  visibility: Visibility
}

/**
 * Publishes what both sides have agreed on, inside the transaction in which the second side agreed. The post has no single
 * author; both sides have read every word, so no warning is asked about again.
 */
export async function publishSummary(ctx: Ctx, { file, postId, ...content }: Summary): Promise<void> {
  const slug = content.visibility === 'participants' ? null : await freeAddress(content.title, postId, ctx)
  const values = {
    ...contentOf({ ...content, confirmed: [] }),
    id: postId,
    visitId: file.visit.id,
    kind: 'summary' as const,
    authorName: '',
    slug,
  }
  await insertPost(values, file, ctx)
}
