// Buttons and links that look like buttons: Aksel's button with Samlära's shape. One primary on a page.
import { Link } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Look = { variant?: ButtonVariant; size?: 'small'; wide?: boolean }

/** Class names and data attributes of a button. */
function buttonLook({ variant = 'primary', size, wide }: Look) {
  const aksel = { primary: 'primary', secondary: 'secondary', quiet: 'tertiary', danger: 'secondary' } as const
  return {
    className: `aksel-button sl-button${size ? ' sl-button--small' : ''}${wide ? ' sl-button--wide' : ''}`,
    'data-variant': aksel[variant],
    'data-color': variant === 'danger' ? 'danger' : undefined,
  }
}

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'className' | 'style'> & { icon?: ReactNode }

/** Sends the form it stands in. Primary unless told: give every other button on the page `quiet`, `secondary` or `danger`. */
export function SubmitButton({ variant, size, wide, icon, children, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...buttonLook({ variant, size, wide })} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  )
}

/** A button that only works with scripts (open, copy, format). Secondary unless told. */
export function Button({ variant = 'secondary', size, wide, icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...buttonLook({ variant, size, wide })} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  )
}

/** A link that looks like a button. Primary unless told. `about` is read out after the words: "Open<: the request from Rosslea>". */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  about,
  children,
  ...rest
}: Look & Omit<ComponentProps<typeof Link>, 'className' | 'style'> & { icon?: ReactNode; about?: string }) {
  return (
    <Link {...buttonLook({ variant, size, wide })} {...rest}>
      {icon}
      <span>
        {children}
        {about ? <Concerning text={about} /> : null}
      </span>
    </Link>
  )
}

/** Read out after a link's words, for those who hear links one by one: "Change<: the goal's own words>". */
export function Concerning({ text, lang }: { text: string; lang?: string }) {
  return (
    <span className="sl-hidden">
      : <span lang={lang}>{text}</span>
    </span>
  )
}

/** A link to somewhere Remix does not know, like a letter in one's own mail program, that looks like a button. */
export function MailButton({ href, children }: { href: `mailto:${string}`; children: ReactNode }) {
  return (
    <a href={href} {...buttonLook({})}>
      <span>{children}</span>
    </a>
  )
}
