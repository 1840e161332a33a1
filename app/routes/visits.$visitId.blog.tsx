import { useLoaderData } from '@remix-run/react'
import { findBlogFor } from '#app/features/blogs/queries.server.ts'
import { VisitBlog } from '#app/features/blogs/ui/VisitBlog.tsx'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(({ actor, ctx, idOf }) => findBlogFor(actor, idOf('visitId'), ctx))

export default function Blog() {
  return <VisitBlog {...useLoaderData<typeof loader>()} />
}
