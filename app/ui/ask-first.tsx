// What is not easily undone: folded away, said in words, and only then a button. Works without scripts.
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubmitButton } from './buttons.tsx'
import { Fold } from './cards.tsx'

type Props = {
  /** What it is called; also on the button, unless that is `button`. */
  title: string
  /** What happens then. */
  text: ReactNode
  /** Where it is posted. */
  action: string
  button?: string
  /** False for what can be made again. */
  isLost?: boolean
  /** Hidden fields. */
  children?: ReactNode
}

export function AskFirst({ title, text, action, button = title, isLost = true, children }: Props) {
  return (
    <Fold summary={title}>
      <p>{text}</p>
      <Form method="post" action={action}>
        {children}
        <SubmitButton variant={isLost ? 'danger' : 'secondary'}>{button}</SubmitButton>
      </Form>
    </Fold>
  )
}
