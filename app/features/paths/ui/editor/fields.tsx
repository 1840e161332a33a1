// Fields of the editor's forms: texts in three languages, rows of them, questions with their answers, things to read.
import type { FieldMetadata } from '@conform-to/react'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { Field, FieldWords } from '#app/ui/field.tsx'
import { CheckboxField, Fold, HiddenField, plainField, RowList, type RowsForm, TextField } from '#app/ui/index.ts'
import { SavedNow, Sides, type SidesProps } from './Sides.tsx'
import { useShown } from './shown.tsx'

export type SaidInput = { sv: string; nb: string; en: string }
export type OptionInput = { text: SaidInput; right: string; why: SaidInput }
export type CheckInput = { id: string; question: SaidInput; options: OptionInput[] }
/** `id`: what a row is called while it is reworded and moved. */
export type RowInput = SaidInput & { id: string }
export type ItemInput = { id: string; text: SaidInput }
export type ReadingInput = { id: string; title: string; by: string; about: SaidInput }

/** A text in every language. */
export function SidesField({ field, ...rest }: Omit<SidesProps, 'field' | 'sides'> & { field: FieldMetadata<SaidInput> }) {
  return <Sides field={field} sides={field.getFieldset()} {...rest} />
}

type ListProps<Item> = FieldWords & { form: RowsForm; list: FieldMetadata<Item[]>; add: string; most: number; saved: unknown }

/** Rows that are nothing but a text: questions to think about, questions for a talk. */
export function SaidRows({ row, saved, list, ...rest }: ListProps<RowInput> & { row: string }) {
  return (
    <>
      <RowList<RowInput> {...rest} list={list} keep={0} movable>
        {(field, number) => {
          const one = field.getFieldset()
          return (
            <>
              <HiddenField field={one.id} />
              <Sides field={field} sides={one} label={`${row} ${number}`} rows={2} maxLength={2_000} />
            </>
          )
        }}
      </RowList>
      <SavedRows field={list} saved={saved} />
    </>
  )
}

/** Items of a checklist. */
export function ItemRows({ saved, list, ...rest }: ListProps<ItemInput>) {
  return (
    <>
      <RowList<ItemInput> {...rest} list={list} keep={0} movable>
        {(field, number) => {
          const item = field.getFieldset()
          return (
            <>
              <HiddenField field={item.id} />
              <SidesField field={item.text} label={`${m.paths_edit_item()} ${number}`} rows={2} maxLength={2_000} />
            </>
          )
        }}
      </RowList>
      <SavedRows field={list} saved={saved} />
    </>
  )
}

export function ReadingRows({ saved, list, ...rest }: ListProps<ReadingInput>) {
  return (
    <>
      <RowList<ReadingInput> {...rest} list={list} keep={0} movable>
        {(field) => {
          const one = field.getFieldset()
          return (
            <>
              <HiddenField field={one.id} />
              <TextField field={one.title} label={m.paths_edit_reading_title()} maxLength={300} />
              <TextField field={one.by} label={m.paths_edit_reading_by()} maxLength={300} />
              <SidesField field={one.about} label={m.paths_edit_reading_about()} rows={2} maxLength={2_000} />
            </>
          )
        }}
      </RowList>
      <SavedRows field={list} saved={saved} />
    </>
  )
}

/** Questions with up to five answers. There is always room for one more answer, and for two to begin with. */
export function CheckRows({ saved, list, ...rest }: ListProps<CheckInput>) {
  return (
    <>
      <RowList<CheckInput> {...rest} list={list} keep={0} movable>
        {(field, number) => {
          const check = field.getFieldset()
          return (
            <>
              <HiddenField field={check.id} />
              <SidesField field={check.question} label={`${m.paths_edit_question()} ${number}`} rows={2} maxLength={2_000} />
              <Options field={check.options} />
            </>
          )
        }}
      </RowList>
      <SavedRows field={list} saved={saved} />
    </>
  )
}

function Options({ field }: { field: FieldMetadata<OptionInput[]> }) {
  const known = Array.isArray(field.initialValue) ? field.initialValue.length : 0
  const count = Math.max(3, known + 1)
  return [0, 1, 2, 3, 4].slice(0, count).map((index) => <Option key={index} list={field} index={index} />)
}

function Option({ list, index }: { list: FieldMetadata<OptionInput[]>; index: number }) {
  const number = index + 1
  const text = sidesAt(list, index, 'text')
  const isNew = locales.every((language) => text[language].initialValue === undefined)
  const right = slot(list, index, 'right')
  return (
    <Fold summary={m.paths_edit_option({ number })} open={!isNew || index < 2}>
      <Sides field={slot(list, index, 'text')} sides={text} label={m.paths_edit_option({ number })} maxLength={2_000} />
      <CheckboxField field={right} label={m.paths_edit_option_right()} />
      <Sides
        field={slot(list, index, 'why')}
        sides={sidesAt(list, index, 'why')}
        label={m.paths_edit_option_why({ number })}
        rows={2}
        maxLength={2_000}
      />
    </Fold>
  )
}

/** A field that may not be in the form yet: rows inside rows have no button for one more. */
function slot(list: FieldMetadata<OptionInput[]>, index: number, ...path: string[]): Field {
  const name = `${list.name}[${index}].${path.join('.')}`
  const value = ['', ...path].reduce<unknown>(
    (held, key, depth) => (depth === 0 ? held : typeof held === 'object' && held !== null ? held[key as never] : undefined),
    Array.isArray(list.initialValue) ? list.initialValue[index] : undefined,
  )
  return { ...plainField(name, { id: `${list.id}-${index}-${path.join('-')}` }), initialValue: value }
}

function sidesAt(list: FieldMetadata<OptionInput[]>, index: number, part: string): Record<Locale, Field> {
  return { sv: slot(list, index, part, 'sv'), nb: slot(list, index, part, 'nb'), en: slot(list, index, part, 'en') }
}

/** Where rows are in conflict: all of them as they are saved, in the language that stands first. */
export function SavedRows({ field, saved }: { field: { errors?: string[] | undefined }; saved: unknown }) {
  const shown = useShown()
  if (!field.errors) return null
  return shown.map((language) => (
    <SavedNow key={language} lang={language}>
      {textsOf(saved, language).join('\n')}
    </SavedNow>
  ))
}

function textsOf(value: unknown, language: Locale): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = language in value ? value[language as never] : undefined
  if (typeof own === 'string') return [own]
  return Object.values(value).flatMap((one) => textsOf(one, language))
}
