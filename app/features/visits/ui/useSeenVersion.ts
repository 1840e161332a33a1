import { useActionData } from '@remix-run/react'
import { useState } from 'react'
import { useVisit } from './useVisit.ts'

/**
 * The version of the visit that this page's reader saw when they began to write. The page underneath follows live; the form
 * must not, or it would overwrite what somebody else changed meanwhile. After a refused send they have seen the newest.
 */
export function useSeenVersion(): string {
  const { visit } = useVisit()
  const [first] = useState(visit.version)
  return String(useActionData() === undefined ? first : visit.version)
}
