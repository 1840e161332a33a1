// One question as a field: radios for scales and choices, a text area for words. The question is the legend.
import { m } from '#app/paraglide/messages.js'
import { type Choice, FieldsetFrame, plainField, RadioField, TextArea } from '#app/ui/index.ts'
import { scaleValues } from '../rules/feedback.ts'
import type { Item, Scales } from '../rules/instrument.ts'
import { inWords, valueWords } from './words.ts'

type Props = {
  item: Item
  scales: Scales
  /** The form field's name. */
  name: string
  /** What was chosen or written before, as form fields write it. */
  value: string | undefined
  problem?: string | undefined
  help?: string | undefined
  /** What an error summary links to; the question's own id unless told. */
  id?: string
}

export function Question({ item, scales, name, value, problem, help, id = item.id }: Props) {
  const field = { ...plainField(name, { value: value ?? null, id }), errors: problem ? [problem] : undefined }
  if (item.type === 'free_text') {
    return (
      <FieldsetFrame field={{ ...field, id: `${id}-question`, errors: undefined }} label={inWords(item.text)}>
        <TextArea field={field} label={m.evaluations_answer_label()} help={help} voice rows={5} />
      </FieldsetFrame>
    )
  }
  return (
    <div className={item.type === 'scale_0_10' ? 'sl-scale' : undefined}>
      <RadioField
        field={field}
        label={inWords(item.text)}
        help={item.type === 'scale_0_10' ? scaleHelp(scales) : help}
        choices={choicesOf(item, scales)}
      />
    </div>
  )
}

function scaleHelp({ scale_0_10: { low, high } }: Scales): string {
  return m.evaluations_scale_low_high({ low: inWords(low).toLocaleLowerCase(), high: inWords(high).toLocaleLowerCase() })
}

function choicesOf(item: Item, scales: Scales): Choice[] {
  const choices: Choice[] = scaleValues(item).map((value) => ({ value, label: valueWords(item, value, scales) }))
  return item.allowNa ? [...choices, { value: 'na', label: valueWords(item, 'na', scales), quiet: true }] : choices
}
