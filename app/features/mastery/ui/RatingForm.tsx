// The statements as radio buttons. Plain form: with and without scripts it is one page and one press.
import { Form as PlainForm } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { type Choice, Form, Notice, RadioField, Section, SubmitButton, useSlForm } from '#app/ui/index.ts'
import type { RatingPage } from '../queries/rating-page.server.ts'
import { UNKNOWN } from '../rules/statements.ts'
import { formTitles, ratingAddress } from './words.ts'

type Now = NonNullable<RatingPage['now']>

export function RatingForm({ page, now, result }: { page: RatingPage; now: Now; result: unknown }) {
  const { pairId, statements, scale } = page
  const [form, fields] = useSlForm<Record<string, string>>(result, { defaultValue: now.given })
  const [low, high] = [scale.steps[0], scale.steps.at(-1)]
  const choices: Choice[] = [
    ...scale.steps.map(({ value, label }) => ({ value: String(value), label: <Step value={value} label={label} /> })),
    { value: UNKNOWN, label: scale.unknown, quiet: true },
  ]
  return (
    <Section id="rate" title={formTitles[now.round]()}>
      <div className="sl-stack">
        <p>{m.mastery_form_help()}</p>
        <p className="sl-meta">{untilWords(now)}</p>
        {now.passed ? <Notice>{m.mastery_passed()}</Notice> : null}
        <Form form={form} className="sl-rating">
          <input type="hidden" name="round" value={now.round} />
          <p className="sl-rating__ends">{m.mastery_form_scale({ low: lower(low?.label), high: lower(high?.label) })}</p>
          {statements.map(({ id, text }) => {
            const field = fields[id]
            return field ? <RadioField key={id} field={field} label={text} choices={choices} /> : null
          })}
          <SubmitButton>{m.mastery_save()}</SubmitButton>
        </Form>
        {now.answered || now.passed || now.late ? null : (
          <PlainForm method="post" action={ratingAddress(pairId, 'pass')} className="sl-stack-s">
            <input type="hidden" name="round" value={now.round} />
            <p className="sl-meta">{m.mastery_pass_text()}</p>
            <p>
              <SubmitButton variant="secondary">{m.mastery_pass()}</SubmitButton>
            </p>
          </PlainForm>
        )}
      </div>
    </Section>
  )
}

/** On a phone there is room for the number; what it means stands above, and is said to those who listen. */
function Step({ value, label }: { value: number; label: string }) {
  return (
    <>
      <b className="sl-rating__value">{value}</b> <span className="sl-rating__label">{label}</span>
    </>
  )
}

function untilWords({ late, lastDay }: Now): string {
  if (late) return m.mastery_form_late()
  return lastDay ? m.mastery_form_until({ day: formatDay(lastDay) }) : m.mastery_form_until_started()
}

function lower(label = ''): string {
  return label.toLocaleLowerCase()
}
