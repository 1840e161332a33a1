import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  commentsFor,
  headerLine,
  isPlainAddress,
  isSecretBallot,
  nearestHolders,
  occasionOf,
  workingDaysBetween,
} from '#app/features/notifications/rules.ts'
import { addDays, weekday } from '#app/kernel/days.ts'

test('a title with line breaks becomes one line of the header', () => {
  expect(headerLine('Handledning\r\nBcc: alla@example.org\n\n på riktigt')).toBe('Handledning Bcc: alla@example.org på riktigt')
})

test('whatever people write, a header stays one short line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const line = headerLine(text)
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect([...line].length).toBeLessThanOrEqual(160)
      expect(headerLine(line)).toBe(line)
    }),
  )
})

test('a long title is cut at a word and says so', () => {
  expect(headerLine('ord '.repeat(60))).toMatch(/ord…$/)
})

test('an address is one address', () => {
  expect(isPlainAddress('åse@sykehjem.example.no')).toBe(true)
  for (const bad of ['a@b@c', 'a@b\nBcc: c@d', 'a@b, c@d', 'Åse <a@b.no>', '"a b"@c.no', 'a', '', `${'a'.repeat(260)}@b.no`]) {
    expect(isPlainAddress(bad), bad).toBe(false)
  }
})

test('working days are counted one by one from the day after', () => {
  expect(workingDaysBetween('2026-04-10', '2026-04-13')).toBe(1)
  expect(workingDaysBetween('2026-04-13', '2026-04-20')).toBe(5)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -10, max: 60 }), (start, length) => {
      const from = addDays('2024-01-01', start)
      const days = Array.from({ length: Math.max(0, length) }, (_, index) => addDays(from, index + 1))
      expect(workingDaysBetween(from, addDays(from, length))).toBe(days.filter((day) => weekday(day) <= 5).length)
    }),
  )
})

test('a reminder is one occasion however often the clock rings, a second change of days is another', () => {
  const visitId = '00000000-0000-4000-8000-000000000001'
  const due = { event: 'preparation.due' as const, visitId, dueOn: '2026-05-04', stage: 7 }
  expect(occasionOf(due, 'monday')).toBe(occasionOf(due, 'tuesday'))
  expect(occasionOf({ ...due, dueOn: '2026-06-04' }, 'monday')).not.toBe(occasionOf(due, 'monday'))
  const changed = { event: 'visits.dates_changed' as const, visitId }
  expect(occasionOf(changed, 'first')).not.toBe(occasionOf(changed, 'second'))
})

test('only the anonymous questionnaires forget whom they were sent to', () => {
  expect(isSecretBallot('evaluations.reminder')).toBe(true)
  expect(isSecretBallot('evaluations.follow_up_opened')).toBe(false)
  expect(isSecretBallot('visits.moved')).toBe(false)
})

test('the nearest host coordinators answer for a unit, and the nearest manager when there is none', () => {
  const lineage = ['region', 'clinic', 'ward']
  const karin = { unitId: 'ward', kind: 'host_coordinator', userId: 'karin' }
  const yusuf = { unitId: 'clinic', kind: 'host_coordinator', userId: 'yusuf' }
  const elsa = { unitId: 'ward', kind: 'unit_manager', userId: 'elsa' }
  const anders = { unitId: 'region', kind: 'unit_manager', userId: 'anders' }
  expect(nearestHolders(lineage, [anders, elsa, yusuf, karin])).toEqual(['karin'])
  expect(nearestHolders(lineage, [anders, elsa, yusuf])).toEqual(['yusuf'])
  expect(nearestHolders(lineage, [anders, elsa])).toEqual(['elsa'])
  expect(nearestHolders(lineage, [{ ...elsa, unitId: 'another' }])).toEqual([])
})

test('nobody is told of their own comment, owners of every other, a thread of the answers to it', () => {
  const comment = (id: string, authorId: string, parentId: string | null = null) => ({ id, authorId, parentId })
  const standing = [comment('a', 'ingrid'), comment('b', 'yusuf', 'a'), comment('c', 'sindre'), comment('d', 'karin', 'a')]
  const news = commentsFor({ owners: ['karin'], standing, fresh: standing })
  const told = Object.fromEntries([...news].map(([who, list]) => [who, list.map((one) => one.id)]))
  expect(told).toEqual({ karin: ['a', 'b', 'c'], ingrid: ['b', 'd'], yusuf: ['d'] })
})

test('whoever comments, each fresh comment reaches an owner exactly once or is the owner’s own', () => {
  const who = fc.constantFrom('karin', 'ingrid', 'yusuf', 'sindre')
  const written = fc.array(fc.record({ authorId: who, answers: fc.option(fc.nat(20), { nil: null }) }), { maxLength: 30 })
  fc.assert(
    fc.property(written, (rows) => {
      const standing = rows.map(({ authorId, answers }, index) => ({
        id: String(index),
        authorId,
        parentId: answers !== null && answers < index ? String(answers) : null,
      }))
      const news = commentsFor({ owners: ['karin'], standing, fresh: standing })
      for (const [reader, list] of news) {
        expect(new Set(list).size).toBe(list.length)
        expect(list.every((comment) => comment.authorId !== reader)).toBe(true)
      }
      expect(news.get('karin') ?? []).toHaveLength(standing.filter((comment) => comment.authorId !== 'karin').length)
    }),
  )
})
