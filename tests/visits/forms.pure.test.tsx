import { expect, test } from 'vitest'
import type { NewVisitChoice } from '#app/features/visits/queries/new-visit.server.ts'
import { NewVisit } from '#app/features/visits/ui/NewVisit.tsx'
import { inLanguage } from '#app/i18n/language.server.ts'
import { htmlOf } from '#tests/ui/render.tsx'

const page = {
  mode: 'ask',
  host: {
    id: 'h',
    name: 'Tallbacken',
    language: 'sv',
    isOpen: true,
    canShow: 'Morgonmötet',
    languages: ['svenska'],
    groupMin: 1,
  },
  limits: { noticeMonths: 3, daysMin: 1, daysMax: 5, groupMax: 6, closedPeriods: [], taken: [] },
  kinds: [],
  homes: [],
  profession: '',
  units: [{ value: 'n', label: 'Nordvik, Norge' }],
  returnOf: null,
} as const satisfies NewVisitChoice

const refused = {
  result: {
    status: 'error',
    initialValue: {
      title: 'Trygg hemgång',
      organisations: [{ name: 'Nordvik', country: '' }],
      ranges: [{ startsOn: '2026-10-06', endsOn: '' }],
    },
    error: { 'organisations[0].country': ['Välj ett av alternativen.'], 'ranges[0].endsOn': ['Fyll i det här.'] },
  },
}

test('countries and languages are named in the reader’s language, the nearest ones first', async () => {
  const html = await inLanguage('nb', () => htmlOf(<NewVisit id="v" page={page} result={undefined} />))
  const options = [...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, name]) => name)
  expect(options.slice(0, 3)).toEqual(['svensk', 'norsk bokmål', 'engelsk'])
  expect(options.indexOf('Norge')).toBeLessThan(options.indexOf('Afghanistan'))
})

test('a refused request names the field of each row, and keeps what was typed', async () => {
  const html = await inLanguage('sv', () => htmlOf(<NewVisit id="v" page={page} result={refused} />))
  expect(html).toContain('Land: Välj ett av alternativen.')
  expect(html).toContain('Sista dag, förslag 1: Fyll i det här.')
  expect(html).toContain('value="Nordvik"')
  expect(html).toContain('value="2026-10-06"')
  expect(html).toContain('href="#form-ranges[0].endsOn"')
})

test('rows that came back without scripts are each a row of their own', async () => {
  const ranges = [refused.result.initialValue.ranges[0], { startsOn: '2026-10-13', endsOn: '2026-10-14' }]
  const { status, error } = refused.result
  const twice = { result: { status, error, initialValue: { title: 'Trygg hemgång', ranges } } } as typeof refused
  const html = await inLanguage('sv', () => htmlOf(<NewVisit id="v" page={page} result={twice} />))
  expect(html).toContain('value="2026-10-13"')
  expect(html).toContain('Första dag, förslag 2')
})

test('a unit that takes no visits shows no form but the way to others', async () => {
  const closed = { ...page, host: { ...page.host, isOpen: false } }
  const html = await inLanguage('nb', () => htmlOf(<NewVisit id="v" page={closed} result={undefined} />))
  expect(html).not.toContain('<form')
  expect(html).toContain('href="/offers"')
})

test('a host chooses the guests’ unit, or writes a name; the form of the meeting is left to the kind of visit', async () => {
  const inviting = { ...page, mode: 'invite' } as const
  const html = await inLanguage('sv', () => htmlOf(<NewVisit id="v" page={inviting} result={undefined} />))
  expect(html).toMatch(/name="organisations\[0\]\.unitId"[\s\S]*<option value="n"[^>]*>Nordvik, Norge/)
  expect(html).toContain('name="organisations[0].name"')
  expect(html).not.toMatch(/name="form"[^>]*checked/)
})

test('when a visit is returned, those who were hosts stand there as guests', async () => {
  const guests = { homeId: '', organisations: [{ unitId: 'n', name: '', country: '' }], contact: 'Karin Åkerlund' }
  const back = { ...page, mode: 'invite', returnOf: { id: 'r', title: 'Trygg hemgång', guests } } as const
  const html = await inLanguage('sv', () => htmlOf(<NewVisit id="v" page={back} result={undefined} />))
  expect(html).toMatch(/<option value="n" selected/)
  expect(html).not.toContain('name="organisations[0].name"')
  expect(html).toContain('value="Karin Åkerlund"')
})
