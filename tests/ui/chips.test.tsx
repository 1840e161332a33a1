import { expect, test } from 'vitest'
import { type Status, StatusChip } from '#app/ui/chips.tsx'
import { htmlOf } from './render.tsx'

const states: [Status, string][] = [
  ['met', 'Met'],
  ['not-met', 'Not met'],
  ['unsure', 'Uncertain'],
  ['no-target', 'No target set'],
  ['no-data', 'No data'],
  ['hidden', 'Hidden: fewer than 5 responses'],
  ['hidden-protect', 'Hidden: protects another unit'],
]

test.each(states)('the state %s is said in words and drawn, not only coloured', async (status, words) => {
  const html = await htmlOf(<StatusChip status={status} />)
  expect(html).toContain(`<span>${words}</span>`)
  expect(html).toMatch(/<svg[^>]*aria-hidden="true"[^>]*>.*<(circle|path|rect)/)
})

test('met, not met, uncertain, without target, without data and hidden have different shapes', async () => {
  const shapes = await Promise.all(
    (['met', 'not-met', 'unsure', 'no-target', 'no-data', 'hidden'] as const).map(
      async (status) => /<svg.*<\/svg>/.exec(await htmlOf(<StatusChip status={status} />))?.[0],
    ),
  )
  expect(new Set(shapes).size).toBe(6)
})

test('words can be more precise while the shape stays', async () => {
  const html = await htmlOf(<StatusChip status="unsure">No slot yet</StatusChip>)
  expect(html).toContain('No slot yet')
  expect(html).not.toContain('Uncertain')
  expect(html).toContain('sl-chip--unsure')
})
