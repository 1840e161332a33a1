// How a text is written in a plain field, and the path's pictures with the line that shows each.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Fold } from '#app/ui/index.ts'
import type { MediaRow } from '../../queries/media.server.ts'
import { mediaAddress } from '../words.ts'
import { editAddress } from './words.ts'

export function NotationHelp({ pathId, media }: { pathId: string; media: readonly MediaRow[] }) {
  const pictures = media.filter((one) => one.kind === 'picture')
  return (
    <Fold summary={m.paths_edit_notation()}>
      <ul className="sl-list">
        <li>{m.paths_edit_notation_paragraph()}</li>
        <li>{m.paths_edit_notation_heading()}</li>
        <li>{m.paths_edit_notation_list()}</li>
        <li>{m.paths_edit_notation_steps()}</li>
        <li>{m.paths_edit_notation_quote()}</li>
        <li>{m.paths_edit_notation_picture()}</li>
      </ul>
      {pictures.length === 0 ? <p>{m.paths_edit_notation_pictures_none()}</p> : null}
      <p>
        <Link to={editAddress(pathId, 'media')}>{m.paths_media_add()}</Link>
      </p>
      <ul className="sl-side-pictures">
        {pictures.map((one) => (
          <li key={one.id}>
            <img src={mediaAddress(one.id)} alt="" loading="lazy" />
            <span>{one.name}</span>
            <code>{`![](picture:${one.id})`}</code>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
