// What every form of the editor does: it carries the marks of what it began from, and shows what others have saved meanwhile.
import { type ReactNode, useEffect, useRef } from 'react'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { Form, Notice, SaveBar, SubmitButton, useSlForm } from '#app/ui/index.ts'
import { readSeen } from '../../rules/marks.ts'
import { type Conflict, seenAfter } from '../../rules/merge.ts'
import type { Start } from '../../rules/writing.ts'
import type { CheckInput, ItemInput, ReadingInput, RowInput, SaidInput } from './fields.tsx'
import type { PictureInput } from './PicturePicker.tsx'

/** Fields of all the editor's forms as they are sent; each form has some of them. */
export type WritingInput = {
  seen: string
  title: SaidInput
  lead: SaidInput
  pace: SaidInput
  first: string
  languages: string[]
  aim: SaidInput
  optional: string
  requires: string[]
  withJoint: string
  joint: { title: SaidInput; minutes: string; text: SaidInput; ask: RowInput[] }
  reflection: RowInput[]
  ethics: { question: SaidInput; text: SaidInput }
  checks: CheckInput[]
  reading: ReadingInput[]
  minutes: string
  text: SaidInput
  example: SaidInput
  task: SaidInput
  tool: string
  transcript: SaidInput
  video: { link: string; captioned: string[]; media: string; captions: SaidInput }
  items: ItemInput[]
  questions: RowInput[]
  picture: PictureInput
}

export function useWriting(start: Start, answer: unknown) {
  const defaultValue = { ...start.form, seen: start.seen } as Partial<WritingInput>
  return useSlForm<WritingInput>(answer, { id: 'writing', defaultValue })
}

export type WritingFields = ReturnType<typeof useWriting>[1]

type Props = {
  form: ReturnType<typeof useWriting>[0]
  /** The form's own field `seen`. */
  seen: { initialValue?: unknown }
  start: Start
  answer: unknown
  children: ReactNode
}

export function WritingForm({ form, seen, start, answer, children }: Props) {
  const conflicts = conflictsIn(answer)
  const began = typeof seen.initialValue === 'string' ? seen.initialValue : start.seen
  const marks = conflicts.length > 0 ? JSON.stringify(seenAfter(readSeen(began), readSeen(start.seen), conflicts)) : began
  return (
    <Form form={form}>
      <input type="hidden" name="seen" value={marks} />
      {conflicts.length > 0 ? (
        <Notice tone="warning">
          <p>{m.paths_error_conflict()}</p>
        </Notice>
      ) : null}
      {wasFilled(answer) ? <PictureStands /> : null}
      {children}
      <SaveBar>
        <SubmitButton>{m.paths_edit_save()}</SubmitButton>
      </SaveBar>
    </Form>
  )
}

/** Takes focus: the button that was pressed is folded away. */
function PictureStands() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" announce>
        <p>{m.paths_edit_picture_done()}</p>
      </Notice>
    </div>
  )
}

/** The picture's button was pressed: its line is in the text, and nothing is saved. */
function wasFilled(answer: unknown): boolean {
  const read = z.object({ result: z.object({ intent: z.object({ type: z.literal('update') }) }) }).safeParse(answer)
  return read.success
}

function conflictsIn(answer: unknown): readonly Conflict[] {
  if (typeof answer !== 'object' || answer === null || !('conflicts' in answer)) return []
  return Array.isArray(answer.conflicts) ? answer.conflicts : []
}
