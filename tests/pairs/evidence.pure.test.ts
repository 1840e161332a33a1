import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownEvidence } from '#app/features/pairs/evidence.server.ts'
import { type Evidence, evidenceKinds, evidenceOfCycles, rulesFor, whatCounts } from '#app/features/pairs/rules/evidence.ts'
import { doneKey } from '#app/features/pairs/rules/progress.ts'
import { shippedPath as path } from '#tests/paths/shipped.ts'

const at = (day: string) => new Date(`2026-${day}T12:00:00Z`)
const samira = 'samira'
const rules = rulesFor(path, knownEvidence)
const walk = { personId: samira, track: 'resource_person', since: at('03-01') } as const
const post = (day: string, personId = samira): Evidence => ({
  kind: 'post_published',
  personId,
  at: at(day),
  about: `post ${day}`,
})

describe('the rules of a path', () => {
  test('of the one that ships all speak to an activity that is on it, and no kind of evidence is left out', () => {
    expect(rules).toHaveLength(knownEvidence.get(path.id)?.length ?? 0)
    expect([...new Set(rules.map((rule) => rule.kind))].sort()).toEqual([...evidenceKinds].sort())
  })

  test('go along into copies, for what is still there; other paths have none', () => {
    const origin = { pathId: path.id, version: 1, title: '', by: '' }
    const copy = { ...path, id: 'vidare-i-vast', madeFrom: [origin], modules: path.modules.filter((one) => one.id !== 'M9') }
    expect(rulesFor(copy, knownEvidence)).toEqual(rules.filter((rule) => rule.module !== 'M9'))
    expect(rulesFor({ ...path, id: 'something-else' }, knownEvidence)).toEqual([])
  })
})

describe('what counts', () => {
  test('is the first thing since the walk was started, of the person, on their track', () => {
    const evidence = [post('05-02'), post('04-01'), post('02-01'), post('03-02', 'elsa')]
    const counted = whatCounts(evidence, rules, walk)
    expect([...counted.keys()]).toEqual(['M9/one-page-result'])
    expect(counted.get('M9/one-page-result')?.about).toBe('post 04-01')
    const elsas = whatCounts(evidence, rules, { ...walk, personId: 'elsa', track: 'leader' })
    expect([...elsas.keys()]).toEqual(['M9/celebrate-and-tell'])
  })

  test('counts no longer when it is taken away, and never more than what is there', () => {
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom(...evidenceKinds),
        personId: fc.constantFrom(samira, 'elsa'),
        at: fc.integer({ min: 0, max: 300 }).map((days) => new Date(at('01-01').getTime() + days * 86_400_000)),
        about: fc.uuid(),
      }),
    )
    fc.assert(
      fc.property(some, (evidence) => {
        const counted = whatCounts(evidence, rules, walk)
        for (const [key, one] of counted) {
          expect(one.personId).toBe(samira)
          expect(one.at >= walk.since).toBe(true)
          const speaks = (other: Evidence) =>
            rules.some((rule) => rule.kind === other.kind && key === doneKey(rule.module, rule.activity))
          const without = whatCounts(
            evidence.filter((other) => !speaks(other)),
            rules,
            walk,
          )
          expect(without.has(key)).toBe(false)
          const earlier = evidence.filter((other) => speaks(other) && other.personId === samira && other.at < one.at)
          expect(
            earlier.every((other) => other.at < walk.since),
            'the first that speaks to it is what counts',
          ).toBe(true)
        }
        expect(whatCounts([], rules, walk).size).toBe(0)
      }),
    )
  })
})

describe('a cycle', () => {
  const empty = { done: '', study: '', act: '', testedAt: null, studiedAt: null, actedAt: null }
  const tested = { ...empty, id: 'first', done: 'Vi provade på en patient.', testedAt: at('04-01') }
  const whole = { ...tested, study: 'Det tog längre tid.', studiedAt: at('04-02'), act: 'Ändra.', actedAt: at('04-03') }

  test('counts as tested, then as studied; the second one with a decision as the second', () => {
    const kinds = (...cycles: Parameters<typeof evidenceOfCycles>[0]) => evidenceOfCycles(cycles, samira).map((one) => one.kind)
    expect(kinds({ ...empty, id: 'planned' })).toEqual([])
    expect(kinds(tested)).toEqual(['cycle_tested'])
    expect(kinds(whole)).toEqual(['cycle_tested', 'cycle_studied'])
    expect(kinds(whole, { ...tested, id: 'second' })).not.toContain('cycle_again')
    const again = evidenceOfCycles([{ ...whole, id: 'second', actedAt: at('05-01') }, whole], samira)
    expect(again.filter((one) => one.kind === 'cycle_again').map((one) => one.about)).toEqual(['second'])
  })
})
