// Pages of text: a heading, a lead, sections with short paragraphs.
import type { ReactNode } from 'react'
import { Page, PageHead } from './page.tsx'

export type ProseSection = { id: string; title: string; body: ReactNode }

/** One column of reading width; every section can be linked to by its id. */
export function ProsePage({ title, lead, sections }: { title: string; lead: string; sections: readonly ProseSection[] }) {
  return (
    <Page width="read">
      <PageHead title={title} lead={lead} />
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id} className="sl-prose">
          <h2 id={section.id}>{section.title}</h2>
          {section.body}
        </section>
      ))}
    </Page>
  )
}
