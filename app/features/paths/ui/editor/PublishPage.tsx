// Before publishing: what stands in the way, with the way there; then who may read it, in which languages, and what is new.
import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  CheckboxGroup,
  DataTable,
  Fold,
  Form,
  HiddenField,
  Notice,
  ownNameOf,
  RadioField,
  Section,
  SubmitButton,
  TextArea,
  useSlForm,
} from '#app/ui/index.ts'
import type { EditorFrame } from '../../editor-views.ts'
import type { PublishView } from '../../publish-view.ts'
import { Gaps } from './Outline.tsx'
import { audienceName, editAddress, faultWords, titleWords } from './words.ts'

type Props = { frame: EditorFrame; view: PublishView; result: unknown }

export function PublishPage({ frame, view, result }: Props) {
  const { pathId, begun, published } = frame
  return (
    <>
      {view.faults.length > 0 ? (
        <Section id="faults" title={m.paths_publish_faults()}>
          <p>{m.paths_publish_faults_text()}</p>
          <ul className="sl-path-steps">
            {view.faults.map((page) => (
              <li key={page.page.join()}>
                <PlaceLink pathId={pathId} place={page} />
                {[...new Set(page.faults.map(faultWords))].map((words) => (
                  <span key={words} className="sl-meta">
                    {words}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.gaps.length > 0 ? (
        <Section id="gaps" title={m.paths_publish_gaps()}>
          <p>{m.paths_publish_gaps_text()}</p>
          <ul className="sl-path-steps sl-below">
            {view.gaps.map((gap) => (
              <li key={gap.page.join()} className="sl-row">
                <PlaceLink pathId={pathId} place={gap} />
                <Gaps gaps={gap.counts} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.faults.length === 0 && view.ready.length > 0 ? (
        <Publishing {...{ frame, view, result }} nothing={!begun && published > 0} />
      ) : null}
      {view.editions.length > 0 ? <Editions {...{ pathId, view }} mayWithdraw={frame.can.publish} /> : null}
    </>
  )
}

function PlaceLink({ pathId, place }: { pathId: string; place: { page: string[]; titles: string[] } }) {
  const words = place.titles.length > 0 ? place.titles.map(titleWords).join(' › ') : m.paths_about()
  return <Link to={editAddress(pathId, ...place.page)}>{words}</Link>
}

type Input = { revision: string; audience: string; languages: string[]; note: string }

function Publishing({ frame, view, result, nothing }: Props & { nothing: boolean }) {
  const { revision, chosen, audience } = view
  const [form, fields] = useSlForm<Input>(result, {
    id: 'publish',
    defaultValue: { revision: String(revision), audience, languages: chosen, note: '' },
  })
  if (!frame.can.publish)
    return (
      <Notice>
        <p>{m.paths_publish_not_you({ owner: frame.owner })}</p>
      </Notice>
    )
  const asked = (
    <Form form={form}>
      {/* After a refusal the page shows what is written now: publishing again is then done in full view of it. */}
      <HiddenField field={fields.revision} value={String(revision)} />
      <CheckboxGroup
        field={fields.languages}
        label={m.paths_publish_languages()}
        choices={view.ready.map((each) => ({ value: each, label: <span lang={each}>{ownNameOf(each)}</span> }))}
        row
      />
      <RadioField
        field={fields.audience}
        label={m.paths_publish_audience()}
        choices={[
          { value: 'network', label: m.paths_publish_network(), help: m.paths_publish_network_help() },
          { value: 'everyone', label: m.paths_audience_everyone(), help: m.paths_publish_everyone_help() },
        ]}
      />
      <TextArea
        field={fields.note}
        label={m.paths_publish_note()}
        help={m.paths_publish_note_help()}
        rows={4}
        maxLength={2_000}
        voice
        optional={view.next === 1}
      />
      {view.next > 1 ? <p className="sl-meta">{m.paths_publish_stay()}</p> : null}
      <div>
        <SubmitButton>{m.paths_publish_submit({ version: view.next })}</SubmitButton>
      </div>
    </Form>
  )
  if (!nothing)
    return (
      <Section id="ready" title={m.paths_publish_ready()}>
        {asked}
      </Section>
    )
  return (
    <>
      <Notice>
        <p>{m.paths_publish_nothing()}</p>
      </Notice>
      <Fold summary={m.paths_publish_again()} open={result !== undefined}>
        {asked}
      </Fold>
    </>
  )
}

function Editions({ pathId, view, mayWithdraw }: { pathId: string; view: PublishView; mayWithdraw: boolean }) {
  const day = (at: Date) => formatDay(dayAt(at, HOME_ZONE))
  return (
    <Section id="versions" title={m.paths_versions()}>
      <DataTable
        caption={m.paths_versions()}
        headed
        columns={[
          { key: 'version', label: m.paths_version(), cell: (row) => row.version },
          { key: 'when', label: m.paths_publish_when(), cell: (row) => day(row.publishedAt) },
          { key: 'who', label: m.paths_publish_who(), cell: (row) => row.publishedName },
          {
            key: 'note',
            label: m.paths_publish_note(),
            cell: (row) => <span lang={row.noteLanguage}>{row.note}</span>,
          },
          {
            key: 'standing',
            label: m.paths_publish_standing(),
            cell: (row) =>
              row.withdrawnAt
                ? m.paths_publish_withdrawn({ day: day(row.withdrawnAt) })
                : m.paths_publish_out({ audience: audienceName(row.audience) }),
          },
          ...(mayWithdraw
            ? [
                {
                  key: 'withdraw',
                  label: m.paths_withdraw(),
                  cell: (row: PublishView['editions'][number]) =>
                    row.withdrawnAt ? null : (
                      <ButtonLink
                        to={editAddress(pathId, 'versions', String(row.version))}
                        variant="quiet"
                        size="small"
                        about={String(row.version)}
                      >
                        {m.paths_withdraw()}
                      </ButtonLink>
                    ),
                },
              ]
            : []),
        ]}
        rows={view.editions}
        rowKey={(row) => String(row.version)}
      />
    </Section>
  )
}
