import { useLoaderData } from '@remix-run/react'
import { findRoomFor } from '#app/features/blogs/queries.server.ts'
import { NowAndNext } from '#app/features/blogs/ui/NowAndNext.tsx'
import { Room } from '#app/features/blogs/ui/Room.tsx'
import { listSlotsFor } from '#app/features/programme/queries.server.ts'
import { nowAndNext } from '#app/features/programme/rules.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Columns } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const room = await findRoomFor(actor, idOf('visitId'), ctx)
  const slots = await listSlotsFor(actor, room.visitId, ctx)
  return { room, moment: nowAndNext(slots, ctx.now, room.zone) }
})

export default function RoomPage() {
  const { room, moment } = useLoaderData<typeof loader>()
  return (
    <Columns label={m.blogs_room_now()} side={<NowAndNext visitId={room.visitId} now={moment.now} next={moment.next} />}>
      <Room {...room} />
    </Columns>
  )
}
