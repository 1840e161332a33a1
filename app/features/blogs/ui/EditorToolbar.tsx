import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { ArrowUndoIcon, BulletListIcon, LinkIcon, NumberListIcon } from '@navikt/aksel-icons'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/index.ts'
import { safeHref } from '../rich-text/links.ts'

type Block = 'paragraph' | 'h2' | 'h3' | 'bullet' | 'number' | 'quote'
type Here = { block: Block; strong: boolean; link: string | null }

/** Buttons with names; pressed says how the text at the cursor is set. */
export function EditorToolbar() {
  const [editor] = useLexicalComposerContext()
  const [here, setHere] = useState<Here>({ block: 'paragraph', strong: false, link: null })
  const [isLinking, setLinking] = useState(false)

  useEffect(() => editor.registerUpdateListener(({ editorState }) => editorState.read(() => setHere(whereWeAre()))), [editor])

  return (
    <>
      <fieldset className="sl-toolbar sl-editor__toolbar" aria-label={m.blogs_editor_tools()}>
        <Tool
          name={m.blogs_editor_strong()}
          pressed={here.strong}
          run={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
        >
          <b>B</b>
        </Tool>
        <Tool
          name={m.blogs_editor_heading()}
          pressed={here.block === 'h2'}
          run={() => setBlock(editor, here.block === 'h2' ? 'paragraph' : 'h2')}
        >
          H1
        </Tool>
        <Tool
          name={m.blogs_editor_subheading()}
          pressed={here.block === 'h3'}
          run={() => setBlock(editor, here.block === 'h3' ? 'paragraph' : 'h3')}
        >
          H2
        </Tool>
        <Tool
          name={m.blogs_editor_bullets()}
          pressed={here.block === 'bullet'}
          run={() => setBlock(editor, here.block === 'bullet' ? 'paragraph' : 'bullet')}
        >
          <BulletListIcon aria-hidden />
        </Tool>
        <Tool
          name={m.blogs_editor_numbers()}
          pressed={here.block === 'number'}
          run={() => setBlock(editor, here.block === 'number' ? 'paragraph' : 'number')}
        >
          <NumberListIcon aria-hidden />
        </Tool>
        <Tool
          name={m.blogs_editor_quote()}
          pressed={here.block === 'quote'}
          run={() => setBlock(editor, here.block === 'quote' ? 'paragraph' : 'quote')}
        >
          <span className="sl-editor__quote-sign">”</span>
        </Tool>
        <Tool name={m.blogs_editor_link()} pressed={here.link !== null} run={() => setLinking(!isLinking)}>
          <LinkIcon aria-hidden />
        </Tool>
        <Tool name={m.blogs_editor_undo()} run={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}>
          <ArrowUndoIcon aria-hidden />
        </Tool>
      </fieldset>
      {isLinking ? <LinkRow editor={editor} current={here.link} close={() => setLinking(false)} /> : null}
    </>
  )
}

function Tool({ name, pressed, run, children }: { name: string; pressed?: boolean; run(): void; children: ReactNode }) {
  return (
    // The text keeps its selection: the button must not take it when it is pressed with a pointer.
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </button>
  )
}

/** The address of a link, in the page rather than in a dialogue. Not a form of its own: it stands in one. */
function LinkRow({ editor, current, close }: { editor: LexicalEditor; current: string | null; close(): void }) {
  const id = useId()
  const [address, setAddress] = useState(current ?? 'https://')
  const [isWrong, setWrong] = useState(false)

  const set = (href: string | null) => {
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, href)
    close()
    editor.focus()
  }
  const link = () => {
    const href = safeHref(address)
    if (href) set(href)
    else setWrong(true)
  }
  return (
    <div className="sl-editor__link">
      <label className="sl-label" htmlFor={id}>
        {m.blogs_editor_link_address()}
      </label>
      {isWrong ? (
        <p className="sl-error" id={`${id}-error`} role="alert">
          {m.blogs_editor_link_wrong()}
        </p>
      ) : null}
      <div className="sl-row">
        <input
          id={id}
          className="aksel-text-field__input sl-input"
          type="url"
          value={address}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-error` : undefined}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter') return
            event.preventDefault()
            link()
          }}
        />
        <Button size="small" onClick={link}>
          {m.blogs_editor_link_set()}
        </Button>
        {current === null ? null : (
          <Button size="small" variant="quiet" onClick={() => set(null)}>
            {m.blogs_editor_link_remove()}
          </Button>
        )}
      </div>
    </div>
  )
}

function setBlock(editor: LexicalEditor, block: Block): void {
  if (block === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
  if (block === 'number') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  if (block === 'bullet' || block === 'number') return
  editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  editor.update(() => {
    $setBlocksType($getSelection(), () => {
      if (block === 'quote') return $createQuoteNode()
      return block === 'paragraph' ? $createParagraphNode() : $createHeadingNode(block)
    })
  })
}

function whereWeAre(): Here {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return { block: 'paragraph', strong: false, link: null }
  const node = selection.anchor.getNode()
  const top = node.getTopLevelElement()
  const list = $getNearestNodeOfType(node, ListNode)
  const link = $findMatchingParent(node, $isLinkNode)
  const strong = selection.hasFormat('bold') || selection.hasFormat('italic')
  const address = $isLinkNode(link) ? link.getURL() : null
  if ($isListNode(list)) return { block: list.getListType() === 'number' ? 'number' : 'bullet', strong, link: address }
  if ($isHeadingNode(top)) return { block: ['h1', 'h2'].includes(top.getTag()) ? 'h2' : 'h3', strong, link: address }
  return { block: $isQuoteNode(top) ? 'quote' : 'paragraph', strong, link: address }
}
