// Who stands behind the summary, what is missing before one can, and the button.
import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { sides } from '#app/features/visits/rules/words.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { NextStep, Notice, SubmitButton } from '#app/ui/index.ts'
import type { SummaryPage } from '../queries.server.ts'
import { inWords } from './words.ts'

const agreedWords = { host: m.evaluations_summary_agreed_host, guest: m.evaluations_summary_agreed_guest }
const waitsWords = { host: m.evaluations_summary_waits_host, guest: m.evaluations_summary_waits_guest }

/** `refused`: why agreeing did not work; the page shows what there is now. */
export function Agreement({ page, refused }: { page: SummaryPage; refused: string | null }) {
  const own = page.agreements.find(({ side }) => side === page.agrees)
  return (
    <NextStep
      id="agreement"
      eyebrow={m.evaluations_own_eyebrow()}
      title={m.evaluations_summary_agree_title()}
      action={page.agrees && !own && page.missing.length === 0 ? <Agree page={page} /> : null}
      quiet={own ? <TakeBack page={page} /> : null}
    >
      {refused ? (
        <Notice tone="warning" announce>
          {refused}
        </Notice>
      ) : null}
      <p>{page.agrees ? m.evaluations_summary_agree_body() : m.evaluations_summary_agree_not_yet()}</p>
      {page.missing.length > 0 ? <Missing page={page} /> : null}
      <ul className="sl-check">
        {sides.map((side) => {
          const agreement = page.agreements.find((one) => one.side === side)
          return (
            <li key={side} className={agreement ? 'sl-check__done' : undefined}>
              {agreement ? <CheckmarkCircleIcon aria-hidden /> : <CircleIcon aria-hidden />}
              <span className="sl-grow">
                {agreement
                  ? agreedWords[side]({ name: agreement.name, time: formatInstant(agreement.at, page.timeZone) })
                  : waitsWords[side]()}
              </span>
            </li>
          )
        })}
      </ul>
    </NextStep>
  )
}

function Missing({ page }: { page: SummaryPage }) {
  const items = page.instrument.items.filter(({ id }) => page.missing.includes(id))
  return (
    <div className="sl-stack-s">
      <p>
        <strong>{m.evaluations_summary_missing({ count: items.length })}</strong>
      </p>
      <ul className="sl-list">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#part-${item.id}`}>{inWords(item.text)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Agree({ page }: { page: SummaryPage }) {
  return (
    <form method="post" action={`/visits/${page.visitId}/summary/agreement`}>
      <input type="hidden" name="version" value={page.version} />
      <SubmitButton>{m.evaluations_summary_agree()}</SubmitButton>
    </form>
  )
}

function TakeBack({ page }: { page: SummaryPage }) {
  return (
    <form method="post" action={`/visits/${page.visitId}/summary/agreement/withdrawal`}>
      <SubmitButton variant="quiet">{m.evaluations_summary_take_back()}</SubmitButton>
    </form>
  )
}
