import { describe, expect, it } from 'vitest'
import {
  canComment,
  canEditComment,
  canEditPost,
  canReadPost,
  canRemoveComment,
  canTakeDownPost,
  canWritePost,
  countsAsReader,
  needsReason,
  type PostFacts,
} from '#app/features/blogs/policy.ts'
import { visibilities } from '#app/features/blogs/words.ts'
import type { Participant, VisitFile } from '#app/features/visits/rules/words.ts'
import { type Actor, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const VISIT = 'a0000000-0000-4000-8000-000000000000'
const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`

function participant(userId: string, given: Partial<Participant>): Participant {
  const base = {
    visitId: VISIT,
    name: '',
    email: '',
    profession: '',
    organisation: '',
    locale: 'sv' as const,
    addedBy: null,
    addedAt: new Date(0),
    leftBy: null,
  }
  return { id: `p${userId}`, userId, side: 'guest', isCoordinator: false, leftAt: null, ...base, ...given }
}

const participants = [
  participant(id(1), { side: 'host', isCoordinator: true }),
  participant(id(2), { side: 'host' }),
  participant(id(3), { side: 'guest' }),
  participant(id(4), { side: 'guest', leftAt: new Date(1) }),
  participant(id(9), { side: 'guest' }),
]

function fileOf(status: string): VisitFile {
  return {
    visit: { id: VISIT, status },
    hostUnit: { id: 'ward', lineage: ['region', 'ward'] },
    guestUnits: [{ id: 'g', unitId: 'home', name: '', country: 'NO', lineage: ['kommune', 'home'] }],
    participants,
  } as unknown as VisitFile
}
const file = fileOf('under_way')

const inVisit = (kind: 'member' | 'guest') => [{ kind, unitId: null, visitId: VISIT }]
const people: Record<string, Actor> = {
  visitor,
  outsider: somebody([], id(7)),
  'coordinating host': somebody(inVisit('member'), id(1)),
  host: somebody(inVisit('member'), id(2)),
  guest: somebody(inVisit('guest'), id(3)),
  'removed guest': somebody([], id(4)),
  'guest whose role has ended': somebody([], id(9)),
  'manager of the host unit': somebody([roleAt('unit_manager', 'ward')], id(5)),
  'member of the host unit': somebody([roleAt('member', 'ward')], id(6)),
  'member of the guest unit': somebody([roleAt('member', 'home')], id(8)),
  'education lead': somebody([roleAt('education_lead', 'region')], id(5)),
  admin: somebody([{ kind: 'admin', unitId: null, visitId: null }], id(5)),
}
const who = (can: (actor: Actor) => boolean) => Object.keys(people).filter((name) => can(people[name] as Actor))

const post = (given: Partial<PostFacts> = {}): PostFacts => ({
  authorId: id(3),
  kind: 'post',
  visibility: 'participants',
  takenDownAt: null,
  ...given,
})
const inside = ['coordinating host', 'host', 'guest', 'manager of the host unit']
const units = ['member of the host unit', 'member of the guest unit', 'education lead']

describe('a post', () => {
  it('is written by those who take part, guests included', () => {
    expect(who((actor) => canWritePost(actor, file))).toEqual(['coordinating host', 'host', 'guest'])
  })

  it.each(['declined', 'withdrawn', 'cancelled'])('is not written on a visit that was %s', (status) => {
    expect(who((actor) => canWritePost(actor, fileOf(status)))).toEqual([])
  })

  it('for the participants is read by both sides and nobody else', () => {
    expect(who((actor) => canReadPost(actor, post(), file))).toEqual(inside)
  })

  it('for the units is also read by those who belong there', () => {
    expect(who((actor) => canReadPost(actor, post({ visibility: 'unit' }), file)).sort()).toEqual([...inside, ...units].sort())
  })

  it('for everyone is read by everyone', () => {
    expect(who((actor) => canReadPost(actor, post({ visibility: 'everyone' }), file))).toEqual(Object.keys(people))
  })

  it('that was taken down is read by its author and the host’s coordinators, whoever could read it before', () => {
    for (const visibility of visibilities) {
      const gone = post({ visibility, takenDownAt: new Date(0) })
      expect(who((actor) => canReadPost(actor, gone, file))).toEqual(['coordinating host', 'guest', 'manager of the host unit'])
    }
    expect(canReadPost(system, post(), file)).toBe(true)
  })

  it('is changed by its author alone, while they take part and it stands', () => {
    expect(who((actor) => canEditPost(actor, post(), file))).toEqual(['guest'])
    expect(who((actor) => canEditPost(actor, post({ authorId: id(9) }), file))).toEqual([])
    expect(who((actor) => canEditPost(actor, post({ takenDownAt: new Date(0) }), file))).toEqual([])
    expect(who((actor) => canEditPost(actor, post({ kind: 'summary', authorId: null }), file))).toEqual([])
  })

  it('is taken down by its author, also afterwards, and by the host’s coordinators, who give a reason', () => {
    expect(who((actor) => canTakeDownPost(actor, post({ authorId: id(9) }), file))).toEqual([
      'coordinating host',
      'guest whose role has ended',
      'manager of the host unit',
    ])
    expect(needsReason(people.guest as Actor, post())).toBe(false)
    expect(needsReason(people['coordinating host'] as Actor, post())).toBe(true)
    expect(needsReason(visitor, post({ authorId: null }))).toBe(true)
  })
})

describe('a comment', () => {
  it('on a post of the visit is for both sides', () => {
    expect(who((actor) => canComment(actor, post(), file))).toEqual(inside)
    expect(who((actor) => canComment(actor, post({ visibility: 'unit' }), file))).toEqual(inside)
  })

  it('on an open post is for everybody who has signed in', () => {
    expect(who((actor) => canComment(actor, post({ visibility: 'everyone' }), file))).toEqual(Object.keys(people).slice(1))
  })

  it('cannot be written on what was taken down', () => {
    expect(who((actor) => canComment(actor, post({ visibility: 'everyone', takenDownAt: new Date(0) }), file))).toEqual([])
  })

  it('is changed by its writer, and removed by its writer or the host’s coordinators, once', () => {
    const comment = { authorId: id(2), removedAt: null }
    expect(who((actor) => canEditComment(actor, comment, post(), file))).toEqual(['host'])
    expect(who((actor) => canRemoveComment(actor, comment, file))).toEqual([
      'coordinating host',
      'host',
      'manager of the host unit',
    ])
    const gone = { ...comment, removedAt: new Date(0) }
    expect(who((actor) => canEditComment(actor, gone, post(), file) || canRemoveComment(actor, gone, file))).toEqual([])
  })

  it('of somebody who was removed from the visit is no longer theirs to change, but on open posts it is', () => {
    const comment = { authorId: id(4), removedAt: null }
    const removed = people['removed guest'] as Actor
    expect(canEditComment(removed, comment, post(), file)).toBe(false)
    expect(canEditComment(removed, comment, post({ visibility: 'everyone' }), file)).toBe(true)
    expect(canRemoveComment(removed, comment, file)).toBe(true)
  })
})

it('blog visitors are those who did not meet', () => {
  expect(who((actor) => countsAsReader(actor, file))).toEqual([
    'visitor',
    'outsider',
    'member of the host unit',
    'member of the guest unit',
    'education lead',
    'admin',
  ])
  expect(countsAsReader(system, file)).toBe(false)
})
