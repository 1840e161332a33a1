// Which answers go to the blog and who may read them: a choice of both sides, agreed to with the rest.
import { m } from '#app/paraglide/messages.js'
import { CheckboxGroup, Notice, plainField, RadioField, SubmitButton } from '#app/ui/index.ts'
import type { SummaryPage } from '../queries.server.ts'
import { publishableItems } from '../rules/summary.ts'
import { inWords } from './words.ts'

const visibilityWords = {
  participants: m.evaluations_summary_visibility_participants,
  unit: m.evaluations_summary_visibility_unit,
  everyone: m.evaluations_summary_visibility_everyone,
}
const visibilities = ['participants', 'unit', 'everyone'] as const

/** `changed`: the choice was refused because somebody else had changed it; what stands is shown. */
export function Publishing({ page, changed }: { page: SummaryPage; changed: boolean }) {
  const { items, visibility, version } = page.publishing
  const publishable = publishableItems(page.instrument)
  if (!page.writes) {
    const chosen = publishable.filter(({ id }) => items.includes(id))
    if (chosen.length === 0) return <p>{m.evaluations_summary_stays()}</p>
    return (
      <div className="sl-stack-s">
        <p>{visibilityWords[visibility]()}:</p>
        <ul className="sl-list">
          {chosen.map((item) => (
            <li key={item.id}>{inWords(item.text)}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <form method="post" action={`/visits/${page.visitId}/summary/publishing`} className="sl-card sl-form" key={version}>
      {changed ? (
        <Notice tone="warning" announce>
          {m.evaluations_summary_publish_changed()}
        </Notice>
      ) : null}
      <CheckboxGroup
        field={plainField('publishItems', { value: items })}
        label={m.evaluations_summary_publish_items()}
        help={m.evaluations_summary_publish_items_help()}
        choices={publishable.map((item) => ({ value: item.id, label: inWords(item.text) }))}
      />
      <RadioField
        field={plainField('visibility', { value: visibility })}
        label={m.evaluations_summary_publish_who()}
        choices={visibilities.map((one) => ({ value: one, label: visibilityWords[one]() }))}
      />
      <SubmitButton variant="secondary" size="small">
        {m.evaluations_summary_publish_save()}
      </SubmitButton>
      <input type="hidden" name="version" value={version} />
    </form>
  )
}
