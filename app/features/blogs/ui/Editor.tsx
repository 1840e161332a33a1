// The text of a post. The server renders a plain field that anybody can use; in the browser the editor takes over with what
// stands in it, as soon as it has been fetched. If it never comes, the plain field stays and works.
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type Field, FieldFrame, TextArea } from '#app/ui/index.ts'
import { fromPlainText } from '../rich-text/plain.ts'
import { toLexical } from '../rich-text/to-lexical.ts'
import type { LexicalEditorProps } from './LexicalEditor.tsx'

type Props = {
  /** The plain field. */
  field: Field
  /** Name of the hidden field with the editor's state. */
  stateName: string
  language: string
  /** Typed earlier and kept on this device; null: nothing was kept; undefined: the browser has not looked yet. */
  restored: string | null | undefined
  /** Hears the text as the plain field would hold it. */
  onText(text: string): void
}

type Opened = { Rich: ComponentType<LexicalEditorProps>; state: string; hadFocus: boolean }

export function Editor({ field, stateName, language, restored, onText }: Props) {
  const plain = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Opened>()

  useEffect(() => {
    if (restored === undefined) return
    const textarea = () => plain.current?.querySelector('textarea')
    const untouched = textarea()
    // What was typed before this script ran is newer than what was kept.
    if (untouched && restored !== null && untouched.value === untouched.defaultValue) untouched.value = restored
    let gone = false
    import('./LexicalEditor.tsx').then(
      ({ LexicalEditor }) => {
        const now = textarea()
        if (gone || !now) return
        setOpened({ Rich: LexicalEditor, state: stateOf(now.value), hadFocus: document.activeElement === now })
      },
      // No network for the editor: the plain field is still there.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [restored])

  if (!opened) {
    return (
      <div ref={plain} onInput={(event) => onText((event.target as HTMLTextAreaElement).value)}>
        <TextArea field={field} label={m.blogs_field_body()} help={m.blogs_field_body_help()} rows={12} voice lang={language} />
      </div>
    )
  }
  const { Rich, state, hadFocus } = opened
  return (
    <FieldFrame field={field} label={<span id={`${field.id}-label`}>{m.blogs_field_body()}</span>} help={m.blogs_editor_help()}>
      <Rich {...{ field, state, language, onText }} name={stateName} focus={hadFocus} />
    </FieldFrame>
  )
}

/** What was typed as an editor state; text that cannot be read (too long) stays for the server to refuse. */
function stateOf(typed: string): string {
  return JSON.stringify(toLexical(fromPlainText(typed.replace(/\0|\p{Surrogate}/gu, ''))))
}
