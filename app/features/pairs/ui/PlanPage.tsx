// Giving a walk its days: proposed a module a month, changed by either of the two, let go of again.
import { Form as PlainForm } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, DateField, Form, HiddenField, Page, PageHead, plainField, SubmitButton, useSlForm } from '#app/ui/index.ts'
import type { PairBrief } from '../queries/walk.server.ts'
import { SaveOrBack } from './SaveOrBack.tsx'
import { pairAddress, pairCrumb } from './words.ts'

type Props = {
  pair: PairBrief
  startsOn: string
  version: number
  isPlanned: boolean
  modules: { id: string; title: string; optional: boolean; day: string }[]
  result: unknown
}

export function PlanPage({ pair, startsOn, version, isPlanned, modules, result }: Props) {
  const [form, fields] = useSlForm<{ version: string; startsOn: string; days: Record<string, string> }>(result, {
    id: 'plan',
    defaultValue: { days: Object.fromEntries(modules.map(({ id, day }) => [id, day])) },
  })
  const days = fields.days.getFieldset()
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_plan_title()}
        lead={m.pairs_plan_lead()}
        crumbs={[pairCrumb(pair), { label: m.pairs_plan_title() }]}
      />
      <PlainForm method="get" className="sl-form">
        <DateField
          field={plainField('from', { value: startsOn })}
          label={m.pairs_plan_start()}
          help={m.pairs_plan_start_help()}
        />
        <div>
          <SubmitButton variant="secondary">{m.pairs_plan_propose()}</SubmitButton>
        </div>
      </PlainForm>
      <Form form={form} key={startsOn}>
        <HiddenField field={fields.version} value={String(version)} />
        <HiddenField field={fields.startsOn} value={startsOn} />
        {modules.map(({ id, title, optional }) => {
          const field = days[id]
          return field ? <DateField key={id} field={field} label={title} optional={optional} /> : null
        })}
        <SaveOrBack pairId={pair.id}>{m.pairs_plan_save()}</SaveOrBack>
      </Form>
      {isPlanned ? (
        <AskFirst
          title={m.pairs_plan_clear()}
          text={m.pairs_plan_clear_text()}
          action={pairAddress(pair.id, 'plan', 'clearing')}
          isLost={false}
        />
      ) : null}
    </Page>
  )
}
