// The button that puts a picture into a text: what was typed stays, and the picture is read back as the one that was chosen.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '#app/features/paths/rules/notation.ts'
import { withPicture } from '#app/features/paths/rules/put-picture.ts'

const id = '3f2b8c1e-5d7a-4c2b-9e1f-0a1b2c3d4e5f'
const alt = { sv: 'Två vid ett bord', nb: '', en: '' }

test('another button: nothing is put', () => {
  expect(withPicture({ text: { sv: 'Hej' } })).toBeNull()
  expect(withPicture({ text: { sv: 'Hej' }, picture: { id, into: 'text', alt } })).toBeNull()
})

test('the picture stands last, in the languages that say what it shows; all else is as it was typed', () => {
  const typed = { title: { sv: 'Dag ett' }, text: { sv: 'Hej.\r\n\r\n', nb: 'Hei.' }, items: [{ id: 'a' }] }
  const put = withPicture({ ...typed, picture: { put: '1', id, into: 'text', alt, caption: { sv: 'Fika' } } })
  expect(put).toEqual({
    value: { ...typed, text: { sv: `Hej.\n\n![Två vid ett bord](picture:${id}) Fika`, nb: 'Hei.' } },
  })
})

test('also into a text that nobody has begun, deeper in the form', () => {
  const put = withPicture({ joint: { title: { sv: 'Samtal' } }, picture: { put: '1', id, into: 'joint.text', alt } })
  expect(put).toEqual({ value: { joint: { title: { sv: 'Samtal' }, text: { sv: `![Två vid ett bord](picture:${id})` } } } })
})

test('without a picture, or without a word on what it shows, it says which is missing', () => {
  const picture = { put: '1', into: 'text' }
  expect(withPicture({ picture })).toEqual({ errors: { 'picture.id': ['paths_error_picture_none'] } })
  expect(withPicture({ picture: { ...picture, id } })).toEqual({ errors: { 'picture.alt': ['paths_error_picture_words'] } })
  expect(withPicture({ picture: { ...picture, id, alt, into: '__proto__' } })).toHaveProperty(['errors', 'picture.into'])
})

test('whatever it shows and wherever it is put, it is read as that picture after all that was there', () => {
  const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /[a-z]/i.test(text))
  fc.assert(
    fc.property(words, words, fc.string({ maxLength: 60 }), (before, shows, says) => {
      const ask = { put: '1', id, into: 'task', alt: { nb: shows }, caption: { nb: says } }
      const put = withPicture({ task: { nb: before }, picture: ask })
      if (!put || 'errors' in put) throw new Error('It is put.')
      const blocks = blocksOf((put.value.task as { nb: string }).nb)
      expect(blocks.slice(0, -1)).toEqual(blocksOf(before))
      expect(blocks.at(-1)).toMatchObject({ picture: id })
    }),
  )
})
