// The open page of the steps: what each entitles to, what comes before it, and what held earlier.
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Chip, Facts, Fold, Page, PageHead, Section } from '#app/ui/index.ts'
import type { SpokenDefinition, StepOnPage } from '../queries/steps.server.ts'

export function StepsPage({ steps }: { steps: readonly StepOnPage[] }) {
  return (
    <Page width="read">
      <PageHead title={m.training_steps_title()} lead={m.training_steps_lead()} />
      <div className="sl-stack-l">
        {steps.map((step) => (
          <StepCard key={step.step} step={step} />
        ))}
      </div>
      <Section id="use" title={m.training_use_title()}>
        <div className="sl-stack">
          <p>{m.training_use_text()}</p>
          <div className="sl-row">
            <ButtonLink to="/indicators/I1.1.1" variant="secondary">
              {m.training_to_indicator()}
            </ButtonLink>
            <ButtonLink to="/paths" variant="quiet">
              {m.training_to_path()}
            </ButtonLink>
          </div>
        </div>
      </Section>
      <p className="sl-meta">{m.training_steps_source()}</p>
    </Page>
  )
}

function StepCard({ step: { step, title, now, others } }: { step: StepOnPage }) {
  return (
    <Section id={`step-${step}`} title={title}>
      <Card>
        {now ? (
          <>
            <p>{now.about}</p>
            <Facts items={factsOf(now)} />
          </>
        ) : (
          <>
            <Chip>{m.training_step_past()}</Chip>
            {others.slice(0, 1).map((last) => (
              <div key={last.validFrom} className="sl-stack">
                <p className="sl-meta">{spanOf(last)}</p>
                <p>{last.about}</p>
              </div>
            ))}
          </>
        )}
        {(now ? others : others.slice(1)).map((other) => (
          <Fold key={other.validFrom} summary={spanOf(other)}>
            <p>{other.about}</p>
            <Facts items={factsOf(other)} />
          </Fold>
        ))}
      </Card>
    </Section>
  )
}

function factsOf({ entitles, requires, recommends, validMonths, validFrom }: SpokenDefinition) {
  const titles = (list: SpokenDefinition['requires']) => formatList(list.map((one) => one.title))
  return [
    { term: m.training_entitles(), value: entitles.length > 0 ? <List items={entitles} /> : m.training_entitles_nobody() },
    ...(requires.length > 0 ? [{ term: m.training_requires(), value: titles(requires) }] : []),
    ...(recommends.length > 0 ? [{ term: m.training_recommends(), value: titles(recommends) }] : []),
    {
      term: m.training_validity(),
      value: validMonths === null ? m.training_validity_none() : m.training_validity_months({ count: validMonths }),
    },
    ...(validFrom === null
      ? []
      : [{ term: m.training_definition(), value: m.training_since({ day: formatShortDay(validFrom) }) }]),
  ]
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="sl-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** "Courses until 31 December 2024" */
function spanOf({ validFrom, validUntil }: SpokenDefinition): string {
  if (validFrom && validUntil) return m.training_span({ from: formatShortDay(validFrom), until: formatShortDay(validUntil) })
  if (validUntil) return m.training_span_until({ day: formatShortDay(validUntil) })
  return validFrom ? m.training_span_from({ day: formatShortDay(validFrom) }) : m.training_span_always()
}
