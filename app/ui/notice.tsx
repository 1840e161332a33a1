// Something to know, with its icon and its word: colour alone says nothing.
import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  InformationSquareFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'

const tones = {
  info: { color: 'info', Icon: InformationSquareFillIcon, words: m.ui_notice_info },
  success: { color: 'success', Icon: CheckmarkCircleFillIcon, words: m.ui_notice_success },
  warning: { color: 'warning', Icon: ExclamationmarkTriangleFillIcon, words: m.ui_notice_warning },
  error: { color: 'danger', Icon: XMarkOctagonFillIcon, words: m.ui_notice_error },
} as const

/** Something to know, in Aksel's alert. `announce` when it appears as the answer to what somebody did. */
export function Notice({
  tone = 'info',
  announce,
  children,
}: {
  tone?: keyof typeof tones
  announce?: boolean
  children: ReactNode
}) {
  const { color, Icon, words } = tones[tone]
  return (
    <div
      className={`aksel-alert aksel-alert--${tone} aksel-alert--medium sl-notice`}
      data-color={color}
      data-variant={tone}
      role={announce ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon className="aksel-alert__icon" aria-hidden />
      <span className="sl-hidden">{words()}: </span>
      <div className="sl-grow sl-stack-s">{children}</div>
    </div>
  )
}
