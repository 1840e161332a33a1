import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { useKeeping } from './kept.ts'
import { Said } from './language.tsx'
import { addressOf } from './words.ts'

type Props = {
  path: { id: string; modules: readonly { id: string; title: string }[] }
  requires: readonly string[]
  /** Modules that the walker has been through; nobody is told to walk them first again. */
  complete: readonly string[]
}

/** "Walk first: …", with the modules as links. Advice, not a lock: whoever wants to read on may. */
export function WalkFirst({ path, requires, complete }: Props) {
  const keep = useKeeping()
  const before = path.modules.filter(({ id }) => requires.includes(id) && !complete.includes(id))
  if (before.length === 0) return null
  return (
    <p className="sl-meta">
      {m.paths_walk_first()}{' '}
      {before.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : null}
          <Link to={keep(addressOf(path.id, id))}>
            <Said>{title}</Said>
          </Link>
        </span>
      ))}
    </p>
  )
}
