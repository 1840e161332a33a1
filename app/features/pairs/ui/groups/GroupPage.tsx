// A learning group: who is in it and so reads along, what they share, and how one comes in and goes.
import { EyeIcon } from '@navikt/aksel-icons'
import { Link, Form as PlainForm } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Card,
  CardSection,
  Columns,
  Fold,
  Form,
  Page,
  PageHead,
  Section,
  SelectField,
  SubmitButton,
  useSlForm,
} from '#app/ui/index.ts'
import type { GroupView } from '../../groups-view.ts'

type Props = GroupView & { result: unknown }

export function GroupPage({ group, inside, tends, pathTitle, members, asked, toInvite, shared, result }: Props) {
  const address = `/groups/${group.id}`
  return (
    <Page>
      <PageHead
        title={group.name}
        lang={group.language}
        facts={[
          <span key="unit" lang={group.unit.language}>
            {group.unit.name}
          </span>,
        ]}
        crumbs={[
          { to: '/groups', label: m.pairs_groups() },
          ...(pathTitle ? [{ to: addressOf(group.pathId), label: pathTitle }] : []),
          { label: m.pairs_group() },
        ]}
      />
      <Columns label={m.pairs_group_members()} side={<Members {...{ address, members, asked, tends }} />}>
        {inside ? null : <Answer address={address} />}
        {inside ? (
          <Section id="thoughts" title={m.pairs_group_thoughts()}>
            {shared.length === 0 ? (
              <div className="sl-stack-s">
                <p>{m.pairs_group_thoughts_none()}</p>
                {pathTitle ? (
                  <p>
                    <Link to={addressOf(group.pathId)}>{pathTitle}</Link>
                  </p>
                ) : null}
              </div>
            ) : null}
            <div className="sl-stack-l">
              {shared.map((module) => (
                <div key={module.id} className="sl-stack">
                  <h3>
                    <Link to={addressOf(group.pathId, module.id)}>{module.title}</Link>
                  </h3>
                  {module.thoughts.map((one) => (
                    <Card key={one.by} tone="quiet">
                      <p className="sl-meta">{one.by}</p>
                      <p className="sl-voice sl-path-letter" lang={one.language}>
                        {one.text}
                      </p>
                    </Card>
                  ))}
                </div>
              ))}
            </div>
          </Section>
        ) : null}
        {tends ? <Invite people={toInvite} result={result} /> : null}
        {inside ? (
          <Fold summary={m.pairs_group_leave()}>
            <p>{m.pairs_group_leave_text()}</p>
            <Press to={`${address}/leaving`} words={m.pairs_group_leave()} danger />
          </Fold>
        ) : null}
      </Columns>
    </Page>
  )
}

function Answer({ address }: { address: string }) {
  return (
    <CardSection id="asked" title={m.pairs_group_asked()} tone="meet">
      <p>{m.pairs_group_asked_text()}</p>
      <div className="sl-row">
        <Press to={`${address}/acceptance`} words={m.pairs_accept()} />
        <Press to={`${address}/leaving`} words={m.pairs_decline()} quiet />
      </div>
    </CardSection>
  )
}

function Members({ address, members, asked, tends }: Pick<Props, 'members' | 'asked' | 'tends'> & { address: string }) {
  return (
    <CardSection id="members" title={m.pairs_group_members()}>
      <p className="sl-path-why">
        <EyeIcon aria-hidden />
        <span>{m.pairs_group_reads()}</span>
      </p>
      <ul className="sl-list">
        {[...members, ...asked].map((one) => (
          <li key={one.id}>
            {members.includes(one) ? one.name : m.pairs_group_not_answered({ name: one.name })}
            {tends && !one.me ? (
              <PlainForm method="post" action={`${address}/members/${one.id}/removal`}>
                <SubmitButton variant="quiet" size="small" aria-label={m.pairs_group_remove_name({ name: one.name })}>
                  {m.pairs_group_remove()}
                </SubmitButton>
              </PlainForm>
            ) : null}
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

function Invite({ people, result }: { people: Props['toInvite']; result: unknown }) {
  const [form, fields] = useSlForm<{ personId: string }>(result, { id: 'invite' })
  return (
    <Section id="invite" title={m.pairs_start_send()}>
      {people.length === 0 ? (
        <p>{m.pairs_group_invite_nobody()}</p>
      ) : (
        <Form form={form}>
          <SelectField
            field={fields.personId}
            label={m.pairs_group_invite_who()}
            help={m.pairs_group_invite_help()}
            empty={m.pairs_start_choose()}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <SubmitButton variant="secondary">{m.pairs_start_send()}</SubmitButton>
          </div>
        </Form>
      )}
    </Section>
  )
}

function Press({ to, words, danger, quiet }: { to: string; words: string; danger?: boolean; quiet?: boolean }) {
  return (
    <PlainForm method="post" action={to}>
      <SubmitButton variant={danger ? 'danger' : quiet ? 'quiet' : 'primary'}>{words}</SubmitButton>
    </PlainForm>
  )
}
