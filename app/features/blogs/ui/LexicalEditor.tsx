// Fetched only by pages where somebody writes. Sends the editor's state as JSON in a hidden field; the server reads that through
// its allow-list, so nothing here is trusted.
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { useEffect, useRef, useState } from 'react'
import type { Field } from '#app/ui/index.ts'
import { safeHref } from '../rich-text/links.ts'
import { fromLexical } from '../rich-text/rules.ts'
import { toEditableText } from '../rich-text/to-text.ts'
import { EditorToolbar } from './EditorToolbar.tsx'

export type LexicalEditorProps = {
  field: Field
  /** Name of the hidden field. */
  name: string
  /** The editor state to open with. */
  state: string
  language: string
  focus: boolean
  onText(text: string): void
}

const nodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode]
const theme = {
  text: { bold: 'sl-editor__strong', italic: 'sl-editor__strong' },
  list: { nested: { listitem: 'sl-editor__nested' } },
}

export function LexicalEditor({ field, name, state, language, focus, onText }: LexicalEditorProps) {
  const invalid = Boolean(field.errors?.length)
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'samlara-post',
        nodes,
        theme,
        editorState: state,
        onError(error) {
          throw error
        },
      }}
    >
      <div className="sl-editor">
        <EditorToolbar />
        <RichTextPlugin
          ErrorBoundary={LexicalErrorBoundary}
          contentEditable={
            <ContentEditable
              id={field.id}
              className="sl-input sl-input--voice sl-editor__text"
              lang={language}
              ariaLabelledBy={`${field.id}-label`}
              aria-describedby={invalid ? `${field.descriptionId} ${field.errorId}` : field.descriptionId}
              aria-invalid={invalid || undefined}
              aria-multiline
            />
          }
        />
      </div>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={(url) => safeHref(url) !== null} />
      <StateField name={name} initial={state} focus={focus} onText={onText} />
    </LexicalComposer>
  )
}

/** The hidden field: follows the editor at every change, so that sending the form needs no script of its own. */
function StateField({
  name,
  initial,
  focus,
  onText,
}: {
  name: string
  initial: string
  focus: boolean
  onText(text: string): void
}) {
  const [editor] = useLexicalComposerContext()
  // Held by React: what a script writes into a hidden input is lost at the next rendering.
  const [state, setState] = useState(initial)
  const hear = useRef(onText)
  hear.current = onText

  useEffect(() => {
    if (focus) editor.focus()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      const now = JSON.stringify(editorState.toJSON())
      setState(now)
      clearTimeout(timer)
      timer = setTimeout(() => hear.current(plainOf(now)), 300)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor, focus])

  return <input type="hidden" name={name} value={state} readOnly />
}

/** The text for the draft on this device. A state that the server would refuse has none. */
function plainOf(state: string): string {
  try {
    return toEditableText(fromLexical(state))
  } catch {
    return ''
  }
}
