import { useLoaderData } from '@remix-run/react'
import { findRoomFor } from '#app/features/blogs/queries.server.ts'
import { NowAndNext } from '#app/features/blogs/ui/NowAndNext.tsx'
import { Room } from '#app/features/blogs/ui/Room.tsx'
import { listSlotsFor } from '#app/features/programme/queries.server.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Columns } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const room = await findRoomFor(actor, idOf('visitId'), ctx)
  return { room, slots: await listSlotsFor(actor, room.visitId, ctx), made: ctx.now }
})

export default function RoomPage() {
  const { room, slots, made } = useLoaderData<typeof loader>()
  const { visitId, zone } = room
  return (
    <Columns label={m.blogs_room_now()} side={<NowAndNext visitId={visitId} slots={slots} made={made} zone={zone} />}>
      <Room {...room} />
    </Columns>
  )
}
