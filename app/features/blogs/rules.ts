// The laws of the blog room: what a post and a comment may be, and which phase a post belongs to. Pure.
import { z } from 'zod'
import { phaseOf } from '#app/features/visits/rules/calendar.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { id } from '#app/kernel/ids.ts'
import { unconfirmed } from './guard.ts'
import { isEmptyText, type RichText } from './rich-text/document.ts'
import { limits } from './rich-text/rules.ts'
import { typedText, wordsOf } from './typed.ts'
import { COMMENT_LENGTH, type PostPhase, postPhases, REASON_LENGTH, TITLE_LENGTH, visibilities } from './words.ts'

/** So that nobody fills a page alone: comments of one person in ten minutes, posts in an hour. */
export const pace = { comments: 20, commentMinutes: 10, posts: 20, postMinutes: 60 }

/** The page of a list that an address asks for, from 1; what is no number of a page is the first. */
export function pageAsked(search: URLSearchParams): number {
  const asked = Number(search.get('page') ?? 1)
  return Number.isInteger(asked) && asked > 0 && asked <= 10_000 ? asked : 1
}

const hour = 3_600_000

/** When the comments of this hour are told: one mail a post and person, however many there were. */
export function gatheredUntil(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hour) + 1) * hour)
}

/** Was the comment written in the hour that ends then? The hour's first instant belongs to it, its last does not. */
export function isGathered(createdAt: Date, until: Date): boolean {
  return createdAt < until && createdAt.getTime() >= until.getTime() - hour
}

/** The phase a post gets when it is written now; the visit's own zone says which day it is. */
export function phaseAt(visit: { startsOn: Day | null; endsOn: Day | null; timeZone: string }, now: Date): PostPhase {
  return phaseOf(visit, dayAt(now, visit.timeZone))
}

/** A BCP 47 tag, as `lang` takes it. */
const languageTag = z.string('blogs_error_language').regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'blogs_error_language')

const title = z
  .string('blogs_error_title')
  .trim()
  .min(1, 'blogs_error_title')
  .max(TITLE_LENGTH, 'blogs_error_title_long')
  .transform((text) => text.replace(/\s+/g, ' '))

/** What the plain field and the editor send: the editor's state wins when there is one. */
const written = { body: z.string().max(limits.bytes, 'blogs_error_too_long').default(''), document: z.string().default('') }
const visibility = z.enum(visibilities, 'blogs_error_visibility')
/** Keys of the warnings that the writer has looked at, one a line. */
const confirmed = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((keys) =>
    [keys]
      .flat()
      .flatMap((lines) => lines.split('\n').map((key) => key.trim()))
      .filter(Boolean),
  )

/** A new post as the form sends it; `text` is the document. */
export const newPost = z.object({ id, title, ...written, language: languageTag, visibility, confirmed }).transform(withText)

/** A changed post; `version` is the one the writer started from. */
export const changedPost = z
  .object({
    title,
    ...written,
    language: languageTag,
    visibility,
    /** Where the writer says it belongs; left out: where it stands. */
    phase: z.enum(postPhases).optional(),
    confirmed,
    version: z.coerce.number().int(),
  })
  .transform(withText)

const commentText = z
  .string('blogs_error_comment_empty')
  .trim()
  .min(1, 'blogs_error_comment_empty')
  .max(COMMENT_LENGTH, 'blogs_error_comment_long')
  .transform((text) => text.replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n'))

export const newComment = z
  .object({ id, parentId: id.optional(), text: commentText, language: languageTag, confirmed })
  .superRefine(askAboutPatients)

export const changedComment = z
  .object({ text: commentText, language: languageTag, confirmed, version: z.coerce.number().int() })
  .superRefine(askAboutPatients)

/** Why something is taken down; the author of it may leave it out. */
export const removal = z.object({ reason: z.string().trim().max(REASON_LENGTH, 'blogs_error_reason_long').default('') })

/** Minutes it takes to read, at 200 words a minute; at least one. */
export function readingMinutes(plain: string): number {
  return Math.max(1, Math.round(plain.split(/\s+/).filter(Boolean).length / 200))
}

type Typed = { title: string; body: string; document: string; confirmed: string[] }

function withText<T extends Typed>({ body, document, ...rest }: T, issues: z.RefinementCtx) {
  const text = readText({ body, document }, issues)
  if (text === null) return z.NEVER
  const post = { ...rest, title: rest.title, confirmed: rest.confirmed, text }
  if (isEmptyText(text)) issues.addIssue({ code: 'custom', path: ['body'], message: 'blogs_error_empty' })
  if (unconfirmed(wordsOf(post), post.confirmed).length > 0)
    issues.addIssue({ code: 'custom', path: ['confirmed'], message: 'blogs_error_confirm' })
  return post
}

function readText(input: { body: string; document: string }, issues: z.RefinementCtx): RichText | null {
  try {
    return typedText(input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    issues.addIssue({ code: 'custom', path: ['body'], message: error.reason ?? 'blogs_error_unreadable' })
    return null
  }
}

function askAboutPatients(comment: { text: string; confirmed: string[] }, issues: z.RefinementCtx): void {
  if (unconfirmed(comment.text, comment.confirmed).length > 0)
    issues.addIssue({ code: 'custom', path: ['confirmed'], message: 'blogs_error_confirm' })
}
