// A cycle of plan, do, study, act: what the two try at work. Either writes, both see.
import { UnsentWords } from '#app/http/TypedWords.tsx'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, DateField, Form, HiddenField, Page, PageHead, TextArea, useSlForm } from '#app/ui/index.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import type { Cycle } from '../../work-view.ts'
import { SaveOrBack } from '../SaveOrBack.tsx'
import { WrittenParts } from '../WrittenParts.tsx'
import { pairAddress, pairCrumb } from '../words.ts'

type Props = {
  pair: PairBrief
  cycle: Cycle | null
  /** The id of a new one. */
  id: string
  today: string
  canWrite: boolean
  result: unknown
}

export function CyclePage({ pair, cycle, id, today, canWrite, result }: Props) {
  return (
    <Page width="form">
      <PageHead
        title={cycle ? m.pairs_cycle() : m.pairs_cycle_new()}
        lead={m.pairs_cycle_lead()}
        crumbs={[pairCrumb(pair), { label: m.pairs_cycle() }]}
      />
      {canWrite ? null : <UnsentWords result={result} />}
      {canWrite ? <CycleForm {...{ pair, cycle, id, today, result }} /> : <CycleText cycle={cycle} />}
      {canWrite && cycle ? (
        <AskFirst
          title={m.pairs_cycle_remove()}
          text={m.pairs_cycle_remove_text()}
          action={pairAddress(pair.id, 'cycles', cycle.id, 'removal')}
        />
      ) : null}
    </Page>
  )
}

type Fields = { id: string; version: string; onDay: string; plan: string; done: string; study: string; act: string }

function CycleForm({ pair, cycle, id, today, result }: Omit<Props, 'canWrite'>) {
  const [form, fields] = useSlForm<Fields>(result, {
    id: 'cycle',
    defaultValue: cycle ? { ...cycle, version: String(cycle.version) } : { onDay: today },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} value={cycle?.id ?? id} />
      {/* After a refusal the page shows what is saved: saving again is then done in full view of it. */}
      <HiddenField field={fields.version} value={String(cycle?.version ?? 0)} />
      <DateField field={fields.onDay} label={m.pairs_cycle_day()} required />
      <TextArea field={fields.plan} label={m.pairs_cycle_plan()} help={m.pairs_cycle_plan_help()} voice required />
      <TextArea field={fields.done} label={m.pairs_cycle_done()} help={m.pairs_cycle_done_help()} voice optional />
      <TextArea field={fields.study} label={m.pairs_cycle_study()} help={m.pairs_cycle_study_help()} voice optional />
      <TextArea field={fields.act} label={m.pairs_cycle_act()} help={m.pairs_cycle_act_help()} voice optional />
      <SaveOrBack pairId={pair.id}>{m.pairs_save()}</SaveOrBack>
    </Form>
  )
}

function CycleText({ cycle }: Pick<Props, 'cycle'>) {
  const parts = [
    { label: m.pairs_cycle_plan(), text: cycle?.plan },
    { label: m.pairs_cycle_done(), text: cycle?.done },
    { label: m.pairs_cycle_study(), text: cycle?.study },
    { label: m.pairs_cycle_act(), text: cycle?.act },
  ]
  return (
    <div className="sl-stack">
      <WrittenParts parts={parts} language={cycle?.language} level="h2" />
    </div>
  )
}
