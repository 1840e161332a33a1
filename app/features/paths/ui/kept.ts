import { useSearchParams } from '@remix-run/react'
import { keeping } from '../rules/kept.ts'

/** For links from one page of a path to another: the same walk, the same version. */
export function useKeeping(): (address: string) => string {
  const [search] = useSearchParams()
  return (address) => keeping(address, search)
}
