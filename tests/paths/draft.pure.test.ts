// Drafts keep their shape whatever is done to them, and two who write at once lose no word.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityKinds } from '#app/features/paths/rules/empty.ts'
import { readSeen } from '#app/features/paths/rules/marks.ts'
import { seenAfter } from '#app/features/paths/rules/merge.ts'
import { type OutlineChange, outlined } from '#app/features/paths/rules/outline.ts'
import { type Activity, type LearningModule, type PathDraft, pathDraft } from '#app/features/paths/rules/shape.ts'
import { typedAbout, typedActivities, typedModule } from '#app/features/paths/rules/typed.ts'
import {
  startOfAbout,
  startOfActivity,
  startOfModule,
  stepsOf,
  withAbout,
  withActivity,
  withModule,
} from '#app/features/paths/rules/writing.ts'
import { aDraft, aModule, anActivity, anyChange, said } from './drafts.ts'
import { shippedPath } from './shipped.ts'

const { version: _, ...shippedDraft } = shippedPath

function draftAfter(changes: readonly OutlineChange[]): PathDraft {
  return changes.reduce((draft, change) => {
    const outcome = outlined(draft, change)
    return outcome.ok ? outcome.draft : draft
  }, aDraft())
}

describe('the order of a draft', () => {
  test('whatever is done, the shape holds, ids are unique and nobody asks for a module that comes later', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
        const draft = draftAfter(changes)
        expect(pathDraft.safeParse(draft).error).toBeUndefined()
        const ids = draft.modules.map((one) => one.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const module of draft.modules) {
          const steps = stepsOf(module).map((one) => one.id)
          expect(new Set(steps).size).toBe(steps.length)
        }
      }),
    )
  })

  test('what has been moved and moved back stands as before', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), anyChange, (changes, change) => {
        if (change.kind !== 'move_module' && change.kind !== 'move_activity') return
        const before = draftAfter(changes)
        const there = outlined(before, change)
        if (!there.ok) return
        const back = outlined(there.draft, { ...change, by: change.by === 1 ? -1 : 1 })
        expect(back).toEqual({ ok: true, draft: before })
      }),
    )
  })

  test('a form that is sent twice adds once', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), anyChange, (changes, change) => {
        if (change.kind !== 'add_module' && change.kind !== 'add_activity') return
        const once = outlined(draftAfter(changes), change)
        if (once.ok) expect(outlined(once.draft, change)).toEqual(once)
      }),
    )
  })

  test('a module is not moved before one that it asks for, and is told which', () => {
    const draft = aDraft([aModule('m-a'), aModule('m-b', { requires: ['m-a'] })])
    const refusal = { ok: false, reason: 'paths_error_requires', before: 'm-a', after: 'm-b' }
    expect(outlined(draft, { kind: 'move_module', moduleId: 'm-b', by: -1 })).toEqual(refusal)
    expect(outlined(draft, { kind: 'move_module', moduleId: 'm-a', by: 1 })).toEqual(refusal)
  })

  test('who takes a module away lets those go that built on it', () => {
    const draft = aDraft([aModule('m-a'), aModule('m-b', { requires: ['m-a'] })])
    const outcome = outlined(draft, { kind: 'remove_module', moduleId: 'm-a' })
    expect(outcome).toEqual({ ok: true, draft: aDraft([aModule('m-b')]) })
  })

  test('an activity goes to the other track and to another module, with all it holds', () => {
    const activity = anActivity('a-a', 'quiz')
    const draft = aDraft([aModule('m-a', {}, [activity]), aModule('m-b')])
    const there = outlined(draft, {
      ...{ kind: 'place_activity', moduleId: 'm-a', activityId: 'a-a', toModule: 'm-b', track: 'leader' },
    })
    expect(there.ok && there.draft.modules[0]?.tracks.resource_person).toEqual([])
    expect(there.ok && there.draft.modules[1]?.tracks.leader).toEqual([activity])
  })

  test('at the edges, full, or gone: refused in words', () => {
    const full = aDraft([
      aModule(
        'm-a',
        {},
        Array.from({ length: 20 }, (_one, index) => anActivity(`a-${index}`)),
      ),
    ])
    const refused = (draft: PathDraft, change: OutlineChange) => {
      const outcome = outlined(draft, change)
      return outcome.ok ? null : outcome.reason
    }
    const spot = { moduleId: 'm-a', activityId: 'a-0' }
    expect(refused(full, { kind: 'move_activity', ...spot, by: -1 })).toBe('paths_error_edge')
    expect(refused(full, { kind: 'move_module', moduleId: 'm-a', by: 1 })).toBe('paths_error_edge')
    expect(refused(full, { kind: 'move_module', moduleId: 'm-x', by: 1 })).toBe('paths_error_gone')
    const title = { text: 'Ny', language: 'sv' as const }
    const add = { kind: 'add_activity', moduleId: 'm-a', track: 'resource_person', activityKind: 'study', title } as const
    expect(refused(full, { ...add, id: 'a-new' })).toBe('paths_error_full')
  })
})

describe('what a form begins from', () => {
  test('sent untouched, it changes nothing: every page of the path that ships', () => {
    expect(untouchedAbout(shippedDraft)).toEqual({ draft: shippedDraft, conflicts: [] })
    for (const module of shippedDraft.modules) {
      const { form, seen } = startOfModule(module)
      const saved = withModule(shippedDraft, module.id, { seen: readSeen(seen), typed: typedModule.parse(form) })
      expect(saved).toEqual({ draft: shippedDraft, conflicts: [] })
      for (const activity of stepsOf(module)) expect(untouched(shippedDraft, module, activity)?.draft).toEqual(shippedDraft)
    }
  })

  test.each(activityKinds)('a new %s can be opened and saved as it is', (kind) => {
    const activity = anActivity('a-a', kind)
    const module = aModule('m-a', {}, [activity])
    const saved = untouched(aDraft([module]), module, activity)
    expect(saved?.conflicts).toEqual([])
    expect(pathDraft.safeParse(saved?.draft).error).toBeUndefined()
  })

  test('rows that are emptied fall away, new ones are named once', () => {
    const typed = typedActivities.checklist.parse({
      ...{ minutes: '10', items: [{ id: 'first', text: said('Boka rum') }, { text: said('') }, { text: said('Berätta') }] },
    })
    expect(typed.items.map((one) => one.text.sv)).toEqual(['Boka rum', 'Berätta'])
    const again = typedActivities.checklist.parse({
      minutes: '10',
      items: [{ text: said('Berätta') }, { text: said('Berätta') }],
    })
    expect(again.items[0]?.id).toBe(typed.items[1]?.id)
    expect(again.items[1]?.id).not.toBe(again.items[0]?.id)
  })

  test('a picture without words, and a link that is not https, are refused', () => {
    const picture = typedAbout.safeParse({
      ...{ first: 'sv', lead: { sv: '![](picture:3f2b8c1e-5d7a-4c2b-9e1f-0a1b2c3d4e5f)' } },
    })
    expect(picture.error?.issues.map((one) => [one.path.join('.'), one.message])).toEqual([
      ['lead.sv', 'paths_error_picture_alt'],
    ])
    const video = typedActivities.video.safeParse({ minutes: '10', video: { link: 'http://example.org/film' } })
    expect(video.error?.issues.map((one) => one.message)).toEqual(['paths_error_link'])
  })
})

describe('two write at once', () => {
  const check = {
    ...{ id: 'q-1', question: said('Vad?') },
    options: [
      { text: said('Det'), right: true, why: said('För att') },
      { text: said('Detta'), right: false, why: said('Nej') },
    ],
  }
  const start = aDraft([aModule('m-a', { aim: said('Lära'), checks: [check] })])
  const typing = (draft: PathDraft, change: Partial<LearningModule>, from = start) => {
    const [then] = from.modules
    if (!then) throw new Error('The draft has a module.')
    const typed = typedModule.parse(startOfModule({ ...then, ...change }).form)
    return withModule(draft, 'm-a', { seen: readSeen(startOfModule(then).seen), typed })
  }

  test('different fields both stand', () => {
    const first = typing(start, { title: said('Ett') })
    const second = first && typing(first.draft, { aim: said('Lära av varandra') })
    expect(second?.conflicts).toEqual([])
    expect(second?.draft.modules[0]).toMatchObject({ title: { sv: 'Ett' }, aim: { sv: 'Lära av varandra' } })
  })

  test('the same field in two languages both stand, also inside rows', () => {
    const inNorwegian = { ...check, question: { ...check.question, nb: 'Hva?' } }
    const inSwedish = { ...check, question: { ...check.question, sv: 'Vad då?' } }
    const first = typing(start, { checks: [inNorwegian] })
    const second = first && typing(first.draft, { checks: [inSwedish] })
    expect(second?.conflicts).toEqual([])
    expect(second?.draft.modules[0]?.checks[0]?.question).toEqual({ sv: 'Vad då?', nb: 'Hva?', en: '' })
  })

  test('the same field in the same language is a conflict, and only that', () => {
    const first = typing(start, { aim: said('Deras') })
    const second = first && typing(first.draft, { aim: said('Mitt'), title: said('Titel') })
    expect(second?.conflicts).toEqual([{ field: 'aim', language: 'sv' }])
  })

  test('both write the same: no conflict', () => {
    const first = typing(start, { aim: said('Samma') })
    expect(first && typing(first.draft, { aim: said('Samma') })?.conflicts).toEqual([])
  })

  test('after a look at the conflict one’s own words stand, and the other’s where there was none', () => {
    const theirs = typing(start, { aim: said('Deras'), title: said('Deras titel') })?.draft
    const [then, now] = [start.modules[0], theirs?.modules[0]]
    if (!theirs || !then || !now) throw new Error('The module is there.')
    const typed = typedModule.parse(startOfModule({ ...then, aim: said('Mitt') }).form)
    const seen = readSeen(startOfModule(then).seen)
    const first = withModule(theirs, 'm-a', { seen, typed })
    const looked = seenAfter(seen, readSeen(startOfModule(now).seen), first?.conflicts ?? [])
    const second = withModule(theirs, 'm-a', { seen: looked, typed })
    expect(second?.conflicts).toEqual([])
    expect(second?.draft.modules[0]).toMatchObject({ aim: { sv: 'Mitt' }, title: { sv: 'Deras titel' } })
  })

  test('the module is gone: said, not guessed', () => {
    expect(typing(aDraft(), { aim: said('Sent') })).toBeNull()
  })

  test('marks that somebody made up never let a word be written over', () => {
    const [module] = start.modules
    if (!module) throw new Error('The draft has a module.')
    const typed = typedModule.parse(startOfModule({ ...module, aim: said('Mitt') }).form)
    for (const seen of ['', '{', '[]', '"x"', '{"aim.sv":3}'])
      expect(withModule(start, 'm-a', { seen: readSeen(seen), typed })?.conflicts).not.toEqual([])
  })

  test('whatever the two change, each change stands or is named as a conflict', () => {
    const word = fc.constantFrom('', 'Ett', 'Två')
    const some = fc.record({ sv: word, nb: word, en: word })
    const change = fc.record({ title: some, aim: some, reflection: fc.array(some, { maxLength: 2 }) }, { requiredKeys: [] })
    fc.assert(
      fc.property(change, change, (theirs, mine) => {
        const first = typing(start, theirs as Partial<LearningModule>)
        const second = first && typing(first.draft, mine as Partial<LearningModule>)
        const [before, after, base] = [first?.draft.modules[0], second?.draft.modules[0], start.modules[0]]
        if (!before || !after || !base || !second) throw new Error('The module is there.')
        for (const field of ['title', 'aim'] as const) {
          for (const language of ['sv', 'nb', 'en'] as const) {
            const [old, their, my] = [base[field][language], before[field][language], (mine[field] ?? base[field])[language]]
            const inConflict = second.conflicts.some((one) => one.field === field && one.language === language)
            expect(inConflict).toBe(their !== old && my !== old && their !== my)
            expect(after[field][language]).toBe(my === old ? their : my)
          }
        }
      }),
    )
  })
})

function untouchedAbout(draft: PathDraft) {
  const { form, seen } = startOfAbout(draft)
  return withAbout(draft, { seen: readSeen(seen), typed: typedAbout.parse(form) })
}

function untouched(draft: PathDraft, module: LearningModule, activity: Activity) {
  const { form, seen } = startOfActivity(activity)
  const typed = typedActivities[activity.kind].parse(form)
  return withActivity(draft, module.id, activity.id, { seen: readSeen(seen), typed })
}
