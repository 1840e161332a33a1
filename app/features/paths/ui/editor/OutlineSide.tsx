// Beside the outline: how much is written in each language, and what can be done with the draft as a whole.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, ButtonLink, ownNameOf, Section } from '#app/ui/index.ts'
import type { EditorFrame, GapCount } from '../../editor-views.ts'
import { addressOf } from '../words.ts'
import { GapMark } from './Sides.tsx'
import { editAddress } from './words.ts'

type Props = { frame: EditorFrame; gaps: readonly GapCount[]; revision: number; isEmpty: boolean }

export function OutlineSide({ frame, gaps, revision, isEmpty }: Props) {
  const { pathId, published, begun } = frame
  return (
    <>
      {isEmpty ? null : (
        <Section id="written" title={m.paths_edit_written()}>
          <ul className="sl-list">
            {gaps.map(({ language, count }) => (
              <li key={language}>
                {count === 0 ? (
                  m.paths_edit_complete({ language: ownNameOf(language) })
                ) : (
                  <GapMark>{m.paths_edit_lacks({ language: ownNameOf(language), count })}</GapMark>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="sl-row">
        <ButtonLink to={editAddress(pathId, 'preview')} variant="secondary">
          {m.paths_edit_preview()}
        </ButtonLink>
        <ButtonLink to={editAddress(pathId, 'publish')}>{m.paths_edit_publish()}</ButtonLink>
      </div>
      <p>
        <Link to={editAddress(pathId, 'media')}>{m.paths_media_title()}</Link>
      </p>
      {published > 0 ? (
        <p>
          <Link to={addressOf(pathId)}>{m.paths_edit_read()}</Link>
        </p>
      ) : null}
      {published > 0 && begun ? (
        <AskFirst
          title={m.paths_edit_discard()}
          text={m.paths_edit_discard_text({ version: published })}
          action={editAddress(pathId, 'discarding')}
          button={m.paths_edit_discard_submit()}
        >
          <input type="hidden" name="revision" value={revision} />
        </AskFirst>
      ) : null}
    </>
  )
}
