// Puts an uploaded picture into one of the form's texts: choose it, say what it shows, and it stands last in the text. A button of
// the form itself, so that what has been typed stays, with scripts and without.
import type { FieldMetadata } from '@conform-to/react'
import { m } from '#app/paraglide/messages.js'
import { Fold, RadioField, SelectField, SubmitButton } from '#app/ui/index.ts'
import type { MediaRow } from '../../queries/media.server.ts'
import type { PictureText } from '../../rules/put-picture.ts'
import { mediaAddress } from '../words.ts'
import { Sides } from './Sides.tsx'
import { editAddress } from './words.ts'

type Said = { sv: string; nb: string; en: string }
export type PictureInput = { id: string; into: string; alt: Said; caption: Said }

type Props = {
  field: FieldMetadata<PictureInput>
  pathId: string
  media: readonly MediaRow[]
  /** The form's texts that can show it. */
  into: readonly { text: PictureText; label: string }[]
}

export function PicturePicker({ field, pathId, media, into }: Props) {
  const { id, into: place, alt, caption } = field.getFieldset()
  const pictures = media.filter((one) => one.kind === 'picture')
  const [only] = into.length === 1 ? into : []
  return (
    <Fold summary={m.paths_edit_picture()} open={[id, alt].some((one) => one.errors)}>
      <p>
        {pictures.length === 0 ? m.paths_edit_notation_pictures_none() : m.paths_edit_picture_how()}{' '}
        <a href={editAddress(pathId, 'media')} target="_blank" rel="noreferrer">
          {m.paths_edit_picture_upload()}
        </a>
      </p>
      {pictures.length > 0 ? (
        <>
          <div className="sl-pick">
            <RadioField
              field={id}
              label={m.paths_edit_picture_which()}
              choices={pictures.map((one) => ({
                value: one.id,
                label: (
                  <span className="sl-pick__picture">
                    <img src={mediaAddress(one.id)} alt="" loading="lazy" />
                    <span>{one.name}</span>
                  </span>
                ),
              }))}
            />
          </div>
          {only ? (
            <input type="hidden" name={place.name} value={only.text} />
          ) : (
            <SelectField
              field={place}
              label={m.paths_edit_picture_into()}
              options={into.map(({ text, label }) => ({ value: text, label }))}
            />
          )}
          <Sides
            field={alt}
            sides={alt.getFieldset()}
            label={m.paths_edit_picture_alt()}
            help={m.paths_edit_picture_alt_help()}
            maxLength={1_000}
          />
          <Sides
            field={caption}
            sides={caption.getFieldset()}
            label={m.paths_edit_picture_caption()}
            maxLength={1_000}
            optional
          />
        </>
      ) : null}
      <div>
        <SubmitButton variant="secondary" name={`${field.name}.put`} value="1">
          {pictures.length === 0 ? m.paths_edit_picture_again() : m.paths_edit_picture_put()}
        </SubmitButton>
      </div>
    </Fold>
  )
}
