import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, isSame } from '#app/features/paths/rules/difference.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { wordsChanged } from '#app/features/paths/rules/words-changed.ts'
import { found } from '#app/kernel/errors.ts'
import { shippedPath } from './shipped.ts'

/** The shipped path with something done to a copy of it. */
function changed(change: (path: LearningPath) => unknown): LearningPath {
  const copy = structuredClone(shippedPath)
  change(copy)
  return copy
}
const moduleOf = (path: LearningPath, index: number) => found(path.modules[index])
const told = (after: LearningPath) => differenceOf(shippedPath, after, 'sv')
const changedModules = (after: LearningPath) => told(after).modules.filter((one) => one.standing !== 'same' || one.moved)

describe('what differs between two versions', () => {
  test('nothing, when they are the same', () => {
    expect(isSame(told(shippedPath))).toBe(true)
  })

  test('a changed text, word by word, in its own module alone', () => {
    const after = changed((path) => Object.assign(moduleOf(path, 2).aim, { sv: 'Du kan planera en kort stund.' }))
    const [module, ...rest] = changedModules(after)
    expect(rest).toEqual([])
    expect(module).toMatchObject({ id: 'M2', standing: 'changed', moved: false, activities: expect.any(Array) })
    expect(module?.fields).toEqual([
      { field: 'aim', before: moduleOf(shippedPath, 2).aim.sv, after: 'Du kan planera en kort stund.', alsoIn: [] },
    ])
  })

  test('a text that differs in another language is told by its name', () => {
    const after = changed((path) => Object.assign(moduleOf(path, 0).title, { nb: 'Begynnelsen' }))
    expect(changedModules(after)[0]?.fields).toMatchObject([{ field: 'title', alsoIn: ['nb'] }])
  })

  test('added, removed and moved modules', () => {
    const after = changed((path) => {
      const [m8] = path.modules.splice(8, 1)
      path.modules.splice(1, 0, found(m8))
      path.modules.splice(7, 1)
      path.modules.push({ ...moduleOf(path, 0), id: 'new', tracks: { resource_person: [], leader: [] } })
    })
    expect(changedModules(after).map(({ id, standing, moved }) => [id, standing, moved])).toEqual([
      ['M8', 'same', true],
      ['new', 'added', false],
      ['M6', 'removed', false],
    ])
  })

  test('an activity that changes track is moved, not gone and new', () => {
    const after = changed((path) => {
      const { tracks } = moduleOf(path, 3)
      tracks.leader.push(found(tracks.resource_person.shift()))
    })
    const [module] = changedModules(after)
    const activities = module?.activities.filter((one) => one.moved || one.standing !== 'same') ?? []
    expect(activities.map(({ id, standing, moved }) => [id, standing, moved])).toEqual([
      [moduleOf(shippedPath, 3).tracks.resource_person[0]?.id, 'same', true],
    ])
  })

  test('so is one that goes to another module; the module it left has lost it', () => {
    const after = changed((path) => {
      moduleOf(path, 4).tracks.leader.push(found(moduleOf(path, 3).tracks.resource_person.shift()))
    })
    const moved = told(after).modules.flatMap((one) => one.activities.filter((row) => row.moved || row.standing !== 'same'))
    expect(moved.map(({ standing }) => standing)).toEqual(['same'])
  })

  test('a copy has files of its own, and that is no difference', () => {
    const withPicture = (picture: string) =>
      changed((path) => void moduleOf(path, 0).lead.sv.push({ picture, alt: 'Två som pratar' }))
    const [one, other] = ['3f0e5a1c-6d3b-4c9a-9d3e-0a1b2c3d4e5f', '8a7b6c5d-4e3f-4a2b-8c1d-0e9f8a7b6c5d']
    expect(isSame(differenceOf(withPicture(one), withPicture(other), 'sv'))).toBe(true)
  })

  test('whatever order modules come in, only as many are told as moved as must be', () => {
    const orders = fc.shuffledSubarray([...shippedPath.modules.keys()], { minLength: 10 })
    fc.assert(
      fc.property(orders, (order) => {
        const after = changed((path) => Object.assign(path, { modules: order.map((index) => moduleOf(path, index)) }))
        const moved = differenceOf(shippedPath, after, 'sv').modules.filter((one) => one.moved).length
        expect(moved).toBe(order.length - longestRise(order))
      }),
      { numRuns: 40 },
    )
  })
})

/** The longest row of rising numbers, by trying them all in the plainest way. */
function longestRise(order: readonly number[]): number {
  const from = (index: number, least: number): number =>
    index === order.length
      ? 0
      : Math.max(from(index + 1, least), (order[index] ?? 0) > least ? 1 + from(index + 1, order[index] ?? 0) : 0)
  return from(0, -1)
}

describe('words that changed', () => {
  test('are told in place', () => {
    expect(wordsChanged('Vi ses på torsdag.', 'Vi ses igen på fredag.')).toEqual([
      { kind: 'same', text: 'Vi ses ' },
      { kind: 'in', text: 'igen ' },
      { kind: 'same', text: 'på ' },
      { kind: 'out', text: 'torsdag.' },
      { kind: 'in', text: 'fredag.' },
    ])
  })

  test('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('vi ', 'ses ', 'på', ' ', '\n', 'torsdag', '.', '  ')).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordsChanged(before, after)
        const without = (kind: 'in' | 'out') =>
          pieces
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('')
        expect(without('in')).toBe(before)
        expect(without('out')).toBe(after)
        if (before === after) expect(pieces.every((one) => one.kind === 'same')).toBe(true)
      }),
    )
  })

  test('of two long texts that share nothing are told as the whole', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ')
    expect(wordsChanged(long('a'), long('b')).map((one) => one.kind)).toEqual(['out', 'in'])
  })
})
