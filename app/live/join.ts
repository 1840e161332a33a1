import type { Actor } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import type { Present } from './useLive.ts'

/**
 * May this actor follow the room with this id? Undefined: no. Otherwise how the actor is shown among those present,
 * or null for one who is not shown (a public reader).
 */
export type JoinRule = (actor: Actor, id: string, ctx: Ctx) => Promise<Present | null | undefined>
