// What waits for the reader on learning paths, on the first page after signing in.
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Section, Todo } from '#app/ui/index.ts'
import type { WalkNeed } from '../queries/needs.server.ts'
import { jointAddress, pairAddress } from './words.ts'

export function WalkNeeds({ needs }: { needs: readonly WalkNeed[] }) {
  if (needs.length === 0) return null
  return (
    <Section id="walks" title={m.pairs_need_title()}>
      {needs.map((need) => {
        const asked = need.kind === 'answer'
        const title = asked ? m.pairs_need_answer({ name: need.other }) : m.pairs_need_confirm()
        return (
          <Todo
            key={asked ? need.pairId : `${need.pairId} ${need.moduleId}`}
            title={title}
            note={asked ? null : m.pairs_need_confirm_note({ name: need.other, title: need.title })}
            action={
              <ButtonLink
                to={asked ? pairAddress(need.pairId) : jointAddress(need.pairId, need.moduleId)}
                variant="secondary"
                size="small"
                about={title}
              >
                {m.pairs_need_open()}
              </ButtonLink>
            }
          />
        )
      })}
    </Section>
  )
}
