// What waits for the reader around teaching, on the first page after signing in.
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Section, Todo } from '#app/ui/index.ts'
import type { TeachingNeed } from '../queries/needs.server.ts'
import { sessionAddress } from './words.ts'

export function TeachingNeeds({ needs }: { needs: readonly TeachingNeed[] }) {
  if (needs.length === 0) return null
  return (
    <Section id="teaching" title={m.teaching_need_title()}>
      {needs.map((need) => {
        const title = titleOf(need)
        return (
          <Todo
            key={need.sessionId}
            title={title}
            note={<span lang={need.language}>{need.subject}</span>}
            action={
              <ButtonLink to={sessionAddress(need.sessionId)} variant="secondary" size="small" about={need.subject}>
                {m.teaching_need_open()}
              </ButtonLink>
            }
          />
        )
      })}
    </Section>
  )
}

function titleOf({ kind, teacher }: TeachingNeed): string {
  const name = teacher ?? m.teaching_somebody()
  if (kind === 'sign') return m.teaching_need_sign({ name })
  return kind === 'confirm' ? m.teaching_need_confirm({ name }) : m.teaching_need_returned()
}
