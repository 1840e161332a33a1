// The forms of the register: somebody who works here, and a course they have taken.
import type { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import {
  AskFirst,
  DateField,
  Form,
  HiddenField,
  Notice,
  Page,
  PageHead,
  RadioField,
  SelectField,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { EmployeePage, EmployeeView, RegisterPage } from '../queries/register.server.ts'
import type { newCourseInput, newEmployeeInput } from '../rules/employee.ts'
import { crumbsTo } from './EmployeeParts.tsx'
import { supervisingChoices } from './words.ts'

type EmployeeForm = z.input<typeof newEmployeeInput> & { version?: string }

/** Without `employee`: somebody new, with the row's id. */
export function EmployeeFormPage({
  unit,
  employee,
  newId,
  result,
}: {
  unit: RegisterPage['unit']
  employee?: EmployeeView
  newId?: string
  result: unknown
}) {
  const title = employee ? m.training_change() : m.training_add()
  const [form, fields] = useSlForm<EmployeeForm>(result, { defaultValue: employee ? shown(employee) : { id: newId ?? '' } })
  const crumbs = employee ? crumbsTo(unit, employee.name, title) : crumbsTo(unit, title)
  return (
    <Page width="form">
      <PageHead title={employee ? employee.name : title} lead={m.training_employee_lead()} crumbs={crumbs} />
      <Form form={form}>
        {employee ? (
          <ReadVersion version={employee.version} typedFrom={typedFrom(form, fields.version)} />
        ) : (
          <HiddenField field={fields.id} />
        )}
        <TextField field={fields.name} label={m.training_name()} autoComplete="off" required />
        <TextField
          field={fields.email}
          label={m.training_email()}
          help={m.training_email_help()}
          type="email"
          autoComplete="off"
          optional
        />
        <TextField
          field={fields.reference}
          label={m.training_reference()}
          help={m.training_reference_help()}
          autoComplete="off"
          optional
        />
        <RadioField field={fields.supervising} label={m.training_supervising()} choices={supervisingChoices()} />
        <DateField field={fields.employedFrom} label={m.training_employed_from()} optional />
        <DateField field={fields.employedUntil} label={m.training_employed_until()} optional />
        <div>
          <SubmitButton>{m.training_save()}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}

function shown({ name, email, reference, supervising, employedFrom, employedUntil }: EmployeeView): Partial<EmployeeForm> {
  return {
    ...{ name, email, reference, supervising },
    employedFrom: employedFrom ?? '',
    employedUntil: employedUntil ?? '',
  }
}

/** The version that is saved upon; said when what was typed was typed upon an earlier one. */
function ReadVersion({ version, typedFrom }: { version: number; typedFrom: string | undefined }) {
  return (
    <>
      {typedFrom !== undefined && typedFrom !== String(version) ? (
        <Notice tone="warning">{m.training_conflict()}</Notice>
      ) : null}
      <input type="hidden" name="version" value={version} />
    </>
  )
}

function typedFrom(form: { status?: unknown }, field: { initialValue?: unknown }): string | undefined {
  return form.status === 'error' && typeof field.initialValue === 'string' ? field.initialValue : undefined
}

type Course = EmployeeView['courses'][number]['course']
type CourseForm = z.input<typeof newCourseInput> & { version?: string }

/** Without `courseId`: a course that is new, with the row's id. */
export function CourseFormPage({
  page: { unit, employee, steps },
  courseId,
  newId,
  result,
}: {
  page: EmployeePage
  courseId?: string
  newId?: string
  result: unknown
}) {
  const course = employee.courses.find((one) => one.course.id === courseId)?.course
  const title = course ? m.training_course_change() : m.training_course_add()
  const own = `/units/${unit.id}/training/${employee.id}`
  const [form, fields] = useSlForm<CourseForm>(result, {
    defaultValue: course ? shownCourse(course) : { id: newId ?? '' },
  })
  const options = steps.map(({ step, title }) => ({ value: String(step), label: title }))
  return (
    <Page width="form">
      <PageHead title={title} eyebrow={employee.name} crumbs={crumbsTo(unit, employee.name, title)} />
      <Form form={form}>
        {course ? (
          <ReadVersion version={course.version} typedFrom={typedFrom(form, fields.version)} />
        ) : (
          <HiddenField field={fields.id} />
        )}
        <SelectField field={fields.step} label={m.training_step()} options={options} empty={m.training_step_choose()} />
        <DateField field={fields.takenOn} label={m.training_taken()} required />
        <TextField field={fields.provider} label={m.training_provider()} help={m.training_provider_help()} optional />
        <TextField field={fields.place} label={m.training_place()} optional />
        <TextField field={fields.note} label={m.training_note()} help={m.training_note_help()} maxLength={500} optional />
        <div>
          <SubmitButton>{m.training_save()}</SubmitButton>
        </div>
      </Form>
      {course ? (
        <AskFirst
          title={m.training_course_remove_title()}
          text={m.training_course_remove_text()}
          action={`${own}/courses/${course.id}/removal`}
          button={m.training_course_remove()}
        />
      ) : null}
    </Page>
  )
}

function shownCourse({ id, step, takenOn, provider, place, note }: Course) {
  return { id, step: String(step), takenOn, provider, place, note }
}
