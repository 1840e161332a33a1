// A pair that has walked the whole path, and what an independent party makes of a credential.
import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import jsonwebtoken from 'jsonwebtoken'
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { makeFirstKey } from '#app/features/certificates/commands/keys.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { activitiesDone, jointConfirmations, jointSteps } from '#db/schema/index.ts'
import { aPair, pathId } from '#tests/pairs/pairs.ts'
import { shippedPath } from '#tests/paths/shipped.ts'
import type { TestCtx } from '#tests/support/db.ts'

type Walk = { pairId: string; samira: Person; elsa: Person }
type Verified = Record<string, unknown> & { header: Record<string, unknown> }

const core = shippedPath.modules.filter((one) => !one.optional)

/** Samira and Elsa have done everything that everybody does; the last joint step on 10 April. */
export async function aFinishedPair(ctx: TestCtx) {
  const people = await aPair(ctx)
  await walkAll(people, ctx)
  return people
}

/** @param without the module whose joint step only Samira confirms */
export async function walkAll({ pairId, samira, elsa }: Walk, ctx: TestCtx, without?: string): Promise<void> {
  const doneAt = new Date('2026-03-20T10:00:00Z')
  const done = core.flatMap(({ id: moduleId, tracks }) => [
    ...tracks.resource_person.map(({ id }) => ({ personId: samira.id, pathId, moduleId, activityId: id, doneAt })),
    ...tracks.leader.map(({ id }) => ({ personId: elsa.id, pathId, moduleId, activityId: id, doneAt })),
  ])
  await ctx.db.insert(activitiesDone).values(done)
  const completedAt = new Date('2026-04-10T12:00:00Z')
  const written = {
    goals: [{ text: 'Tryggare hemgång', link: null }],
    time: '',
    notes: '',
    language: 'sv',
    version: 1,
    writtenAt: doneAt,
  }
  await ctx.db.insert(jointSteps).values(core.map(({ id }) => ({ pairId, moduleId: id, ...written, completedAt })))
  const both = [
    { walker: 'resource_person', personId: samira.id },
    { walker: 'leader', personId: elsa.id },
  ] as const
  const confirmed = core.flatMap(({ id: moduleId }) =>
    both
      .filter(({ walker }) => moduleId !== without || walker === 'resource_person')
      .map((one) => ({ pairId, moduleId, ...one, version: 1, confirmedAt: completedAt })),
  )
  await ctx.db.insert(jointConfirmations).values(confirmed)
}

/** Samira has her certificate; the first key was made at start. */
export async function aCertificate(ctx: TestCtx) {
  const people = await aPair(ctx)
  return { ...people, certificateId: await aCertificateOf(people, ctx) }
}

/** The same for a pair of the test's own. */
export async function aCertificateOf(people: Walk, ctx: TestCtx): Promise<string> {
  await walkAll(people, ctx)
  await makeFirstKey(ctx)
  return issueCertificate(people.samira, { pairId: people.pairId }, ctx)
}

/** Another library than the one that signs (jsonwebtoken): throws when the signature, nbf or exp does not hold. */
export function verifiedElsewhere(token: string, key: object, now: Date): Verified {
  const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' })
  const clockTimestamp = Math.floor(now.getTime() / 1_000)
  const { header, payload } = jsonwebtoken.verify(token, publicKey, { algorithms: ['RS256'], complete: true, clockTimestamp })
  return { ...payload, header }
}

/** The bit of a published list, read as Bitstring Status List 1.0 says, by code that shares nothing with ours. */
export function isBitSet(encodedList: string, index: number): boolean {
  const bits = [...gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))]
  const text = bits.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return text[index] === '1'
}
