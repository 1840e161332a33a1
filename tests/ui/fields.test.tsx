import { expect, test } from 'vitest'
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  Form,
  RadioField,
  RowList,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import { htmlOf, tagWith } from './render.tsx'

type Input = {
  name: string
  text: string
  side: string
  days: string[]
  unit: string
  day: string
  ok: string
  goals: { text: string }[]
}

function Sample({ answer }: { answer?: unknown }) {
  const [form, fields] = useSlForm<Input>(answer, {
    id: 'f',
    defaultValue: { name: 'Karin', goals: [{ text: 'a' }, { text: 'b' }] },
  })
  return (
    <Form form={form}>
      <TextField field={fields.name} label="Name" help="As on your badge." />
      <TextArea field={fields.text} label="Text" optional voice />
      <RadioField field={fields.side} label="Side" choices={[{ value: 'host', label: 'Host' }]} />
      <CheckboxGroup
        field={fields.days}
        label="Days"
        choices={[
          { value: 'mon', label: 'Monday' },
          { value: 'tue', label: 'Tuesday' },
        ]}
      />
      <SelectField field={fields.unit} label="Unit" empty="Choose" options={[{ value: 'u', label: 'Tallbacken' }]} />
      <DateField field={fields.day} label="Day" />
      <CheckboxField field={fields.ok} label="I have read it" />
      <RowList form={form} list={fields.goals} label="Goals" add="Add a goal">
        {(row, number) => <TextField field={row.getFieldset().text} label={`Goal ${number}`} />}
      </RowList>
      <SubmitButton>Send</SubmitButton>
    </Form>
  )
}

/** What a refused form answers: what was typed, and what is wrong. */
const refused = {
  result: {
    status: 'error',
    initialValue: {
      name: 'Ka',
      text: 'Kept words',
      side: 'host',
      days: ['mon', 'tue'],
      unit: 'u',
      day: '2027-02-02',
      ok: 'on',
    },
    error: { name: ['Write at least 3 characters.'], side: ['Choose one.'], '': ['Someone else changed it.'] },
  },
}

test('a label belongs to its control, and help is tied to it', async () => {
  const html = await htmlOf(<Sample />)
  expect(html).toMatch(/<label[^>]*for="f-name"/)
  expect(tagWith(html, 'id="f-name"')).toContain('value="Karin"')
  expect(tagWith(html, 'id="f-name"')).toContain('aria-describedby="f-name-description"')
  expect(html).toMatch(/<p[^>]*id="f-name-description"[^>]*>As on your badge/)
})

test('a field without fault and without help has no relations', async () => {
  const html = await htmlOf(<Sample />)
  expect(html).not.toContain('aria-invalid')
  expect(/<textarea[^>]*>/.exec(html)?.[0]).not.toContain('aria-describedby')
})

test('optional is marked, required is not', async () => {
  const html = await htmlOf(<Sample />)
  expect(html.match(/\(optional\)/g)).toHaveLength(1)
  expect(html).not.toMatch(/required/)
})

test('a refused field is marked, and its error stands between help and control', async () => {
  const html = await htmlOf(<Sample answer={refused} />)
  expect(tagWith(html, 'id="f-name"')).toContain('aria-describedby="f-name-description f-name-error"')
  expect(tagWith(html, 'id="f-name"')).toContain('aria-invalid="true"')
  const places = ['As on your badge', 'id="f-name-error"', 'id="f-name"'].map((part) => html.indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places.every((place) => place > 0)).toBe(true)
})

test('a refused group is marked on its fieldset and its radios', async () => {
  const html = await htmlOf(<Sample answer={refused} />)
  expect(html).toMatch(/<fieldset[^>]*id="f-side"[^>]*aria-describedby="f-side-error"/)
  expect(html).toMatch(/<input type="radio"[^>]*aria-invalid="true"/)
})

test('everything typed comes back without a script', async () => {
  const html = await htmlOf(<Sample answer={refused} />)
  expect(html).toContain('value="Ka"')
  expect(html).toContain('Kept words</textarea>')
  expect(html.match(/checked=""/g)).toHaveLength(4)
  expect(html).toMatch(/<option value="u" selected=""/)
  expect(html).toContain('value="2027-02-02"')
})

test('the error summary is first in the form, counts, and links to each field', async () => {
  const html = await htmlOf(<Sample answer={refused} />)
  expect(html.indexOf('class="sl-errors"')).toBeLessThan(html.indexOf('<label'))
  expect(html).toContain('3 things need a change')
  expect(html).toContain('<a href="#f-name">Name: Write at least 3 characters.</a>')
  expect(html).toContain('<a href="#f-side">Side: Choose one.</a>')
  expect(html).toContain('<li>Someone else changed it.</li>')
})

test('the error summary names the field also in a row', async () => {
  const goals = { 'goals[1].text': ['Write this.'] }
  const answer = { result: { status: 'error', initialValue: { goals: [{ text: 'a' }, { text: '' }] }, error: goals } }
  expect(await htmlOf(<Sample answer={answer} />)).toContain('<a href="#f-goals[1].text">Goal 2: Write this.</a>')
})

test('there is no error summary before anything is refused', async () => {
  expect(await htmlOf(<Sample />)).not.toContain('sl-errors')
})

test('rows are added and removed by submit buttons, and Enter still sends the form', async () => {
  const html = await htmlOf(<Sample />)
  const buttons = [...html.matchAll(/<button[^>]*>/g)].map((match) => match[0])
  expect(buttons.filter((button) => button.includes('__intent__'))).toHaveLength(3)
  expect(buttons.every((button) => button.includes('type="submit"'))).toBe(true)
  expect(buttons[0]).not.toContain('__intent__')
})

test('nothing carries a style attribute', async () => {
  expect(await htmlOf(<Sample answer={refused} />)).not.toMatch(/\sstyle=/)
})
