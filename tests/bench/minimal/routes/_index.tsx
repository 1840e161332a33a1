import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

type Context = { rows(count: number): Promise<{ id: number; name: string }[]> }

/** One query, one list: the least that a Remix page can do. `?rows=` makes it as large as the page it is compared with. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const count = Number(new URL(request.url).searchParams.get('rows') ?? 10)
  return { rows: await (context as unknown as Context).rows(count) }
}

export default function List() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Rows</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`/rows/${row.id}`}>{row.name}</a> <span>number {row.id}</span>
          </li>
        ))}
      </ul>
    </main>
  )
}
