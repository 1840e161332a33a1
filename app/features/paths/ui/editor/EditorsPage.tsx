// Who writes the path beside those who lead its owner: added by name, removed with one press.
import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Concerning, plainField, Section, SubmitButton, TextField } from '#app/ui/index.ts'
import { editAddress } from './words.ts'

type Named = { id: string; name: string }
type Props = {
  pathId: string
  editors: readonly (Named & { addedAt: Date })[]
  asked: string
  found: readonly (Named & { profession: string })[]
}

export function EditorsPage({ pathId, editors, asked, found }: Props) {
  return (
    <>
      <Section id="now" title={m.paths_editors_now()}>
        {editors.length === 0 ? <p>{m.paths_editors_none()}</p> : null}
        <ul className="sl-path-steps">
          {editors.map(({ id, name, addedAt }) => (
            <li key={id} className="sl-outline-step">
              <span>
                {name}
                <span className="sl-meta">{m.paths_editors_since({ day: formatDay(dayAt(addedAt, HOME_ZONE)) })}</span>
              </span>
              <Form method="post" action={editAddress(pathId, 'editors', id, 'removal')}>
                <SubmitButton variant="quiet" size="small">
                  {m.paths_remove()}
                  <Concerning text={name} />
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="find" title={m.paths_editors_find()}>
        <Form method="get" className="sl-stack" preventScrollReset>
          <TextField field={plainField('q', { value: asked })} label={m.paths_editors_name()} type="search" maxLength={100} />
          <SubmitButton variant="secondary">{m.paths_editors_search()}</SubmitButton>
        </Form>
        {asked && found.length === 0 ? (
          <p role="status" className="sl-below">
            {m.paths_editors_nobody()}
          </p>
        ) : null}
        {found.length > 0 ? (
          <ul className="sl-path-steps sl-below" aria-label={m.paths_editors_found()}>
            {found.map(({ id, name, profession }) => (
              <li key={id} className="sl-outline-step">
                <span>
                  {name}
                  <span className="sl-meta">{profession}</span>
                </span>
                <Form method="post">
                  <input type="hidden" name="personId" value={id} />
                  <SubmitButton variant="secondary" size="small">
                    {m.paths_add()}
                    <Concerning text={name} />
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
    </>
  )
}
