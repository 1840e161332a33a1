import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { open } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { GalleryFigures } from '#app/ui/gallery/GalleryFigures.tsx'
import { GalleryForm, GalleryStates } from '#app/ui/gallery/GalleryForms.tsx'
import { GalleryCards, GalleryHead, GalleryMotif } from '#app/ui/gallery/GalleryMotif.tsx'
import { terms } from '#app/ui/gallery/people.ts'
import { Page } from '#app/ui/index.ts'
import { drawRunChart } from '#app/ui/run-chart-drawing.server.ts'

/** Every component in every state, for looking and for axe. Production does not answer. */
export const loader = open(async () => {
  if (settings().mode === 'production') throw new DomainError('not_found')
  const drawing = drawRunChart({
    points: terms,
    target: { value: 85, words: 'Mål: över 85' },
    median: { value: 81.6, words: 'Median 81,6' },
    flags: [{ at: 6, number: 1 }],
    tick: String,
    words: (value) => `${value} %`,
  })
  return { drawing }
})

const required = z.string().min(1)
const schema = z.object({
  name: required,
  email: z.email(),
  goals: z.array(z.object({ text: required })),
  people: z.array(z.object({ name: required })),
  shape: required,
  sides: z.array(z.string()).min(1),
  unit: required,
  day: required,
  rules: z.literal('on'),
})

/** Refuses what a real form would refuse, and keeps nothing. */
export const action = open(async ({ request }) => {
  if (settings().mode === 'production') throw new DomainError('not_found')
  const form = await readForm(request, schema)
  return form.ok ? null : form.refused()
})

export default function Gallery() {
  const { drawing } = useLoaderData<typeof loader>()
  return (
    <Page>
      <GalleryHead />
      <GalleryMotif />
      <GalleryCards />
      <GalleryForm result={useActionData<typeof action>()} />
      <GalleryStates />
      <GalleryFigures drawing={drawing} />
    </Page>
  )
}
