import { m } from '#app/paraglide/messages.js'
import { CardSection, Who } from '#app/ui/index.ts'
import type { Given } from '../queries/find-given.server.ts'

/** What the reader's units have given as hosts: a guest's own words first, the numbers after. */
export function GivenCard({ given }: { given: Given }) {
  const { voice } = given
  return (
    <CardSection id="given" title={m.evaluations_given_title()} tone="guest">
      {voice ? (
        <div className="sl-stack-s">
          <p className="sl-voice" lang={voice.language}>
            {voice.words}
          </p>
          <Who
            name={[voice.name, voice.organisation].filter(Boolean).join(', ')}
            side="guest"
            about={m.evaluations_given_months({ count: voice.months })}
          />
        </div>
      ) : null}
      {given.answered > 0 ? <p>{m.evaluations_given_used({ used: given.used, answered: given.answered })}</p> : null}
      <ul className="sl-list">
        <li>{m.evaluations_given_visits({ count: given.visits })}</li>
        <li>{m.evaluations_given_guests({ count: given.guests })}</li>
        {given.goals > 0 ? <li>{m.evaluations_given_goals({ count: given.goals })}</li> : null}
        {given.posts > 0 ? <li>{m.evaluations_given_posts({ count: given.posts })}</li> : null}
        {given.comments > 0 ? <li>{m.evaluations_given_comments({ count: given.comments })}</li> : null}
      </ul>
    </CardSection>
  )
}
