// What the other one tells of a practice task: read, signed, or sent back with words.
import { Form as PlainForm } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { UnsentWords } from '#app/http/TypedWords.tsx'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Fold, Form, HiddenField, Page, PageHead, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import { pairAddress, pairCrumb } from '../words.ts'

type Props = {
  pair: PairBrief
  by: string
  moduleId: string
  activity: { id: string; title: string }
  report: { note: string; language: string; version: number; handedInAt: Date; standing: string }
  canSign: boolean
  result: unknown
}

export function PracticePage({ pair, by, moduleId, activity, report, canSign, result }: Props) {
  const address = pairAddress(pair.id, 'practice', moduleId.toLowerCase(), activity.id)
  const [form, fields] = useSlForm<{ version: string; note: string }>(result, { id: 'return' })
  return (
    <Page width="read">
      <PageHead
        title={m.pairs_practice_of({ name: by })}
        crumbs={[
          pairCrumb(pair),
          { to: `${addressOf(pair.pathId, moduleId, activity.id)}?pair=${pair.id}`, label: activity.title },
          { label: m.pairs_practice() },
        ]}
      />
      <CardSection id="told" title={activity.title}>
        <p className="sl-voice sl-path-letter" lang={report.language}>
          {report.note}
        </p>
        <p className="sl-meta">{m.pairs_practice_handed_in({ when: formatInstant(report.handedInAt) })}</p>
      </CardSection>
      {canSign ? (
        <>
          <PlainForm method="post" action={`${address}/signature`} className="sl-stack-s">
            <input type="hidden" name="version" value={report.version} />
            <div>
              <SubmitButton>{m.pairs_practice_sign()}</SubmitButton>
            </div>
            <p className="sl-meta">{m.pairs_practice_sign_text({ name: by })}</p>
          </PlainForm>
          <Fold summary={m.pairs_practice_return()} open={result !== undefined}>
            <Form form={form}>
              <HiddenField field={fields.version} value={String(report.version)} />
              <TextArea field={fields.note} label={m.pairs_practice_return_note()} voice required />
              <div>
                <SubmitButton variant="secondary">{m.pairs_practice_return()}</SubmitButton>
              </div>
            </Form>
          </Fold>
        </>
      ) : (
        <UnsentWords result={result} />
      )}
    </Page>
  )
}
