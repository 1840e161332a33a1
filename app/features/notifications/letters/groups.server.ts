// Letters about learning groups. What is shared in one stays on its page.
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { isAskedToGroup } from '#app/features/pairs/policy.ts'
import { readGroup } from '#app/features/pairs/queries/groups.server.ts'
import { presentMembers } from '#app/features/pairs/rules/group.ts'
import { formatList } from '#app/i18n/format.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'

import type { Draft } from './draft.ts'

type Told = Extract<NotifyEvent, { event: 'pairs.group_invited' }>

/** To whoever is asked, as long as they have not answered and are not taken out again. */
export async function groupInvited({ groupId, personId }: Told, ctx: Ctx): Promise<Draft[]> {
  const group = await readGroup(groupId, ctx)
  const [reader] = await readPeopleNow([personId], ctx)
  if (!group || !reader || !isAskedToGroup(reader, group)) return []
  const { name, email, locale, id: userId } = reader
  return [
    {
      to: { name, email, locale, userId },
      visitId: null,
      write: () => ({
        subject: m.notifications_group_invited_subject({ name: group.name }),
        paragraphs: [
          m.notifications_group_invited_who({ names: formatList(presentMembers(group).map((one) => one.name)) }),
          m.notifications_group_invited_text(),
        ],
        action: { label: m.notifications_path_invited_action(), path: `/groups/${groupId}` },
        why: m.notifications_group_why({ unit: group.unit.name }),
        contact: null,
      }),
    },
  ]
}
