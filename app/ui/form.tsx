// Forms on conform without any validation in the browser: what is wrong is said by the server, in the reader's language, once.
import { FormProvider, getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form as RemixForm } from '@remix-run/react'
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'
import { labelsIn } from './field-labels.ts'

type Fields = Record<string, unknown>
type Options<S extends Fields> = Pick<Parameters<typeof useForm<S>>[0], 'id' | 'defaultValue'>
type SlForm<S extends Fields> = ReturnType<typeof useForm<S>>[0]

/**
 * `const [form, fields] = useSlForm<Input>(useActionData<typeof action>(), { defaultValue })`.
 * The first argument is what the action answered: from a refused form the kept texts and errors, otherwise nothing.
 * Give `id` when a page has several forms: a result is only shown in the form it belongs to, so pass `undefined` to the others.
 */
export function useSlForm<S extends Fields>(result: unknown, { id = 'form', defaultValue }: Options<S> = {}) {
  const kept = keptIn(result)
  const wasKept = useRef(false)
  useEffect(() => {
    wasKept.current ||= kept !== undefined
  }, [kept])
  const lastResult = kept ?? (wasKept.current ? saved : undefined)
  return useForm<S>({ id, defaultValue, lastResult, shouldRevalidate: 'onSubmit' })
}

/** After a refusal, what an action that answers nothing means: it is saved, and nothing stands in the way any more. */
const saved: SubmissionResult<string[]> = { initialValue: null }

/** What `readForm` answered with: the action's `{ result }`, or the result itself. */
function keptIn(value: unknown): SubmissionResult<string[]> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('result' in value) return keptIn(value.result)
  return 'error' in value || 'initialValue' in value || 'intent' in value ? (value as SubmissionResult<string[]>) : undefined
}

type FormProps<S extends Fields> = Omit<ComponentProps<typeof RemixForm>, 'form' | 'style' | 'children' | 'onSubmit'> & {
  form: SlForm<S>
  children: ReactNode
}

/** A posting form: error summary first, then the fields. Pressing Enter always sends, also when rows can be added further down. */
export function Form<S extends Fields>({ form, children, className, method = 'post', ...rest }: FormProps<S>) {
  return (
    <FormProvider context={form.context}>
      <RemixForm method={method} {...rest} {...getFormProps(form)} className={`sl-form${className ? ` ${className}` : ''}`}>
        <button type="submit" className="sl-default-submit" tabIndex={-1} aria-hidden="true" />
        <FormErrors form={form} fields={children} />
        {children}
      </RemixForm>
    </FormProvider>
  )
}

/** All that stands in the way, each with a link to its field. Takes focus when a refused form comes back. */
function FormErrors<S extends Fields>({ form, fields }: { form: SlForm<S>; fields: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const shown = Object.entries(form.allErrors).flatMap(([name, errors]) => (errors[0] ? [{ name, text: errors[0] }] : []))
  const key = form.status === 'error' ? JSON.stringify(shown) : ''

  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])

  if (shown.length === 0) return null
  const labels = labelsIn(fields)
  return (
    <div ref={box} id={form.errorId} className="sl-errors" role="alert" tabIndex={-1} aria-labelledby={`${form.id}-errors`}>
      <h2 id={`${form.id}-errors`}>{m.ui_errors_title({ count: shown.length })}</h2>
      <ul>
        {shown.map(({ name, text }) => (
          <li key={name}>{name === '' ? text : <a href={`#${form.id}-${name}`}>{withLabel(labels.get(name), text)}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

function withLabel(label: string | undefined, text: string): string {
  if (!label) return text
  return label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`
}
