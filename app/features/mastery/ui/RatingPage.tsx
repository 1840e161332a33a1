// A person's own page in one pair: who sees what, the round that is open, and how far they have come.
import { EyeIcon, PadlockLockedIcon } from '@navikt/aksel-icons'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, CardSection, DataTable, Fold, Notice, Page, PageHead, Section } from '#app/ui/index.ts'
import type { RatingPage } from '../queries/rating-page.server.ts'
import { OwnChange } from './OwnChange.tsx'
import { RatingForm } from './RatingForm.tsx'
import { formTitles, ratingAddress, roundNames, standingWords } from './words.ts'

export function RatingOfMine({ page, result }: { page: RatingPage; result: unknown }) {
  const { pairId, path, unit, withName, opensPair, now, changes, rounds } = page
  const hasAnswered = changes.length > 0
  const isChanging = Boolean(now?.answered)
  return (
    <Page>
      <PageHead
        title={m.mastery_title()}
        lead={withName ? m.mastery_lead_leader({ name: withName }) : m.mastery_lead()}
        facts={[
          path.title,
          <span key="unit" lang={unit.language}>
            {unit.name}
          </span>,
        ]}
        crumbs={[
          { to: '/pairs', label: m.pairs_list_title() },
          ...(opensPair ? [{ to: `/pairs/${pairId}`, label: m.pairs_page() }] : []),
          { label: m.mastery_title() },
        ]}
      />
      <WhoSees least={page.least} />
      {page.hasLeft ? <Notice>{m.mastery_left()}</Notice> : null}
      {now && !isChanging ? <RatingForm page={page} now={now} result={result} /> : null}
      {isChanging ? <Notice tone="success">{m.mastery_form_saved()}</Notice> : null}
      {now && !isChanging && hasAnswered ? (
        <Fold summary={m.mastery_change()}>
          <OwnChange changes={changes} />
        </Fold>
      ) : (
        <Section id="change" title={m.mastery_change()}>
          {hasAnswered ? <OwnChange changes={changes} /> : <p>{m.mastery_change_none()}</p>}
        </Section>
      )}
      {now && isChanging ? (
        <Fold summary={formTitles[now.round]()} open={result !== undefined}>
          <RatingForm page={page} now={now} result={result} />
        </Fold>
      ) : null}
      <Section id="rounds" title={m.mastery_rounds()}>
        <DataTable
          caption={<span className="sl-hidden">{m.mastery_rounds()}</span>}
          columns={[
            { key: 'round', label: m.mastery_round(), cell: ({ round }) => roundNames[round]() },
            { key: 'state', label: m.mastery_rounds_state(), cell: standingWords },
          ]}
          rows={rounds}
          rowKey={({ round }) => round}
        />
      </Section>
      {hasAnswered ? <DeleteAnswers pairId={pairId} /> : null}
    </Page>
  )
}

/** Told before anything is answered. */
function WhoSees({ least }: { least: number }) {
  const unseen = [m.mastery_who_own(), m.mastery_who_nobody()]
  return (
    <CardSection id="who" title={m.mastery_who()}>
      <ul className="sl-path-seen">
        {unseen.map((words) => (
          <li key={words}>
            <PadlockLockedIcon aria-hidden />
            <span>{words}</span>
          </li>
        ))}
        <li>
          <EyeIcon aria-hidden />
          <span>{m.mastery_who_unit({ least })}</span>
        </li>
      </ul>
      <p className="sl-meta">{m.mastery_who_kept()}</p>
    </CardSection>
  )
}

function DeleteAnswers({ pairId }: { pairId: string }) {
  return <AskFirst title={m.mastery_delete()} text={m.mastery_delete_text()} action={ratingAddress(pairId, 'removal')} />
}
