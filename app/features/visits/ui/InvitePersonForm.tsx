import { MOST_INVITEES } from '#app/features/identity/rules/invitees.ts'
import { localeOfCountry, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import {
  AddressesField,
  ButtonLink,
  CheckboxField,
  Form,
  HiddenField,
  MailLanguageField,
  ownNameOf,
  Section,
  SelectField,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import { useVisit } from './useVisit.ts'

type Input = {
  id: string
  side: string
  name: string
  email: string
  profession?: string
  organisation?: string
  locale: string
  isCoordinator?: string
}

/** One person at a time, with the language their mails will have. */
export function InvitePersonForm({ id, proposes, result }: { id: string; proposes: boolean; result: unknown }) {
  const { visit, me, guests, host } = useVisit()
  const isGuest = me.coordinates === 'guest'
  const home = isGuest ? guests[0] : host
  const organisation = home?.name ?? ''
  const [form, fields] = useSlForm<Input>(result, { defaultValue: { organisation, locale: localeOfCountry(home?.country) } })
  return (
    <Section id="invite" title={isGuest ? m.visits_people_invite_title_guest() : m.visits_people_invite_title_host()}>
      <p className="sl-lede">{isGuest ? m.visits_people_invite_text_guest() : m.visits_people_invite_text_host()}</p>
      {proposes ? <p className="sl-lede">{m.visits_propose_lead({ host: host.name })}</p> : null}
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.id} value={id} />
        <HiddenField field={fields.side} value={me.coordinates ?? ''} />
        <TextField field={fields.name} label={m.visits_people_name()} required />
        <TextField field={fields.email} label={m.visits_people_email()} type="email" required />
        <TextField field={fields.profession} label={m.visits_people_profession()} optional />
        <TextField field={fields.organisation} label={m.visits_people_organisation()} optional />
        <SelectField
          field={fields.locale}
          label={m.visits_people_locale()}
          options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
        />
        <CheckboxField field={fields.isCoordinator} label={m.visits_people_coordinates()} />
        <div className="sl-row">
          <SubmitButton>{proposes ? m.visits_propose_send() : m.visits_people_send()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/invitation/several`} variant="secondary">
            {m.ui_several_title()}
          </ButtonLink>
          <ButtonLink to={`/visits/${visit.id}/people`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}

type SeveralInput = { id: string; side: string; addresses: string; organisation?: string; locale: string }

type Several = { id: string; proposes: boolean; result: unknown; addresses: string }

/** A list of addresses from one workplace. `addresses`: what the list begins with. */
export function InviteSeveralForm({ id, proposes, result, addresses }: Several) {
  const { visit, me, guests, host } = useVisit()
  const isGuest = me.coordinates === 'guest'
  const home = isGuest ? guests[0] : host
  const organisation = home?.name ?? ''
  const defaultValue = { organisation, locale: localeOfCountry(home?.country), addresses }
  const [form, fields] = useSlForm<SeveralInput>(result, { defaultValue })
  return (
    <>
      <p className="sl-lede">{isGuest ? m.visits_people_several_guests() : m.visits_people_several_hosts()}</p>
      {proposes ? <p className="sl-lede">{m.visits_propose_lead({ host: host.name })}</p> : null}
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.id} value={id} />
        <HiddenField field={fields.side} value={me.coordinates ?? ''} />
        <AddressesField field={fields.addresses} most={MOST_INVITEES} />
        <TextField field={fields.organisation} label={m.visits_people_organisation()} optional />
        <MailLanguageField field={fields.locale} />
        <div className="sl-row">
          <SubmitButton>{proposes ? m.visits_propose_send() : m.ui_several_submit()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/people`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
