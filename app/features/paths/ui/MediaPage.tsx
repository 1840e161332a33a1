// The files of a path: take one in, see what there is, let go of what nothing shows.
import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, FieldFrame, Page, PageHead, plainField, Section, SubmitButton } from '#app/ui/index.ts'
import { largest } from '../rules/media.ts'
import type { MediaKind } from '../words.ts'
import { EditorNav } from './editor/EditorPage.tsx'
import { PathLanguage, Said } from './language.tsx'
import { addressOf, mediaAddress } from './words.ts'

type Media = { id: string; kind: MediaKind; type: string; name: string; size: number; shown: boolean }

export type MediaPageProps = {
  language: Locale
  path: { id: string; title: string }
  can: { publish: boolean }
  media: Media[]
  /** Given to the next file that is taken in. */
  newId: string
  /** Why the last one was not. */
  error: string | null
}

const kinds: Record<MediaKind, () => string> = {
  picture: m.paths_media_picture,
  film: m.paths_field_video,
  captions: m.paths_media_captions,
}

export function MediaPage({ language, path, can, media, newId, error }: MediaPageProps) {
  return (
    <PathLanguage language={language}>
      <Page width="form">
        <PageHead
          title={m.paths_media_title()}
          lead={m.paths_media_lead()}
          crumbs={[
            { to: '/paths', label: m.paths_nav() },
            { to: addressOf(path.id, 'edit'), label: <Said>{path.title}</Said> },
            { label: m.paths_media_title() },
          ]}
        >
          <EditorNav pathId={path.id} can={can} />
        </PageHead>
        <Section id="add" title={m.paths_media_add()}>
          <AddMedia pathId={path.id} newId={newId} error={error} />
        </Section>
        <Section id="media" title={m.paths_media_there()}>
          {media.length === 0 ? <p>{m.paths_media_none()}</p> : null}
          <ul className="sl-path-media">
            {media.map((one) => (
              <MediaCard key={one.id} pathId={path.id} media={one} />
            ))}
          </ul>
        </Section>
      </Page>
    </PathLanguage>
  )
}

/** Works without a script: the file goes with the form. */
function AddMedia({ pathId, newId, error }: { pathId: string; newId: string; error: string | null }) {
  const field = { ...plainField('file'), errors: error ? [error] : [] }
  const input = useRef<HTMLInputElement>(null)
  // Where the refusal stands, and where one chooses again.
  useEffect(() => {
    if (error) input.current?.focus()
  }, [error])
  return (
    <Form method="post" action={addressOf(pathId, 'edit', 'media')} encType="multipart/form-data" className="sl-stack">
      <input type="hidden" name="id" value={newId} />
      <FieldFrame field={field} label={m.paths_field_file()} help={helpWords()}>
        <input
          ref={input}
          type="file"
          id="file"
          name="file"
          required
          accept="image/jpeg,image/png,image/webp,video/mp4,video/webm,video/quicktime,.mov,.vtt"
          className="sl-path-file"
          aria-describedby={error ? 'file-help file-error' : 'file-help'}
          aria-invalid={error ? true : undefined}
        />
      </FieldFrame>
      <div>
        <SubmitButton>{m.paths_media_send()}</SubmitButton>
      </div>
    </Form>
  )
}

function helpWords(): string {
  const megabytes = (kind: MediaKind) => formatNumber(largest[kind] / 1_000_000)
  return m.paths_media_help({ picture: megabytes('picture'), film: megabytes('film') })
}

function MediaCard({ pathId, media }: { pathId: string; media: Media }) {
  const { id, kind, name, size, shown } = media
  return (
    <li className="sl-card sl-stack-s">
      {kind === 'picture' ? <img src={mediaAddress(id)} alt="" loading="lazy" /> : null}
      <p>
        <a href={mediaAddress(id)}>{name}</a>
      </p>
      <p className="sl-meta">
        {kinds[kind]()} · {m.paths_media_size({ kilobytes: formatNumber(Math.ceil(size / 1_000)) })}{' '}
        {shown ? <Chip>{m.paths_media_shown()}</Chip> : null}
      </p>
      {shown ? null : (
        <Form method="post" action={addressOf(pathId, 'edit', 'media', id, 'removal')}>
          <SubmitButton variant="quiet" size="small">
            {m.paths_remove()}
            <span className="sl-hidden"> {name}</span>
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}
