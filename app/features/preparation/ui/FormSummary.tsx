// What stands in the way, first on the page, each with a link to its field.
import { m } from '#app/paraglide/messages.js'
import type { Returned } from './returned.ts'
import { idOfTarget } from './WordsField.tsx'

export function FormSummary({ missing, returned }: { missing: readonly string[]; returned: Returned }) {
  const errors = Object.entries(returned.errors)
  if (returned.conflicts.length > 0) {
    return (
      <div className="sl-errors sl-stack-s" role="alert" aria-labelledby="summary">
        <h2 id="summary">{m.preparation_conflict_title()}</h2>
        <p>{m.preparation_conflict_lead()}</p>
        <ul>
          {returned.conflicts.map((each) => (
            <li key={each.target}>
              <a href={`#${idOfTarget(each.target)}`}>
                {each.by ? m.preparation_conflict({ name: each.by }) : m.preparation_conflict_somebody()}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (returned.formError || errors.length > 0) {
    return (
      <div className="sl-errors sl-stack-s" role="alert" aria-labelledby="summary">
        <h2 id="summary">{m.ui_errors_title({ count: Math.max(1, errors.length) })}</h2>
        {returned.formError ? <p>{returned.formError}</p> : null}
        <ul>
          {errors.map(([target, text]) => (
            <li key={target}>
              <a href={`#${idOfTarget(target)}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (missing.length === 0) return null
  return (
    <div className="sl-errors sl-stack-s" role="alert" aria-labelledby="summary">
      <h2 id="summary">{m.preparation_missing_title({ count: missing.length })}</h2>
      <ul>
        {missing.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{missingText(id)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const missingTexts: Record<string, () => string> = {
  PRE01: m.preparation_missing_PRE01,
  PRE02: m.preparation_missing_PRE02,
  PRE03: m.preparation_missing_PRE03,
  PRE05: m.preparation_missing_PRE05,
  PRE09: m.preparation_missing_PRE09,
}

/** What to do about a required field that is empty. */
export function missingText(id: string): string {
  return (missingTexts[id] ?? m.preparation_missing_other)()
}
