// Walking with somebody who has no account yet; and how those invitations stand.
import { Form as PlainForm } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { formatDay, formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Card,
  Form,
  HiddenField,
  Notice,
  Page,
  PageHead,
  RadioField,
  Section,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { Awaited } from '../../queries/awaited.server.ts'
import type { Walker } from '../../words.ts'

type Props = {
  path: { id: string; title: string }
  unit: { id: string; name: string; language: string }
  /** As whom the reader may invite. */
  invites: Walker[]
  askInstead: string[]
  awaitedId: string
  result: unknown
}
type Fields = { id: string; unitId: string; pathId: string; as: string; email: string; name: string }

export function InviteToWalk({ path, unit, invites, askInstead, awaitedId, result }: Props) {
  const choices = [
    { needs: 'leader', value: 'resource_person', label: m.pairs_start_as_resource_person() },
    { needs: 'resource_person', value: 'leader', label: m.pairs_start_as_leader() },
  ].filter(({ needs }) => invites.some((walker) => walker === needs))
  const as = choices.length === 1 ? choices[0]?.value : undefined
  const defaultValue = { id: awaitedId, unitId: unit.id, pathId: path.id, as }
  const [form, fields] = useSlForm<Fields>(result, { id: 'invite', defaultValue })
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_invite_title()}
        lead={m.pairs_invite_lead()}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.pairs_invite_title() }]}
      />
      {choices.length === 0 ? (
        <Notice>
          <p>{m.pairs_invite_not_you({ unit: unit.name })}</p>
          {askInstead.length > 0 ? <p>{m.pairs_invite_ask({ names: formatList(askInstead) })}</p> : null}
        </Notice>
      ) : (
        <Form form={form}>
          <h2 lang={unit.language}>{unit.name}</h2>
          <HiddenField field={fields.id} />
          <HiddenField field={fields.unitId} />
          <HiddenField field={fields.pathId} />
          <RadioField field={fields.as} label={m.pairs_start_as()} choices={choices} />
          <TextField field={fields.name} label={m.pairs_invite_name()} maxLength={120} autoComplete="off" />
          <TextField field={fields.email} label={m.pairs_invite_email()} type="email" autoComplete="off" />
          <div>
            <SubmitButton>{m.pairs_start_send()}</SubmitButton>
          </div>
        </Form>
      )}
    </Page>
  )
}

/** On the page with everybody one walks with. */
export function AwaitedPeople({ awaited }: { awaited: readonly Awaited[] }) {
  if (awaited.length === 0) return null
  return (
    <Section id="awaited" title={m.pairs_awaited_title()}>
      <div className="sl-stack">
        {awaited.map(({ id, invitationId, name, email, state, lastDay }) => (
          <Card key={id}>
            <h3>{name}</h3>
            <p>
              {state === 'expired'
                ? m.pairs_awaited_expired({ email, day: formatDay(lastDay) })
                : m.pairs_awaited_open({ email, day: formatDay(lastDay) })}
            </p>
            <PlainForm method="post" action={`/pairs/invitation/${invitationId}/renewal`}>
              <SubmitButton variant="secondary" size="small">
                {m.pairs_awaited_renew()}
              </SubmitButton>
            </PlainForm>
          </Card>
        ))}
      </div>
    </Section>
  )
}
