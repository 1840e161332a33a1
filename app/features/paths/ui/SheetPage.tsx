// A sheet to fill in on the screen or on paper. Nothing that is written here is sent or kept.
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead, plainField, Section, TextArea } from '#app/ui/index.ts'
import type { Sheet } from '../rules/shape-of-sheets.ts'
import type { Spoken } from '../rules/spoken.ts'
import { addressOf } from './words.ts'

export type SheetPageProps = { path: { id: string; title: string }; sheet: Spoken<Sheet>; children?: ReactNode }

export function SheetPage({ path, sheet, children }: SheetPageProps) {
  return (
    <Page width="form">
      <PageHead
        title={sheet.title}
        lead={sheet.lead}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.paths_sheet() }]}
      />
      <Section id="how" title={m.paths_sheet_how()}>
        <ol className="sl-list">
          {sheet.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      {children}
      {sheet.boxes.length > 0 ? (
        <Section id="sheet" title={m.paths_sheet_fill()}>
          <div className="sl-stack">
            <p className="sl-no-print">{m.paths_sheet_private()}</p>
            <div className="sl-path-sheet">
              {sheet.boxes.map((box) => (
                <TextArea
                  key={box.id}
                  field={plainField(box.id)}
                  label={box.label}
                  help={box.help}
                  rows={box.rows}
                  autoComplete="off"
                />
              ))}
            </div>
          </div>
        </Section>
      ) : null}
    </Page>
  )
}
