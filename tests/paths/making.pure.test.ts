// What keeps a path from being published, and what does not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsIn, languagesWithoutGaps, textsIn, writtenIn } from '#app/features/paths/rules/gaps.ts'
import { emptyDraft, pathIdOf } from '#app/features/paths/rules/making.ts'
import { learningPath, type PathDraft, pathDraft } from '#app/features/paths/rules/shape.ts'
import { faultsIn, mediaIn } from '#app/features/paths/rules/soundness.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { aModule, read, say } from './making.ts'
import { shippedPath } from './shipped.ts'

const noMedia = new Map()
const begun = emptyDraft('trygg-hemgang', { title: 'Trygg hemgång', language: 'sv', by: 'Region Öst' })
const twoModules: PathDraft = { ...begun, modules: [aModule('A1'), aModule('A2', { requires: ['A1'] })] }
const kinds = (path: PathDraft, languages: readonly Locale[] = ['sv'], media = noMedia) =>
  faultsIn(path, { languages, media }).map(({ kind }) => kind)

describe('gaps', () => {
  test('what is written in no language is no gap; what is written in one is a gap in the others', () => {
    expect(gapsIn(begun)).toEqual([
      { moduleId: null, activityId: null, part: 'title', language: 'nb' },
      { moduleId: null, activityId: null, part: 'title', language: 'en' },
    ])
    const inNorwegian = { ...begun, title: { sv: 'Trygg hemgång', nb: 'Trygg hjemreise', en: ' ' } }
    expect(gapsIn(inNorwegian).map(({ language }) => language)).toEqual(['en'])
    expect(languagesWithoutGaps(inNorwegian)).toEqual(['sv', 'nb'])
  })

  test('a gap says in which module, activity and text it is', () => {
    const quiz = {
      ...{ id: 'prov', kind: 'quiz' as const, title: say('Prov'), minutes: 10, text: read('Välj.') },
      checks: [{ id: 'c1', question: say('Vad?'), options: [right(), { ...right(), why: { ...say('För att'), nb: '' } }] }],
    }
    const path = { ...begun, modules: [aModule('A1', { tracks: { resource_person: [quiz], leader: [] } })] }
    const found = gapsIn(path).filter(({ activityId, language }) => activityId === 'prov' && language === 'nb')
    expect(found.map(({ part }) => part)).toContain('checks.0.options.1.why')
    expect(found.every(({ moduleId }) => moduleId === 'A1')).toBe(true)
  })

  test('the shipped path has none, and no faults', () => {
    const { version: _, ...draft } = shippedPath
    expect(gapsIn(draft)).toEqual([])
    expect(languagesWithoutGaps(draft)).toEqual(['sv', 'nb', 'en'])
    expect(faultsIn(draft, { languages: locales, media: noMedia })).toEqual([])
  })

  test('taking one text away in one language makes exactly one gap, and that language alone cannot be published', () => {
    const { version: _, ...draft } = shippedPath
    const count = textsIn(draft).filter(({ said }) => !isBlank(said.sv)).length
    fc.assert(
      fc.property(fc.nat(count - 1), fc.constantFrom(...locales), (index, language) => {
        const copy = pathDraft.parse(structuredClone(draft))
        const text = textsIn(copy).filter(({ said }) => !isBlank(said.sv))[index]
        if (!text) throw new Error('there are as many texts as were counted')
        text.said[language] = (typeof text.said.sv === 'string' ? '' : []) as never
        const { said: _, ...place } = text
        expect(gapsIn(copy)).toEqual([{ ...place, language }])
        expect(languagesWithoutGaps(copy)).toEqual(locales.filter((one) => one !== language))
        expect(writtenIn(copy)[language]).toEqual({ written: count - 1, of: count })
        expect(kinds(copy, locales)).toEqual(['gap'])
        expect(
          kinds(
            copy,
            locales.filter((one) => one !== language),
          ),
        ).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

describe('what has to be right before a path is published', () => {
  test('a path with two modules is fine; one without modules or languages is not', () => {
    expect(kinds(twoModules)).toEqual([])
    expect(kinds(begun)).toEqual(['no_modules'])
    expect(kinds(twoModules, [])).toContain('languages_missing')
    expect(kinds(twoModules, ['sv', 'nb'])).toContain('gap')
  })

  test('modules are walked first only when they stand before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), fc.nat(5), (count, from, to) => {
        fc.pre(from < count && to < count)
        const modules = Array.from({ length: count }, (_, index) =>
          aModule(`M${index}`, { requires: index === from ? [`M${to}`] : [] }),
        )
        expect(kinds({ ...begun, modules })).toEqual(to < from ? [] : ['requires_later'])
      }),
    )
    expect(kinds({ ...begun, modules: [aModule('A1', { requires: ['B7'] })] })).toEqual(['requires_unknown'])
  })

  test('places have one name each: capitals do not tell modules apart', () => {
    expect(kinds({ ...begun, modules: [aModule('A1'), aModule('a1')] })).toEqual(['module_twice'])
    const [activity] = aModule('A1').tracks.leader
    if (!activity) throw new Error('the module has an activity')
    const tracks = { leader: [activity], resource_person: [activity] }
    expect(kinds({ ...begun, modules: [aModule('A1', { tracks })] })).toEqual(['activity_twice'])
  })

  test('a module has something to do', () => {
    const tracks = { leader: [], resource_person: [] }
    expect(kinds({ ...begun, modules: [aModule('A1', { tracks, joint: null })] })).toEqual(['module_empty'])
    expect(kinds({ ...begun, modules: [aModule('A1', { tracks })] })).toEqual([])
    expect(kinds({ ...begun, modules: [aModule('A1', { joint: null })] })).toEqual([])
  })

  test('every question has a right answer and words for each', () => {
    const wrong = { ...right(), right: false }
    const check = (options: (typeof wrong)[]) => [{ id: 'c1', question: say('Vad?'), options }]
    expect(kinds({ ...begun, modules: [aModule('A1', { checks: check([wrong, wrong]) })] })).toEqual(['no_right_answer'])
    expect(kinds({ ...begun, modules: [aModule('A1', { checks: check([right(), wrong]) })] })).toEqual([])
    const unsaid = { ...right(), why: say('') }
    expect(kinds({ ...begun, modules: [aModule('A1', { checks: check([unsaid, wrong]) })] })).toEqual(['text_missing'])
  })

  test('practice says what to do, and titles are there', () => {
    const practice = {
      id: 'ova',
      kind: 'practice' as const,
      title: say(''),
      minutes: 30,
      text: read('Öva.'),
      task: read('', []),
    }
    const tracks = { resource_person: [practice], leader: [] }
    const faults = faultsIn({ ...begun, modules: [aModule('A1', { tracks })] }, { languages: ['sv'], media: noMedia })
    expect(faults.map(({ kind, part }) => [kind, part])).toEqual([
      ['text_missing', 'title'],
      ['text_missing', 'task'],
    ])
  })

  test('pictures, films and captions are the path’s own, of the right kind; a film of ours has captions', () => {
    const [picture, film, captions] = [newId(), newId(), newId()]
    const shown = { sv: [{ picture, alt: 'En hand' }], nb: [], en: [] }
    const video = {
      ...{ id: 'film', kind: 'video' as const, title: say('Film'), minutes: 10, text: shown, transcript: read('Hej.') },
      video: { media: film, captions: { sv: captions, nb: null, en: null } },
    }
    const path = { ...begun, modules: [aModule('A1', { tracks: { resource_person: [video], leader: [] } })] }
    expect(mediaIn(path).map(({ mediaId, kind }) => [mediaId, kind])).toEqual([
      [picture, 'picture'],
      [film, 'film'],
      [captions, 'captions'],
    ])
    const media = new Map([
      [picture, 'picture' as const],
      [film, 'film' as const],
      [captions, 'captions' as const],
    ])
    expect(kinds(path, ['sv'], media)).toEqual([])
    expect(kinds(path, ['sv'], new Map([...media, [film, 'picture' as const]]))).toEqual(['media_missing'])
    const mute = { ...video, video: { media: film, captions: { sv: null, nb: null, en: null } } }
    const muted = { ...begun, modules: [aModule('A1', { tracks: { resource_person: [mute], leader: [] } })] }
    expect(kinds(muted, ['sv'], media)).toEqual(['captions_missing'])
  })
})

test('an id reads like its title, fits an address, and is the form’s own', () => {
  expect(pathIdOf('Trygg hemgång på Ø & Å!', '1234567890')).toBe('trygg-hemgang-pa-o-a-123456')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.uuid(), (title, formId) => {
      expect(learningPath.shape.id.safeParse(pathIdOf(title, formId)).success).toBe(true)
    }),
  )
})

function right() {
  return { text: say('Ja'), right: true, why: say('För att') }
}

function isBlank(text: string | unknown[]): boolean {
  return text.length === 0
}
