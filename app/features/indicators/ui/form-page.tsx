import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'

type Props = { file: IndicatorFile; title: string; lead: string; here: string; facts?: string[]; children: ReactNode }

/** A form about an indicator at a unit, with the way back to both. `here`: what the page is called in the breadcrumb. */
export function IndicatorFormPage({ file: { indicator, around }, title, lead, here, facts = [], children }: Props) {
  return (
    <Page width="form">
      <PageHead
        title={title}
        eyebrow={indicator.title}
        lead={lead}
        facts={facts}
        crumbs={[
          { label: m.indicators_title(), to: `/indicators?set=${indicator.set.id}&unit=${around.unit.id}` },
          { label: indicator.title, to: `/indicators/${indicator.id}?unit=${around.unit.id}` },
          { label: here },
        ]}
      />
      {children}
    </Page>
  )
}
