// What waits for the reader on learning paths, on the first page after signing in.
import { addressOf } from '#app/features/paths/ui/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Section, Todo } from '#app/ui/index.ts'
import type { WalkNeed } from '../queries/needs.server.ts'
import { jointAddress, pairAddress } from './words.ts'

export function WalkNeeds({ needs }: { needs: readonly WalkNeed[] }) {
  if (needs.length === 0) return null
  return (
    <Section id="walks" title={m.pairs_need_title()}>
      {needs.map((need) => {
        const { to, title, note } = wordsOf(need)
        return (
          <Todo
            key={`${need.kind} ${to}`}
            title={title}
            note={note}
            action={
              <ButtonLink to={to} variant="secondary" size="small" about={title}>
                {m.pairs_need_open()}
              </ButtonLink>
            }
          />
        )
      })}
    </Section>
  )
}

function wordsOf(need: WalkNeed): { to: string; title: string; note: string | null } {
  if (need.kind === 'join_group')
    return { to: `/groups/${need.groupId}`, title: m.pairs_need_join_group({ name: need.name }), note: null }
  const { pairId, other: name } = need
  switch (need.kind) {
    case 'answer':
      return { to: pairAddress(pairId), title: m.pairs_need_answer({ name }), note: null }
    case 'sign':
      return {
        to: pairAddress(pairId, 'practice', need.moduleId.toLowerCase(), need.activityId),
        title: m.pairs_need_sign({ name }),
        note: null,
      }
    case 'practise_again':
      return {
        to: `${addressOf(need.pathId, need.moduleId, need.activityId)}?pair=${pairId}#practice`,
        title: m.pairs_need_practise_again({ name }),
        note: m.pairs_need_practise_again_note(),
      }
    case 'confirm':
      return {
        to: jointAddress(pairId, need.moduleId),
        title: m.pairs_need_confirm(),
        note: m.pairs_need_confirm_note({ name, title: need.title }),
      }
    case 'note_talk':
      return {
        to: pairAddress(pairId, 'talks', need.talkId),
        title: m.pairs_need_note_talk(),
        note: m.pairs_need_note_talk_note({ name, day: formatDay(need.onDay) }),
      }
    case 'ask_leader':
      return {
        to: pairAddress(pairId, 'leader'),
        title: m.pairs_need_ask_leader(),
        note: m.pairs_need_ask_leader_note(),
      }
    case 'unit_closed':
      return {
        to: pairAddress(pairId),
        title: m.pairs_need_unit_closed(),
        note: name ? m.pairs_need_unit_closed_note({ name }) : null,
      }
    case 'take_step':
      return {
        to: pairAddress(pairId, 'talks', need.talkId),
        title: m.pairs_need_take_step(),
        note: m.pairs_need_take_step_note({ name }),
      }
  }
}
