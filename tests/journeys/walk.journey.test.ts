// Two walk the whole path, she at a desk and her resource person on a phone; one takes the certificate, which another program
// than ours believes until it is taken back; and another country makes the path its own. On both databases.
import { describe, expect, test } from 'vitest'
import { elsa, ingrid, samira } from './visit/cast.ts'
import { join } from './visit/invite.ts'
import { openStage, visitPage } from './visit/stage.ts'
import { certify, revoke, verifiedBySomebodyElse } from './walk/certificate.ts'
import { adaptPath } from './walk/exchange.ts'
import { makePlaces, onPhone } from './walk/places.ts'
import { finishWalk, startPair, walkModule } from './walk/steps.ts'
import { listenTo, think } from './walk/thoughts.ts'

const path = '/paths/learn-to-teach-on'
const modules = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']
const secret = 'hemligt-som-bara-jag-vet'
const told = 'det-har-far-elsa-lasa'

describe.each(['pglite', 'postgres'] as const)('a path on %s', (database) => {
  test('is walked by two, certified, taken back, and adapted by another country', { timeout: 600_000 }, async () => {
    const stage = await openStage({ database, scripts: true })
    const sam = onPhone(samira)
    await makePlaces(stage, [
      { role: elsa, kind: 'unit_manager' },
      { role: sam, kind: 'resource_person' },
      { role: ingrid, kind: 'education_lead' },
    ])
    for (const role of [elsa, sam, ingrid]) await join(stage, role)

    const pairId = await startPair(stage, { leader: elsa, resourcePerson: sam })
    const heard = listenTo(await stage.pageOf(elsa))
    await think(stage, sam, `${path}/m0`, secret)
    for (const module of modules) await walkModule(stage, { leader: elsa, resourcePerson: sam, pairId, path, module })
    for (const address of [`/pairs/${pairId}`, '/pairs', '/home', path, `${path}/m0`, `${path}/m0?pair=${pairId}`])
      await visitPage(await stage.pageOf(elsa), address)
    expect(heard.contains(secret)).toBe(false)
    await think(stage, sam, `${path}/m1`, told, pairId)
    await visitPage(await stage.pageOf(elsa), `/pairs/${pairId}`)
    expect(heard.contains(told)).toBe(true)
    await finishWalk(stage, [elsa, sam], pairId)

    const certificate = await certify(stage, sam, pairId)
    expect(await verifiedBySomebodyElse(stage, certificate)).toMatchObject({ revoked: false })
    await revoke(stage, sam, certificate)
    expect(await verifiedBySomebodyElse(stage, certificate)).toMatchObject({ revoked: true })

    await adaptPath(stage, ingrid, path)
  })
})
