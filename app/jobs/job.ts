import type { z } from 'zod'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'

/**
 * A piece of background work: its name, what it is given, and what it does (a thin call of a command). `workId` is the same
 * when the work is tried again.
 */
export type Job = { name: string; run(data: unknown, ctx: Ctx, workId?: string): Promise<void> }

/** Work that the clock starts: cron in UTC, five fields. */
export type Schedule = { job: string; cron: string }

/** Declares a job; what it was given is parsed again when it runs, since it has lain in the database meanwhile. */
export function job<S extends z.ZodType>(
  name: string,
  schema: S,
  run: (data: z.output<S>, ctx: Ctx, workId: string) => Promise<void>,
): Job {
  return { name, run: async (data, ctx, workId = newId()) => run(schema.parse(data), ctx, workId) }
}
