// Asked to walk a path with a colleague: who asks, as what, what it means; yes or no.
import { Form } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead, SubmitButton } from '#app/ui/index.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import { otherName, pairAddress } from '../words.ts'

/** `proposer`: who brought the two together, when it was none of them. */
type Props = { pair: PairBrief; proposer: string | null; path: { id: string; title: string } }

export function PairInvitation({ pair, proposer, path }: Props) {
  const name = otherName(pair)
  const names = { name, unit: pair.unit.name }
  return (
    <Page width="read">
      <PageHead
        eyebrow={path.title}
        title={proposer ? m.pairs_invited_proposed({ proposer, name }) : m.pairs_invited_title({ name })}
        lead={pair.me === 'leader' ? m.pairs_invited_as_leader(names) : m.pairs_invited_as_resource_person(names)}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.pairs_page() }]}
      />
      <p>{m.pairs_invited_how()}</p>
      <div className="sl-row">
        <Form method="post" action={pairAddress(pair.id, 'acceptance')}>
          <SubmitButton>{m.pairs_accept()}</SubmitButton>
        </Form>
        <Form method="post" action={pairAddress(pair.id, 'refusal')}>
          <SubmitButton variant="quiet">{m.pairs_decline()}</SubmitButton>
        </Form>
      </div>
    </Page>
  )
}
