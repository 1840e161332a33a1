// How often a door may be tried: per address typed and per network, counted in the database so that all servers count together.
import { isIPv6 } from 'node:net'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '#app/kernel/errors.ts'
import type { Db } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { rateLimits } from '#db/schema/index.ts'
import { hashOf } from './secrets.server.ts'

const quarter = 15 * 60

/** Tries in `duration` seconds. A hospital leaves through one address, so networks get more than people. */
const doors = {
  password: { address: { points: 10, duration: quarter }, network: { points: 200, duration: quarter } },
  link: { address: { points: 5, duration: quarter }, network: { points: 100, duration: quarter } },
  code: { address: { points: 15, duration: quarter }, network: { points: 100, duration: quarter } },
  email: { address: { points: 5, duration: quarter }, network: { points: 100, duration: quarter } },
  /** A whole lecture hall confirms within minutes, through one address and by one link. */
  attendance: { address: { points: 600, duration: quarter }, network: { points: 600, duration: quarter } },
  check: { address: { points: 30, duration: quarter }, network: { points: 300, duration: quarter } },
  /** A path with its films: many megabytes, for anybody. */
  file: { address: { points: 400, duration: quarter }, network: { points: 40, duration: quarter } },
  invitation: { address: { points: 20, duration: quarter }, network: { points: 100, duration: quarter } },
} as const
export type LimitedDoor = keyof typeof doors

/**
 * Takes one try at the door for the typed address (or token) and for the network.
 * Call it outside the command's transaction: a failed try counts.
 * @throws DomainError too_many with the minutes to wait
 */
export async function takeTry(ctx: Ctx, door: LimitedDoor, from: { ip: string | undefined; address: string }): Promise<void> {
  await consume(limiterOn(ctx.db, door, 'network'), networkOf(from.ip))
  await consume(limiterOn(ctx.db, door, 'address'), hashOf(from.address))
}

/** After the right password: earlier slips of the finger no longer count against the address. */
export async function forgiveTries(ctx: Ctx, door: LimitedDoor, address: string): Promise<void> {
  await limiterOn(ctx.db, door, 'address').delete(hashOf(address))
}

/** An IPv6 subscriber owns a whole /64, so that is one network; an IPv4 address is one. */
export function networkOf(ip: string | undefined): string {
  if (!ip) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(ip)) return ip
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').toLowerCase().split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const groups = ip.includes('::') ? [...front, ...Array(8 - front.length - back.length).fill('0'), ...back] : front
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

async function consume(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new DomainError('too_many', 'identity_error_too_many', {
      minutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)),
    })
  }
}

function limiterOn(db: Db, door: LimitedDoor, by: 'address' | 'network'): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: `${door}:${by}`,
    clearExpiredByTimeout: false,
    ...doors[door][by],
  })
}
