import { TypedWords } from '#app/http/TypedWords.tsx'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Page, PageHead, PhaseGlyph } from '#app/ui/index.ts'

/** What a newcomer meets where a path was withdrawn, and where to go instead. */
export function PathGone({ message }: { message: string }) {
  return (
    <Page width="read">
      <PhaseGlyph shape="asked" tight />
      <PageHead title={m.paths_gone_title()} lead={message} />
      <TypedWords />
      <div>
        <ButtonLink to="/paths">{m.paths_gone_list()}</ButtonLink>
      </div>
    </Page>
  )
}
