import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { remember, remembered, storeOf } from './browser-memory.ts'

/**
 * Texts that were typed here without a network and came too late to be saved, because the form was sent or locked meanwhile:
 * they are not lost, the page for proposals begins with them. Once proposed they are forgotten.
 */
export function LeftBehind({
  page,
  me,
  proposed,
}: {
  page: Pick<PreparationPage, 'visitId' | 'fields' | 'state'>
  me: { id: string }
  proposed: boolean
}) {
  const [count, setCount] = useState(0)
  const store = storeOf(page.visitId, me.id)
  useEffect(() => {
    if (proposed) remember(store, {})
    const left = Object.entries(remembered(store)).filter(([key, { text }]) => (page.fields[key]?.text ?? '') !== text)
    setCount(left.length)
  }, [store, proposed, page.fields])
  if (count === 0 || page.state !== 'locked') return null
  return (
    <Notice tone="warning">
      <p>{m.preparation_left_behind({ count })}</p>
      <p>
        <Link to={`/visits/${page.visitId}/preparation/changes`}>{m.preparation_left_behind_link()}</Link>
      </p>
    </Notice>
  )
}
