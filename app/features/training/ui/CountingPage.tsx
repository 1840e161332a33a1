// Who is counted: what holds here, who signed it and why, and the way to decide otherwise.
import { Link } from '@remix-run/react'
import type { z } from 'zod'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Card,
  DateField,
  Form,
  HiddenField,
  Page,
  PageHead,
  RadioField,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { CountingPage as Counting, SignedVersion } from '../queries/counting.server.ts'
import { type countingForm, recommendedRule } from '../rules/counting.ts'
import { ruleWords } from './words.ts'

type Props = { page: Counting; newId: string; result: unknown }

export function CountingView({ page, newId, result }: Props) {
  const { unit, own, may } = page
  return (
    <Page width="read">
      <PageHead
        title={m.training_counting_title()}
        lead={m.training_counting_lead()}
        crumbs={[
          { label: unit.name, to: `/units/${unit.id}` },
          may.keep
            ? { label: m.training_register_title(), to: `/units/${unit.id}/training` }
            : { label: m.training_register_title() },
          { label: m.training_counting_title() },
        ]}
      />
      <InForce page={page} />
      {own.length > 0 ? (
        <Section id="history" title={m.training_counting_history({ unit: unit.name })}>
          <ul className="sl-stack">
            {own.map((version) => (
              <li key={version.id}>
                <Version version={version} page={page} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {may.decide ? <Decide key={newId} page={page} newId={newId} result={result} /> : null}
      {may.decide && own[0]?.rule ? (
        <p>
          <Link to={`/units/${unit.id}/training/counting/withdrawal`}>{m.training_counting_withdraw_title()}</Link>
        </p>
      ) : null}
    </Page>
  )
}

function titleIn({ steps }: Counting, step: number): string {
  return steps.find((one) => one.step === step)?.title ?? String(step)
}

function InForce({ page }: { page: Counting }) {
  const { rule, version } = page.force
  return (
    <Section id="now" title={m.training_counting_now()}>
      <Card>
        <p>{ruleWords(rule, titleIn(page, rule.basicStep))}</p>
        {version ? <Signature version={version} /> : <p className="sl-meta">{m.training_counting_default()}</p>}
      </Card>
    </Section>
  )
}

function Signature({ version }: { version: SignedVersion }) {
  const { setName, setAt, unitName, validFrom, reason, language } = version
  const day = formatShortDay(dayAt(new Date(setAt), HOME_ZONE))
  return (
    <>
      <p className="sl-meta">
        {m.training_counting_signed({ name: setName, unit: unitName, day, from: formatShortDay(validFrom) })}
      </p>
      <p className="sl-voice" lang={language}>
        {reason}
      </p>
    </>
  )
}

function Version({ version, page }: { version: SignedVersion; page: Counting }) {
  return (
    <Card tone="quiet">
      <p>{version.rule ? ruleWords(version.rule, titleIn(page, version.rule.basicStep)) : m.training_counting_taken_back()}</p>
      <Signature version={version} />
    </Card>
  )
}

function Decide({ page, newId, result }: { page: Counting; newId: string; result: unknown }) {
  const { rule } = page.force
  const [form, fields] = useSlForm<z.input<typeof countingForm>>(result, {
    id: 'counting',
    defaultValue: {
      id: newId,
      base: rule.base,
      basicStep: String(rule.basicStep),
      validMonths: rule.validMonths === null ? '' : String(rule.validMonths),
      validFrom: page.today,
    },
  })
  const options = page.steps.map(({ step, title }) => ({ value: String(step), label: title }))
  return (
    <Section id="decide" title={m.training_counting_decide({ unit: page.unit.name })}>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <RadioField
          field={fields.base}
          label={m.training_base()}
          choices={[
            { value: 'supervising', label: m.training_base_supervising(), help: m.training_base_recommended() },
            { value: 'everybody', label: m.training_base_everybody() },
          ]}
        />
        <SelectField
          field={fields.basicStep}
          label={m.training_basic_step()}
          help={m.training_basic_step_help({ step: titleIn(page, recommendedRule.basicStep) })}
          options={options}
        />
        <TextField
          field={fields.validMonths}
          label={m.training_months()}
          help={m.training_months_help()}
          inputMode="numeric"
          narrow
          optional
        />
        <DateField field={fields.validFrom} label={m.training_valid_from()} required />
        <TextArea
          field={fields.reason}
          label={m.training_reason()}
          help={m.training_reason_help()}
          rows={4}
          maxLength={2000}
          voice
        />
        <div>
          <SubmitButton>{m.training_counting_sign()}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

/** Takes the unit's own definition back, with a reason. */
export function CountingWithdrawal({ page: { unit }, newId, result }: { page: Counting; newId: string; result: unknown }) {
  const [form, fields] = useSlForm<{ id: string; reason: string }>(result, { defaultValue: { id: newId } })
  const own = `/units/${unit.id}`
  return (
    <Page width="form">
      <PageHead
        title={m.training_counting_withdraw_title()}
        lead={m.training_counting_withdraw_text()}
        crumbs={[
          { label: unit.name, to: own },
          { label: m.training_counting_title(), to: `${own}/training/counting` },
          { label: m.training_counting_withdraw_title() },
        ]}
      />
      <Form form={form}>
        <HiddenField field={fields.id} />
        <TextArea field={fields.reason} label={m.training_reason()} rows={3} maxLength={2000} voice />
        <div>
          <SubmitButton variant="danger">{m.training_counting_withdraw()}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}
