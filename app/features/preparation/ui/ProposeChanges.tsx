// The form once more, after it was sent or locked: what differs becomes proposals. It begins with the proposals that wait.
import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/index.ts'
import { isAboutWords } from '../proposals.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { versionOf } from '../rules.ts'
import { PreparationForm } from './PreparationForm.tsx'
import type { Returned } from './returned.ts'

type Props = {
  page: PreparationPage
  me: { id: string; name: string }
  language: string
  returned: Returned
  blank: 'goal' | 'work' | 'person' | null
}

export function ProposeChanges({ page, ...rest }: Props) {
  const waiting = useMemo(() => waitingIn(page), [page])
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        <h2>{m.preparation_propose_title()}</h2>
        <p className="sl-lead">{m.preparation_propose_lead({ unit: page.hostUnit })}</p>
        {Object.keys(waiting.typed).length > 0 ? <p>{m.preparation_propose_waiting()}</p> : null}
      </div>
      <PreparationForm
        {...rest}
        page={page}
        mode="keep"
        typed={waiting.typed}
        more={waiting.more}
        sections={page.form.sections.filter((section) => section.side === 'guest')}
        buttons={
          <>
            <Link to={`/visits/${page.visitId}/preparation`}>{m.preparation_to_form()}</Link>
            <SubmitButton>{m.preparation_propose_send({ unit: page.hostUnit })}</SubmitButton>
          </>
        }
      />
    </div>
  )
}

function waitingIn(page: PreparationPage) {
  const typed: Record<string, { text: string; base: string }> = {}
  const more = { goals: [] as string[], works: [] as string[] }
  for (const proposal of page.proposals) {
    if (proposal.answer !== null || !proposal.after || !isAboutWords(proposal)) continue
    if (proposal.kind === 'add' && proposal.subject !== 'answer') {
      more[proposal.subject === 'goal' ? 'goals' : 'works'].push(proposal.subjectId)
    }
    for (const [field, text] of Object.entries(proposal.after)) {
      const key = `${proposal.subject}.${proposal.subjectId}.${field}`
      typed[key] = { text, base: page.fields[key]?.version ?? versionOf('') }
    }
  }
  return { typed, more }
}
