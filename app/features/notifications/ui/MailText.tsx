import { placed } from '#app/ui/placed.ts'

/** A stretch of a mail's text; with `path` it is a link to one of our own pages. */
export type Piece = { text: string; path: string | null }

/** A mail as text, line for line, its links to follow. */
export function MailText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <div className="sl-mail">
      {placed(pieces).map(({ at, text, path }) =>
        path ? (
          <a key={at} href={path}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </div>
  )
}
