// Agreeing on a talk, and moving it: a day, perhaps a time and a place.
import { m } from '#app/paraglide/messages.js'
import {
  AskFirst,
  DateField,
  Form,
  HiddenField,
  Page,
  PageHead,
  SubmitButton,
  TextField,
  TimeField,
  useSlForm,
} from '#app/ui/index.ts'
import type { TalkView } from '../../queries/talks.server.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import { SaveOrBack } from '../SaveOrBack.tsx'
import { pairAddress, pairCrumb } from '../words.ts'

type Fields = { id: string; version: string; onDay: string; startsAt: string | null; place: string }
type Props = { pair: PairBrief; talkId: string; today: string; result: unknown }

export function PlanTalk({ pair, talkId, today, result }: Props) {
  const [form, fields] = useSlForm<Fields>(result, { id: 'talk', defaultValue: { id: talkId } })
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_talk_plan()}
        lead={m.pairs_talk_plan_lead()}
        crumbs={[pairCrumb(pair), { label: m.pairs_talk_plan() }]}
      />
      <Form form={form}>
        <HiddenField field={fields.id} />
        {whenFields(fields, today)}
        <SaveOrBack pairId={pair.id}>{m.pairs_talk_save()}</SaveOrBack>
      </Form>
    </Page>
  )
}

export function MoveTalk({ pair, talk, today, result }: Omit<Props, 'talkId'> & { talk: TalkView }) {
  const { onDay, startsAt, place, version } = talk
  const [form, fields] = useSlForm<Fields>(result, { id: 'talk', defaultValue: { onDay, startsAt, place } })
  const own = pairAddress(pair.id, 'talks', talk.id)
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_talk_move()}
        lead={m.pairs_talk_move_lead()}
        crumbs={[pairCrumb(pair), { to: own, label: m.pairs_talks() }, { label: m.pairs_talk_move() }]}
      />
      <Form form={form}>
        <HiddenField field={fields.version} value={String(version)} />
        {whenFields(fields, today)}
        <div>
          <SubmitButton>{m.pairs_talk_move_save()}</SubmitButton>
        </div>
      </Form>
      <AskFirst title={m.pairs_talk_cancel()} text={m.pairs_talk_cancel_text()} action={`${own}/cancellation`} />
    </Page>
  )
}

/** Called, not rendered: so the form's list of errors finds the labels. */
function whenFields(fields: ReturnType<typeof useSlForm<Fields>>[1], today: string) {
  return (
    <>
      <DateField field={fields.onDay} label={m.pairs_talk_day()} min={today} required />
      <TimeField field={fields.startsAt} label={m.pairs_talk_time()} help={m.pairs_talk_time_help()} optional />
      <TextField field={fields.place} label={m.pairs_talk_place()} help={m.pairs_talk_place_help()} maxLength={200} optional />
    </>
  )
}
