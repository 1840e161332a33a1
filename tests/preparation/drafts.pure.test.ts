import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DraftEvent, type Drafts, draftsAfter, draftsFrom, unsafeIn, unsentIn } from '#app/features/preparation/drafts.ts'
import { settle, versionOf } from '#app/features/preparation/rules.ts'

const at = (text: string) => ({ text, version: versionOf(text) })
const play = (drafts: Drafts, ...events: DraftEvent[]) => events.reduce(draftsAfter, drafts)
const start = draftsFrom({ learn: at('Hemgång') })

test('what is typed is unsafe until it is saved', () => {
  const typed = play(start, { type: 'typed', key: 'learn', text: 'Hemgång och tavla' })
  expect(unsentIn(typed)).toEqual(['learn'])
  expect(unsafeIn(typed)).toEqual({ learn: { text: 'Hemgång och tavla', base: versionOf('Hemgång') } })
  const saved = play(
    typed,
    { type: 'sending', keys: ['learn'] },
    { type: 'saved', key: 'learn', version: versionOf('Hemgång och tavla') },
  )
  expect(unsafeIn(saved)).toEqual({})
})

test('typing while a text is under way keeps the new letters for the next round, from the saved version', () => {
  const drafts = play(
    start,
    { type: 'typed', key: 'learn', text: 'A' },
    { type: 'sending', keys: ['learn'] },
    { type: 'typed', key: 'learn', text: 'AB' },
    { type: 'saved', key: 'learn', version: versionOf('A') },
  )
  expect(drafts.learn).toEqual({ text: 'AB', base: versionOf('A'), phase: 'dirty' })
})

test('a field nobody types in follows the others; one that is typed in keeps its words and its base', () => {
  const read: DraftEvent = { type: 'read', fields: { learn: at('Rond') } }
  expect(play(start, read).learn?.text).toBe('Rond')
  const typing = play(start, { type: 'typed', key: 'learn', text: 'Tavla' }, read)
  expect(typing.learn).toMatchObject({ text: 'Tavla', base: versionOf('Hemgång'), phase: 'dirty' })
})

test('in a conflict both texts are there, and the writer chooses', () => {
  const conflict = play(
    start,
    { type: 'typed', key: 'learn', text: 'Tavla' },
    { type: 'overtaken', key: 'learn', theirs: { ...at('Rond'), by: 'Sindre' } },
  )
  expect(conflict.learn).toMatchObject({ text: 'Tavla', phase: 'conflict', theirs: { text: 'Rond', by: 'Sindre' } })
  expect(unsentIn(conflict)).toEqual([])
  expect(play(conflict, { type: 'kept_mine', key: 'learn' }).learn).toEqual({
    text: 'Tavla',
    base: versionOf('Rond'),
    phase: 'dirty',
  })
  expect(play(conflict, { type: 'took_theirs', key: 'learn' }).learn).toMatchObject({ text: 'Rond', phase: 'clean' })
})

test('without a network the text waits, and the next page finds it again', () => {
  const away = play(
    start,
    { type: 'typed', key: 'learn', text: 'Tavla' },
    { type: 'sending', keys: ['learn'] },
    { type: 'unreached', keys: ['learn'] },
  )
  expect(unsentIn(away)).toEqual(['learn'])
  const later = play(draftsFrom({ learn: at('Hemgång') }), { type: 'remembered', drafts: unsafeIn(away) })
  expect(later.learn).toMatchObject({ text: 'Tavla', base: versionOf('Hemgång'), phase: 'dirty' })
  expect(unsentIn(play(draftsFrom({ learn: at('Tavla') }), { type: 'remembered', drafts: unsafeIn(away) }))).toEqual([])
})

test('whatever two people do, nobody replaces a text they have not seen, and no typed text vanishes', () => {
  const what = fc.constantFrom('type', 'save', 'save', 'lose', 'read', 'choose')
  fc.assert(
    fc.property(fc.array(fc.record({ who: fc.constantFrom('a', 'b'), what }), { maxLength: 40 }), (steps) => {
      let server = 'start'
      const browsers = { a: draftsFrom({ f: at(server) }), b: draftsFrom({ f: at(server) }) } as Record<string, Drafts>
      const seen = { a: new Set([server]), b: new Set([server]) } as Record<string, Set<string>>
      for (const [count, step] of steps.entries()) {
        const drafts = browsers[step.who] ?? {}
        const before = drafts.f
        const next = play(drafts, ...eventsOf(step, count, drafts, server))
        if (step.what === 'save' && before?.phase === 'dirty' && settle(before.base, server, before.text) === 'write') {
          expect(seen[step.who]).toContain(server)
          server = before.text
        }
        browsers[step.who] = next
        for (const text of [next.f?.text, next.f?.theirs?.text]) if (text) seen[step.who]?.add(text)
        if (before && before.phase !== 'clean' && next.f?.phase === 'clean') {
          // Let go: it is on the server, or its writer replaced it, or chose the other one.
          expect(step.what === 'choose' || before.text === server).toBe(true)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

function eventsOf(step: { who: string; what: string }, count: number, drafts: Drafts, server: string): DraftEvent[] {
  const draft = drafts.f
  if (step.what === 'type') return [{ type: 'typed', key: 'f', text: `${step.who}${count}` }]
  if (step.what === 'read') return [{ type: 'read', fields: { f: at(server) } }]
  if (step.what === 'choose') return [{ type: count % 2 ? 'kept_mine' : 'took_theirs', key: 'f' }]
  if (draft?.phase !== 'dirty') return []
  const sending: DraftEvent = { type: 'sending', keys: ['f'] }
  if (step.what === 'lose') return [sending, { type: 'unreached', keys: ['f'] }]
  const verdict = settle(draft.base, server, draft.text)
  if (verdict === 'conflict') return [sending, { type: 'overtaken', key: 'f', theirs: { ...at(server), by: null } }]
  return [sending, { type: 'saved', key: 'f', version: versionOf(verdict === 'write' ? draft.text : server) }]
}
