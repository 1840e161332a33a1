// Somebody's own thoughts about a module, and who may read them: nobody else, until they say so.
import { EyeIcon, PadlockLockedIcon } from '@navikt/aksel-icons'
import { useKeeping } from '#app/features/paths/ui/kept.ts'
import { m } from '#app/paraglide/messages.js'
import { Form, RadioField, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import { choiceOf } from '../rules/group.ts'

export type OwnReflection = {
  text: string
  sharedPairId: string | null
  /** With whom it can be shared. */
  pairs: readonly { id: string; other: string }[]
  sharedGroupId: string | null
  groups: readonly { id: string; name: string; language: string }[]
}

type Props = { reflection: OwnReflection; action: string; result: unknown }

export function ReflectionForm({ reflection, action, result }: Props) {
  const { text, sharedPairId, pairs, sharedGroupId, groups } = reflection
  const keep = useKeeping()
  const [form, fields] = useSlForm<{ text: string; share: string }>(result, {
    id: 'own',
    defaultValue: { text, share: sharedGroupId ? choiceOf(sharedGroupId) : (sharedPairId ?? 'private') },
  })
  const inGroup = groups.find((group) => group.id === sharedGroupId)?.name
  const sharedWith = inGroup ?? pairs.find((pair) => pair.id === sharedPairId)?.other
  return (
    <Form form={form} action={keep(action)} preventScrollReset>
      <TextArea field={fields.text} label={m.pairs_reflection_own()} help={m.pairs_reflection_help()} rows={5} voice />
      {pairs.length + groups.length > 0 ? (
        <RadioField
          field={fields.share}
          label={m.pairs_reflection_who()}
          choices={[
            { value: 'private', label: m.pairs_reflection_private() },
            ...pairs.map((pair) => ({ value: pair.id, label: m.pairs_reflection_share({ name: pair.other }) })),
            ...groups.map(({ id, name }) => ({ value: choiceOf(id), label: m.pairs_reflection_group({ name }) })),
          ]}
        />
      ) : null}
      {text ? (
        <p className="sl-path-why">
          {sharedWith ? <EyeIcon aria-hidden /> : <PadlockLockedIcon aria-hidden />}
          <span>{sharedWith ? m.pairs_reflection_is_shared({ name: sharedWith }) : m.pairs_reflection_is_private()}</span>
        </p>
      ) : null}
      <div>
        <SubmitButton variant="secondary">{m.pairs_reflection_save()}</SubmitButton>
      </div>
    </Form>
  )
}
