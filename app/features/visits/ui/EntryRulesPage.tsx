// The rules before entry: read, then confirmed once, in the version that stands on the page.
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  CardSection,
  CheckboxField,
  Columns,
  Form,
  HiddenField,
  Notice,
  Section,
  SubmitButton,
  useSlForm,
} from '#app/ui/index.ts'
import type { RulesThere } from '../queries/overview.server.ts'
import { useVisit } from './useVisit.ts'

export function EntryRulesPage({ rules, mine, confirmed, missing, result }: RulesThere & { result: unknown }) {
  const locale = getLocale()
  const { visit, me } = useVisit()
  const day = (at: Date) => formatShortDay(dayAt(at, visit.timeZone))
  return (
    <Columns label={m.visits_rules_who()} side={me.inside ? <WhoHasRead {...{ confirmed, missing, day }} /> : null}>
      <Section id="rules" title={m.visits_rules_title()}>
        <div className="sl-measure sl-rules sl-stack">
          <p className="sl-lead">{m.visits_rules_lead()}</p>
          {rules.sections.map((section) => (
            <section key={section.key} aria-labelledby={`rules-${section.key}`}>
              <h3 id={`rules-${section.key}`}>{section.title[locale]}</h3>
              <ul>
                {section.rules.map((rule) => (
                  <li key={rule.sv}>{rule[locale]}</li>
                ))}
              </ul>
            </section>
          ))}
          <p className="sl-meta">{m.visits_rules_version({ version: rules.version })}</p>
        </div>
      </Section>
      {mine ? (
        <Notice tone="success">{m.visits_rules_confirmed({ version: rules.version, day: day(mine) })}</Notice>
      ) : mine === null ? (
        <ConfirmForm version={rules.version} result={result} />
      ) : null}
    </Columns>
  )
}

function ConfirmForm({ version, result }: { version: string; result: unknown }) {
  const [form, fields] = useSlForm<{ rulesVersion: string; read: string }>(result)
  return (
    <CardSection id="confirm" title={m.visits_rules_confirm_title()}>
      <Form form={form}>
        <HiddenField field={fields.rulesVersion} value={version} />
        <CheckboxField field={fields.read} label={m.visits_rules_confirm_label()} />
        <div>
          <SubmitButton>{m.visits_rules_confirm()}</SubmitButton>
        </div>
      </Form>
    </CardSection>
  )
}

type WhoProps = Pick<RulesThere, 'confirmed' | 'missing'> & { day: (at: Date) => string }

function WhoHasRead({ confirmed, missing, day }: WhoProps) {
  return (
    <CardSection id="confirmed" title={m.visits_rules_who()} tone="quiet">
      {confirmed.length === 0 ? <p>{m.visits_rules_who_none()}</p> : null}
      <ul className="sl-stack-s">
        {confirmed.map((person) => (
          <li key={person.id}>
            {person.name} <span className="sl-meta">{day(person.at)}</span>
          </li>
        ))}
      </ul>
      {missing.length > 0 ? <p className="sl-meta">{m.visits_rules_missing({ names: formatList(missing) })}</p> : null}
    </CardSection>
  )
}
