// How commands leave work for later, in their own transaction: the job exists exactly when the command has committed.
import { AsyncLocalStorage } from 'node:async_hooks'
import { remember } from '#app/kernel/remember.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { NotifyEvent } from './events.ts'

export type EnqueueOptions = {
  /** Not before this instant. */
  startAfter?: Date
  /** A second job with the same key is dropped while the first waits. */
  singletonKey?: string
}

export type Queue = { send(ctx: Ctx, name: string, data: object, options: EnqueueOptions): Promise<void> }

const held = remember<{ queue: Queue | undefined }>('queue', () => ({ queue: undefined }))
const diverted = new AsyncLocalStorage<Queue>()

export function setQueue(queue: Queue | undefined): void {
  held.queue = queue
}

/** Runs `work` with another queue: the demo's past happens without mails, whatever else the server does meanwhile. */
export function withQueue<T>(queue: Queue, work: () => Promise<T>): Promise<T> {
  return diverted.run(queue, work)
}

/** @throws Error when no queue was opened: work must never be lost without a word. */
export async function enqueue(ctx: Ctx, name: 'notify', data: NotifyEvent, options?: EnqueueOptions): Promise<void>
export async function enqueue(ctx: Ctx, name: string, data: object, options?: EnqueueOptions): Promise<void>
export async function enqueue(ctx: Ctx, name: string, data: object, options: EnqueueOptions = {}): Promise<void> {
  const queue = diverted.getStore() ?? held.queue
  if (!queue) throw new Error('The job queue is not open.')
  await queue.send(ctx, name, data, options)
}
