// How a text is written in a plain field.
import { m } from '#app/paraglide/messages.js'
import { Fold } from '#app/ui/index.ts'

export function NotationHelp() {
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
    </Fold>
  )
}
