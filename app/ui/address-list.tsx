// Inviting a whole list: the field for the addresses, and the answer to each of them.
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Checklist } from './cards.tsx'
import type { Field } from './field.tsx'
import { SelectField, TextArea } from './fields.tsx'
import { ownNameOf } from './language.tsx'
import { Notice } from './notice.tsx'

type Answered = { line: string; refusal: string | null }

/** `proposed`: somebody else has to say yes before anybody is invited. */
export function AnsweredInvitees({ answered, proposed }: { answered: readonly Answered[]; proposed?: boolean }) {
  const refused = answered.filter((one) => one.refusal !== null).length
  return (
    <Notice tone={refused > 0 ? 'warning' : 'success'} announce>
      <p>
        {proposed ? m.ui_several_waiting() : m.ui_several_sent({ count: answered.length - refused })}{' '}
        {refused > 0 ? m.ui_several_refused({ count: refused }) : null}
      </p>
      <Checklist
        items={answered.map(({ line, refusal }) => ({
          id: line,
          done: refusal === null,
          label: (
            <>
              <b>{line}</b>{' '}
              <span className="sl-meta">{refusal ?? (proposed ? m.ui_several_proposed() : m.ui_several_invited())}</span>
            </>
          ),
        }))}
      />
    </Notice>
  )
}

/** What is left to mend after the answer, to begin with. */
export function leftOver(answered: readonly Answered[] | undefined): string {
  return (answered ?? []).flatMap(({ line, refusal }) => (refusal === null ? [] : line)).join('\n')
}

/** `most`: how many the form takes at a time. */
export function AddressesField({ field, most }: { field: Field; most: number }) {
  return (
    <TextArea
      field={field}
      label={m.ui_several_addresses()}
      help={m.ui_several_help({ count: most })}
      rows={6}
      autoComplete="off"
      spellCheck={false}
      required
    />
  )
}

export function MailLanguageField({ field }: { field: Field }) {
  return (
    <SelectField
      field={field}
      label={m.ui_several_language()}
      options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
    />
  )
}
