import { expect } from 'vitest'
import * as start from '#app/routes/_index.tsx'
import { aPostBy } from '#tests/blogs/writing.ts'
import { test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

test('a new Samlära has nothing to show, and says so without failing', async ({ ctx }) => {
  const { data } = await callLoader(ctx, start.loader, { path: '/' })
  expect(data).toEqual({ posts: [], offers: [] })
})

test('the start page shows a visitor what is open to everyone, and nothing else', async ({ ctx }) => {
  const { visit, sindre } = await aVisitWithPeople(ctx)
  await aPostBy(sindre, visit, ctx, { title: 'För alla', visibility: 'everyone' })
  await aPostBy(sindre, visit, ctx, { title: 'För enheten', visibility: 'unit' })
  await aPostBy(sindre, visit, ctx, { title: 'För deltagarna', visibility: 'participants' })
  const { data } = await callLoader(ctx, start.loader, { path: '/' })
  expect(data.posts.map((post) => post.title)).toEqual(['För alla'])
})

test('units that invite take turns: four a day, and everybody within the number of days it takes', async ({ ctx }) => {
  const names = ['Björkudden', 'Ekbacken', 'Lindhaga', 'Stenhaga', 'Tallbacken', 'Älvkroken']
  for (const name of names) await aUnit(ctx, { name, profile: true })
  await aUnit(ctx, { name: 'Stängd', profile: { isOpen: false } })
  const seen = new Set<string>()
  for (const day of ['2027-02-01', '2027-02-02', '2027-02-03']) {
    const { data } = await callLoader(ctx.at(`${day}T10:00:00Z`), start.loader, { path: '/' })
    expect(data.offers).toHaveLength(4)
    for (const offer of data.offers) seen.add(offer.name)
  }
  expect([...seen].sort((a, b) => a.localeCompare(b, 'sv'))).toEqual(names)
})
