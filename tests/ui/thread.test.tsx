import { expect, test } from 'vitest'
import { Thread, ThreadStops } from '#app/ui/thread.tsx'
import { htmlOf } from './render.tsx'

const names = ['Asked', 'Dialogue', 'Agreed', 'Prepared', 'Under way', 'Evaluated', 'Summarised', 'Followed up', 'Closed']

function stepsAt(now: number) {
  return names.map((label, index) => ({
    key: label,
    label,
    state: index < now ? ('done' as const) : index === now ? ('now' as const) : ('next' as const),
  }))
}

test('exactly one step is the present one, and the others say done or ahead', async () => {
  const html = await htmlOf(<Thread steps={stepsAt(3)} note="The guests come in 15 days." />)
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html.match(/, done</g)).toHaveLength(3)
  expect(html.match(/, we are here</g)).toHaveLength(1)
  expect(html.match(/, ahead</g)).toHaveLength(5)
  expect(html).toContain('Step 4 of 9: Prepared.')
  expect(html).toContain('The guests come in 15 days.')
})

test('after the closing the circles have parted, each with the other’s colour inside', async () => {
  const html = await htmlOf(<Thread steps={stepsAt(8)} />)
  const last = html.slice(html.lastIndexOf('<li'))
  expect(last).toContain('aria-current="step"')
  expect(last.match(/r="4"/g)).toHaveLength(2)
})

test.each([5, 6] as const)('%i stops are decoration; the sentence is the information', async (stops) => {
  const html = await htmlOf(<ThreadStops stops={stops} reached={2} name="in the programme" />)
  expect(html.match(/<i/g)).toHaveLength(stops)
  expect(html).toMatch(/aria-hidden="true"><i/)
  expect(html).toContain(`Step 2 of ${stops}: in the programme.`)
})
