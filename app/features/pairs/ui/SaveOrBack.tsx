import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/index.ts'
import { pairAddress } from './words.ts'

/** The end of a form that has a page of its own below a pair. `children`: the words of its button. */
export function SaveOrBack({ pairId, children }: { pairId: string; children: ReactNode }) {
  return (
    <div className="sl-row">
      <SubmitButton>{children}</SubmitButton>
      <ButtonLink to={pairAddress(pairId)} variant="quiet">
        {m.pairs_page()}
      </ButtonLink>
    </div>
  )
}
