// Two write on one list. Rows are known by their ids: what each of the two did to a row stands, wherever the row stands now.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSeen } from '#app/features/paths/rules/marks.ts'
import { seenAfter } from '#app/features/paths/rules/merge.ts'
import type { Activity, Check, LearningModule } from '#app/features/paths/rules/shape.ts'
import { typedActivities, typedModule } from '#app/features/paths/rules/typed.ts'
import { startOfActivity, startOfModule, withActivity, withModule } from '#app/features/paths/rules/writing.ts'
import { aDraft, aModule, anActivity, said } from './drafts.ts'

type Checklist = Extract<Activity, { kind: 'checklist' }>
type Item = Checklist['items'][number]

const empty = anActivity('a-a', 'checklist') as Checklist
const item = (id: string, sv = id): Item => ({ id, text: said(sv) })
const withItems = (items: Item[]) => aDraft([aModule('m-a', {}, [{ ...empty, items }])])

/** What somebody saves who opened the list as `from` and leaves it as `to`, when it stands as `now`. */
function saved(from: Item[], to: Item[], now: Item[], seen = readSeen(startOfActivity({ ...empty, items: from }).seen)) {
  const typed = typedActivities.checklist.parse(startOfActivity({ ...empty, items: to }).form)
  const written = withActivity(withItems(now), 'm-a', 'a-a', { seen, typed })
  const [activity] = written?.draft.modules[0]?.tracks.resource_person ?? []
  return { items: (activity as Checklist).items, conflicts: written?.conflicts ?? [], seen }
}

const words = (items: readonly Item[]) => items.map(({ text }) => text.sv)
const start = [item('ett'), item('tva'), item('tre')]

describe('a list of two writers', () => {
  test('one adds a row, the other rewords one: both stand, the new row where it was put', () => {
    const theirs = [item('ett'), item('ny'), item('tva'), item('tre')]
    const { items, conflicts } = saved(start, [item('ett', 'Ett!'), item('tva'), item('tre')], theirs)
    expect([words(items), conflicts]).toEqual([['Ett!', 'ny', 'tva', 'tre'], []])
  })

  test('both add a row, and each new row keeps its place', () => {
    const { items, conflicts } = saved(start, [...start, item('min')], [item('deras'), ...start])
    expect([words(items), conflicts]).toEqual([['deras', 'ett', 'tva', 'tre', 'min'], []])
  })

  test('one moves rows, the other rewords and adds: moved, reworded and added', () => {
    const moved = [item('tre'), item('ett'), item('tva')]
    const { items, conflicts } = saved(start, [item('ett'), item('tva', 'Två!'), item('min'), item('tre')], moved)
    expect([words(items), conflicts]).toEqual([['tre', 'ett', 'Två!', 'min'], []])
  })

  test('a row that the other has taken away is gone, unless one has reworded it', () => {
    const theirs = [item('ett'), item('tre')]
    expect(words(saved(start, start, theirs).items)).toEqual(['ett', 'tre'])
    const first = saved(start, [item('ett'), item('tva', 'Två!'), item('tre')], theirs)
    expect(first.conflicts).toEqual([{ field: 'items#tva', language: null }])
    const now = readSeen(startOfActivity({ ...empty, items: theirs }).seen)
    const looked = seenAfter(first.seen, now, first.conflicts)
    const second = saved(start, [item('ett'), item('tva', 'Två!'), item('tre')], theirs, looked)
    expect([words(second.items), second.conflicts]).toEqual([['ett', 'Två!', 'tre'], []])
  })

  test('a row that one takes away while the other rewords it is looked at first', () => {
    const theirs = [item('ett'), item('tva', 'Två?'), item('tre')]
    const first = saved(start, [item('ett'), item('tre')], theirs)
    expect(first.conflicts).toEqual([{ field: 'items#tva', language: null }])
    const looked = seenAfter(first.seen, readSeen(startOfActivity({ ...empty, items: theirs }).seen), first.conflicts)
    const second = saved(start, [item('ett'), item('tre')], theirs, looked)
    expect([words(second.items), second.conflicts]).toEqual([['ett', 'tre'], []])
  })

  test('the same row in the same language is a conflict, of that row alone', () => {
    const theirs = [item('ett', 'Deras'), item('tva', 'Två?'), item('tre')]
    const { conflicts, seen } = saved(start, [item('ett', 'Mitt'), item('tva'), item('tre')], theirs)
    expect(conflicts).toEqual([{ field: 'items#ett.text', language: 'sv' }])
    const looked = seenAfter(seen, readSeen(startOfActivity({ ...empty, items: theirs }).seen), conflicts)
    const second = saved(start, [item('ett', 'Mitt'), item('tva'), item('tre')], theirs, looked)
    expect([words(second.items), second.conflicts]).toEqual([['Mitt', 'Två?', 'tre'], []])
  })

  test('whatever the two do to a list, a row is named as a conflict or stands as whoever changed it left it', () => {
    const change = fc.record({
      without: fc.subarray(start.map(({ id }) => id)),
      words: fc.dictionary(fc.constantFrom('ett', 'tva', 'tre'), fc.constantFrom('Bättre', 'Annorlunda')),
      add: fc.array(fc.constantFrom('Nytt', 'Mer', 'Till'), { maxLength: 2 }),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    })
    const done = ({ without, words, add, order }: typeof change extends fc.Arbitrary<infer C> ? C : never, who: string) => {
      const kept = start
        .filter(({ id }) => !without.includes(id))
        .map((one) => ({ ...one, text: said(words[one.id] ?? one.id) }))
      const all = [...kept, ...add.map((sv, index) => item(`${who}-${index}`, sv))]
      return order.flatMap((at) => all[at] ?? [])
    }
    fc.assert(
      fc.property(change, change, (a, b) => {
        const [theirs, mine] = [done(a, 'de'), done(b, 'jag')]
        // A list of a checklist is never empty: what falls away last leaves room for a row.
        fc.pre(theirs.length > 0 && mine.length > 0)
        const { items, conflicts } = saved(start, mine, theirs)
        const find = (list: readonly Item[], id: string) => list.find((one) => one.id === id)?.text.sv
        for (const id of new Set([...start, ...theirs, ...mine].map((one) => one.id))) {
          const [was, their, my, is] = [start, theirs, mine, items].map((list) => find(list, id))
          const inConflict = conflicts.some(({ field }) => field.split(/[#.]/)[1] === id)
          expect(inConflict).toBe(their !== was && my !== was && their !== my)
          expect(is).toBe(my === was ? their : my)
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      }),
    )
  })
})

describe('rows without an id of their own', () => {
  const module = aModule('m-a', { reflection: [said('Hur blev du mottagen?'), said('Vad tar du med?')] })
  const typing = (now: LearningModule, change: Partial<LearningModule>) => {
    const opened = startOfModule(module)
    const { form } = startOfModule({ ...module, ...change })
    const written = withModule(aDraft([now]), 'm-a', { seen: readSeen(opened.seen), typed: typedModule.parse(form) })
    return { conflicts: written?.conflicts, module: written?.draft.modules[0] }
  }
  /** As the form shows them: each with what it is called. */
  const shown = typedModule.parse(startOfModule(module).form).reflection

  test('are called by their first words, and keep that name when they are reworded', () => {
    const [first, second] = shown
    if (!first || !second) throw new Error('There are two questions.')
    const theirs = typing(module, { reflection: [{ ...first, sv: 'Hur togs du emot?' }, second] }).module
    expect(theirs?.reflection).toEqual([{ ...said('Hur togs du emot?'), id: first.id }, said('Vad tar du med?')])
    if (!theirs) throw new Error('The module is there.')
    const both = typing(theirs, { reflection: [second, first, { ...said('Och nu?') }] })
    expect(both.conflicts).toEqual([])
    expect(both.module?.reflection.map(({ sv }) => sv)).toEqual(['Vad tar du med?', 'Hur togs du emot?', 'Och nu?'])
  })

  test('of the talk together merge as well, beside its title', () => {
    const joint = { title: said('Samtal'), minutes: 30, text: { sv: [], nb: [], en: [] }, ask: [said('Vad såg ni?')] }
    const start = { ...module, joint }
    const opened = startOfModule(start)
    const save = (now: LearningModule, change: Partial<typeof joint>) => {
      const { form } = startOfModule({ ...start, joint: { ...joint, ...change } })
      return withModule(aDraft([now]), 'm-a', { seen: readSeen(opened.seen), typed: typedModule.parse(form) })
    }
    const theirs = save(start, { ask: [...joint.ask, said('Vad händer nu?')] })?.draft.modules[0]
    if (!theirs) throw new Error('The module is there.')
    const mine = save(theirs, { title: said('Vårt samtal'), minutes: 45 })
    expect(mine?.conflicts).toEqual([])
    expect(mine?.draft.modules[0]?.joint).toMatchObject({ title: said('Vårt samtal'), minutes: 45 })
    expect(mine?.draft.modules[0]?.joint?.ask.map(({ sv }) => sv)).toEqual(['Vad såg ni?', 'Vad händer nu?'])
  })
})

test('one adds a question, the other rewords an answer of another one: both stand', () => {
  const check = (id: string): Check => ({
    ...{ id, question: said('Vad?') },
    options: [
      { text: said('Det'), right: true, why: said('För att') },
      { text: said('Detta'), right: false, why: said('Nej') },
    ],
  })
  const module = aModule('m-a', { checks: [check('q-1')] })
  const [right, wrong] = check('q-1').options
  if (!right || !wrong) throw new Error('There are two answers.')
  const mine = { ...check('q-1'), options: [right, { ...wrong, text: said('Något annat') }] }
  const typed = typedModule.parse(startOfModule({ ...module, checks: [mine] }).form)
  const now = { ...module, checks: [check('q-2'), check('q-1')] }
  const written = withModule(aDraft([now]), 'm-a', { seen: readSeen(startOfModule(module).seen), typed })
  expect(written?.conflicts).toEqual([])
  expect(written?.draft.modules[0]?.checks).toEqual([check('q-2'), mine])
})
