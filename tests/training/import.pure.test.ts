import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitions } from '#app/features/training/reference.server.ts'
import { type KnownEmployee, planImport } from '#app/features/training/rules/import.ts'
import { readRegisterLines } from '#app/features/training/rules/lines.ts'
import { textOf } from '#app/features/training/rules/table-form.ts'
import { readCsv, writeCsv } from '#app/kernel/csv.ts'

const read = (text: string) => readRegisterLines(text, definitions)
const head = 'namn;e-post;referens;handledning;anställd från;sista dag;steg;kursdag;anordnare;var;anteckning'
const table = (...rows: string[]) => [head, ...rows].join('\n')

const åse: KnownEmployee = {
  ...{ id: 'ase', name: 'Åse Solheim', email: '', reference: '', supervising: 'supervises' },
  ...{ employedFrom: null, employedUntil: null, courses: [] },
}

test('headings and words are understood in three languages, and days as Nordic spreadsheets write them', () => {
  const rows = ['Åse;ase@example.org;;handleder;2020-01-01;;1;3.2.2025;;;', 'Jón;;JT;kan få handleda;;;steg 2;2025-09-01;;;']
  expect(read(table(...rows)).faults).toEqual([])
  expect(read(table(...rows)).lines[0]).toMatchObject({ supervising: 'supervises', course: { step: 1, takenOn: '2025-02-03' } })
  const norwegian = 'Navn\tVeiledning\tTrinn\tKursdag\nÅse\tingen av delene\tTrinn 1\t03/02/2025'
  expect(read(norwegian).lines[0]).toMatchObject({ supervising: 'neither', course: { step: 1, takenOn: '2025-02-03' } })
  expect(read('Name,Supervision\n"Solheim, Åse",supervises').lines[0]?.name).toBe('Solheim, Åse')
})

test('every fault is told with its line and column, and none of the rest is lost', () => {
  const { faults } = read(
    table(
      'Åse;no address;;handleder;;;;;;;',
      ';;;kanske;;;;;;;',
      'Jón;;;handleder;2025-13-01;;1;;;;',
      'Freja;;19800131-1234;handleder;;;0;2025-03-01;;;',
      'Mikko;;;;;;;2025-03-01;;;',
    ),
  )
  expect(faults.map(({ line, column, problem }) => `${line} ${column} ${problem.replace('training_error_', '')}`)).toEqual([
    '2 email email',
    '3 supervising supervising',
    '3 name name',
    '4 employedFrom day',
    '4 takenOn taken_missing',
    '5 reference identity_number',
    '5 step no_step',
    '6 step step_missing',
  ])
})

test('a table without the column of names, with a column nobody knows, or with an open quotation is refused', () => {
  expect(read('e-post\nase@example.org').faults).toMatchObject([{ line: 1, problem: 'training_error_no_columns' }])
  expect(read('namn;lön\nÅse;1').faults).toMatchObject([{ line: 1, problem: 'training_error_unknown_column' }])
  expect(read('namn;e-post\nÅse;"a').faults).toMatchObject([{ line: 2, problem: 'training_error_quotation' }])
  expect(read('').faults).toHaveLength(1)
  expect(read(`namn\n${'Åse\n'.repeat(3001)}`).faults).toMatchObject([{ problem: 'training_error_many_lines' }])
})

test('somebody known by name gets the address from the table; empty cells take nothing away', () => {
  const known = { ...åse, employedFrom: '2019-01-01' }
  const { plan, faults } = planImport([known], read(table('åse  solheim;ase@example.org;;;;;1;2025-02-03;VOC;;')).lines)
  expect(faults).toEqual([])
  expect(plan.planned).toMatchObject([{ id: 'ase', changed: ['name', 'email'], fields: { employedFrom: '2019-01-01' } }])
  expect(plan.planned[0]?.courses).toMatchObject([{ id: null, step: 1, provider: 'VOC' }])
})

test('two people of one name in the register make a line without address a question, not a guess', () => {
  const twins = [
    { ...åse, email: 'a@example.org' },
    { ...åse, id: 'other', email: 'b@example.org' },
  ]
  expect(planImport(twins, read(table('Åse Solheim;;;;;;;;;;')).lines).faults).toMatchObject([
    { line: 2, problem: 'training_error_ambiguous' },
  ])
  expect(planImport(twins, read(table('Åse Solheim;b@example.org;;neither;;;;;;;')).lines).plan.planned).toMatchObject([
    { id: 'other', changed: ['supervising'] },
  ])
})

test('lines of one person are one person, and may not say two things', () => {
  const twice = read(table('Jón;;JT;handleder;;;1;2025-02-03;;;', 'Jón;;JT;;;;2;2025-09-01;;;')).lines
  expect(planImport([], twice).plan.planned).toMatchObject([{ id: null, courses: [{ step: 1 }, { step: 2 }] }])
  const torn = read(table('Jón;;JT;handleder;;;;;;;', 'Jón;;JT;neither;;;1;2025-02-03;;;', 'Jón;;JT;;;;1;2025-02-03;;;')).lines
  expect(planImport([], torn).faults.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'training_error_two_values'],
    [4, 'training_error_course_twice'],
  ])
  expect(planImport([], read(table('Jón;;;;;;;;;;')).lines).faults).toMatchObject([{ column: 'supervising' }])
})

const word = fc.stringMatching(/^[A-ZÅÄÖa-zåäö=+@;"'-]{1,12}$/).filter((text) => text.trim() !== '')
const row = fc.record({
  name: word,
  reference: fc.nat(500).map((number) => `r${number}`),
  step: fc.constantFrom(1, 2, 3),
  taken: fc.constantFrom('2025-02-03', '2026-01-12'),
  note: word,
})

test('whatever is imported, importing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ reference }) => reference, maxLength: 8 }), (rows) => {
      const cells = rows.map(({ name, reference, step, taken, note }) => [
        name,
        reference,
        'supervises',
        String(step),
        taken,
        note,
      ])
      const text = writeCsv([['name', 'reference', 'supervision', 'step', 'course day', 'note'], ...cells], ';')
      const { lines, faults } = read(text)
      expect(faults).toEqual([])
      const first = planImport([], lines)
      expect(first.faults).toEqual([])
      const register = first.plan.planned.map(({ fields, courses }, index) => ({
        ...{ ...fields, id: String(index) },
        courses: courses.map((course, number) => ({ ...course, id: `${index} ${number}` })),
      }))
      expect(planImport(register, lines)).toEqual({ plan: { planned: [], same: register.length }, faults: [] })
    }),
  )
})

test('what is written as a table is read back as it was, formulas and line breaks too', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const solid = rows.map((cells) => ['x', ...cells.map((cell) => cell.replaceAll('\r', ''))])
      const guarded = (cell: string) => (/^[=+\-@\t\0']/.test(cell) ? `'${cell}` : cell)
      const back = readCsv(writeCsv([['head', 'of table'], ...solid])).slice(1)
      expect(back.map(({ cells }) => cells)).toEqual(solid.map((cells) => cells.map(guarded)))
    }),
  )
})

test('a file in Windows-1252 is read with its own letters', async () => {
  const bytes = Uint8Array.from([0xc5, 0x73, 0x65])
  expect(await textOf({ file: new File([bytes], 'a.csv') })).toBe('Åse')
  expect(await textOf({ file: new File(['Åse'], 'a.csv'), text: 'Jón' })).toBe('Åse')
  expect(await textOf({ file: new File([], ''), text: 'Jón' })).toBe('Jón')
})

test('three thousand lines against a register of as many people are planned in a moment', () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `Person ${index};p${index}@example.org;;handleder;;;1;2025-02-03;;;`)
  const { lines } = read(table(...rows))
  const register = lines.map(({ line, name, email }) => ({ ...åse, id: String(line), name, email }))
  const began = performance.now()
  expect(planImport(register, lines).plan.planned).toHaveLength(3000)
  expect(performance.now() - began).toBeLessThan(2000)
})
