// What waits for the reader on the first page: a rating to do, or to put aside. And the way to it from the pair's page.
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Section, Todo } from '#app/ui/index.ts'
import type { OpenRating, RatingNeed } from '../queries/needs.server.ts'
import { needTitles, ratingAddress } from './words.ts'

export function RatingNeeds({ needs }: { needs: readonly RatingNeed[] }) {
  if (needs.length === 0) return null
  return (
    <Section id="ratings" title={m.mastery_need_title()}>
      {needs.map(({ pairId, round, withName, lastDay }) => {
        const title = needTitles[round]()
        return (
          <Todo
            key={`${pairId} ${round}`}
            title={title}
            note={[
              withName ? m.mastery_need_note_with({ name: withName }) : m.mastery_need_note(),
              lastDay ? m.mastery_need_until({ day: formatDay(lastDay) }) : '',
            ].join(' ')}
            action={
              <ButtonLink to={ratingAddress(pairId)} variant="secondary" size="small" about={title}>
                {m.mastery_need_open()}
              </ButtonLink>
            }
          />
        )
      })}
    </Section>
  )
}

/** On the page of the pair, which both see: it says nothing of what anybody has rated, nor whether they have. */
export function OwnRatingLink({ pairId }: { pairId: string }) {
  return (
    <CardSection id="own-rating" title={m.mastery_title()}>
      <p>{m.mastery_pair_text()}</p>
      <p>
        <ButtonLink to={ratingAddress(pairId)} variant="secondary">
          {m.mastery_pair_open()}
        </ButtonLink>
      </p>
    </CardSection>
  )
}

/** Beside the sheet on paper: the same statements, kept for the person and put side by side afterwards. */
export function RateHere({ ratings }: { ratings: readonly OpenRating[] }) {
  if (ratings.length === 0) return null
  return (
    <CardSection id="own-rating" title={m.mastery_title()}>
      <p>{m.mastery_here()}</p>
      {ratings.map(({ pairId, withName }) => (
        <p key={pairId}>
          <ButtonLink to={ratingAddress(pairId)} variant="secondary">
            {withName ? m.mastery_here_with({ name: withName }) : m.mastery_pair_open()}
          </ButtonLink>
        </p>
      ))}
    </CardSection>
  )
}
