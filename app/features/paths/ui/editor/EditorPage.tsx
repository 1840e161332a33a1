// The frame of every page for those who write a path: where one is, what stands, the other pages, the languages side by side.
import { Link, useActionData, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice, Page, PageHead, SectionNav } from '#app/ui/index.ts'
import type { EditorFrame } from '../../editor-views.ts'
import { LanguageSwitch, ShownLanguages, shownOf } from './shown.tsx'
import { editAddress, titleWords } from './words.ts'

type Props = {
  frame: EditorFrame
  title: ReactNode
  facts?: readonly ReactNode[]
  lead?: string
  /** Between the path and this page. */
  crumbs?: readonly { label: string; to: string }[]
  /** Texts stand side by side here. */
  inLanguages?: boolean
  children: ReactNode
}

export function EditorPage({ frame, title, facts = [], lead, crumbs = [], inLanguages, children }: Props) {
  const { pathname, search } = useLocation()
  const { pathId, languages } = frame
  const isOutline = pathname === editAddress(pathId)
  const saved = useActionData() === undefined && new URLSearchParams(search).has('saved')
  const shown = shownOf(frame.asked, languages)
  const width = inLanguages ? (shown.length > 1 ? 'wide' : 'form') : undefined
  return (
    <ShownLanguages languages={shown}>
      <Page {...(width ? { width } : {})}>
        <PageHead
          title={title}
          facts={facts}
          lead={lead}
          crumbs={[
            { label: m.paths_nav(), to: '/paths' },
            ...(isOutline ? [] : [{ label: titleWords(frame.title), to: editAddress(pathId) }]),
            ...crumbs,
            { label: title },
          ]}
        >
          <EditorNav pathId={pathId} can={frame.can} />
        </PageHead>
        {saved ? (
          <Notice tone="success" announce>
            <p>
              {m.paths_edit_done()} <Link to={editAddress(pathId)}>{m.paths_edit_on()}</Link>
            </p>
          </Notice>
        ) : null}
        {inLanguages ? <LanguageSwitch languages={languages} to={pathname} /> : null}
        {children}
      </Page>
    </ShownLanguages>
  )
}

/** The pages for those who write a path. */
export function EditorNav({ pathId, can }: Pick<EditorFrame, 'pathId' | 'can'>) {
  const items = [
    { to: editAddress(pathId), label: m.paths_edit_outline(), end: true },
    { to: editAddress(pathId, 'about'), label: m.paths_about() },
    { to: editAddress(pathId, 'media'), label: m.paths_media_title() },
    { to: editAddress(pathId, 'preview'), label: m.paths_edit_preview() },
    { to: editAddress(pathId, 'publish'), label: m.paths_edit_publish() },
    ...(can.publish ? [{ to: editAddress(pathId, 'editors'), label: m.paths_edit_editors() }] : []),
  ]
  return <SectionNav label={m.paths_edit_pages()} items={items} />
}

/** "Saved 22 November 14:02 by Elsa", "Version 2 is published". */
export function standingOf({ savedAt, savedBy, published }: EditorFrame): string[] {
  const saved = savedAt && savedBy ? [m.paths_edit_saved({ when: formatInstant(savedAt), name: savedBy })] : []
  return [...saved, published > 0 ? m.paths_edit_published({ version: published }) : m.paths_edit_unpublished()]
}
