import type { z } from 'zod'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'

/**
 * A piece of background work: its name, what it is given, and what it does (a thin call of a command). `workId` is the same
 * when the work is tried again. `carriesSecrets`: what it is given lets somebody in, so nothing of that is kept when it fails.
 */
export type Job = { name: string; carriesSecrets: boolean; run(data: unknown, ctx: Ctx, workId?: string): Promise<void> }

/** Work that the clock starts: cron in UTC, five fields. */
export type Schedule = { job: string; cron: string }

/** Declares a job; what it was given is parsed again when it runs, since it has lain in the database meanwhile. */
export function job<S extends z.ZodType>(
  name: string,
  schema: S,
  run: (data: z.output<S>, ctx: Ctx, workId: string) => Promise<void>,
  { carriesSecrets = false }: { carriesSecrets?: boolean } = {},
): Job {
  return { name, carriesSecrets, run: async (data, ctx, workId = newId()) => run(schema.parse(data), ctx, workId) }
}

const secrets = ['token', 'code', 'email', 'to']

/** What may be kept of work that failed for good: which thing it was about, not the way in, nor whose address was typed. */
export function withoutSecrets(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutSecrets)
  if (typeof data !== 'object' || data === null) return data
  const kept = Object.entries(data).filter(([key]) => !secrets.includes(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSecrets(value)]))
}
