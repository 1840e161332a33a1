// Around every page: skip link, header, menus, footer. Everything is links, forms and <details>; no script is needed.
import { MenuHamburgerIcon } from '@navikt/aksel-icons'
import { Form, Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from './buttons.tsx'
import { LanguageList, LanguageMenu } from './language.tsx'
import { Face, Mark } from './motif.tsx'

type NavItem = { to: string; label: string }

type Props = {
  nav: readonly NavItem[]
  /** Who is signed in; nobody: a link to sign in. */
  person?: { name: string; picture?: string | null } | null
  /** How many things need this person; the link to /home. */
  needsYou?: number | null
  /** One's own places, before settings and sign-out. */
  account?: readonly NavItem[]
  /** Where sign-out posts to. */
  signOutTo?: string
  /** Stands in the footer, for instance `ThemeChoice`. */
  footer?: ReactNode
  children: ReactNode
}

/** The ordinary page. Pages themselves begin with `Page`. */
export function PageFrame({ nav, person, needsYou, account = [], signOutTo = '/logout', footer, children }: Props) {
  return (
    <>
      <SkipLink />
      <header className="sl-top">
        <div className="sl-wrap sl-top__in">
          <Logo to={person ? '/home' : '/'} />
          <nav className="sl-nav" aria-label={m.ui_nav_main()}>
            <NavItems nav={nav} />
          </nav>
          <div className="sl-top__right">
            {needsYou ? <NeedsYou count={needsYou} /> : null}
            <div className="sl-wide-only">
              <LanguageMenu />
            </div>
            {person ? (
              <AccountMenu person={person} account={account} signOutTo={signOutTo} />
            ) : (
              <span className="sl-top__login">
                <ButtonLink to="/login" variant="secondary" size="small">
                  {m.ui_sign_in()}
                </ButtonLink>
              </span>
            )}
            <PhoneMenu nav={nav} signedIn={Boolean(person)} account={account} signOutTo={signOutTo} />
          </div>
        </div>
      </header>
      <Main>{children}</Main>
      <Footer>{footer}</Footer>
    </>
  )
}

/**
 * Sign-in and questionnaires: a bare header with logo and language. `language` false where following a link would lose what
 * was answered: there the page offers the languages inside its form.
 */
export function BareFrame({
  language = true,
  footer,
  children,
}: {
  language?: boolean
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <SkipLink />
      <header className="sl-top">
        <div className="sl-wrap sl-top__in">
          <Logo to="/" />
          <div className="sl-top__right">{language ? <LanguageMenu /> : null}</div>
        </div>
      </header>
      <Main>{children}</Main>
      <Footer language={language}>{footer}</Footer>
    </>
  )
}

/** The mark and the name, linked. */
function Logo({ to }: { to: string }) {
  return (
    <Link className="sl-logo" to={to} aria-label={m.ui_logo()}>
      <Mark />
      <span>{m.common_product()}</span>
    </Link>
  )
}

function SkipLink() {
  return (
    <a className="sl-skip" href="#main">
      {m.ui_skip()}
    </a>
  )
}

function Main({ children }: { children: ReactNode }) {
  return (
    <main className="sl-main" id="main" tabIndex={-1}>
      {children}
    </main>
  )
}

function NavItems({ nav }: { nav: readonly NavItem[] }) {
  return (
    <ul>
      {nav.map((item) => (
        <li key={item.to}>
          <NavLink to={item.to} prefetch="intent">
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

function NeedsYou({ count }: { count: number }) {
  return (
    <Link className="sl-needs" to="/home">
      <span className="sl-count">{count}</span> <span className="sl-needs__words">{m.ui_needs_you()}</span>
    </Link>
  )
}

type Account = { account: readonly NavItem[]; signOutTo: string }

function AccountMenu({ person, ...rest }: Account & { person: { name: string; picture?: string | null } }) {
  return (
    <div className="sl-wide-only">
      <details className="sl-menu">
        <summary>
          <Face name={person.name} picture={person.picture} side="host" size="s" /> {person.name.split(' ')[0]}
        </summary>
        <div className="sl-menu__list">
          <AccountItems {...rest} />
        </div>
      </details>
    </div>
  )
}

function AccountItems({ account, signOutTo }: Account) {
  return (
    <ul>
      {account.map((item) => (
        <li key={item.to}>
          <Link to={item.to}>{item.label}</Link>
        </li>
      ))}
      <li>
        <Link to="/settings">{m.ui_settings()}</Link>
      </li>
      <li>
        <Form method="post" action={signOutTo}>
          <button type="submit">{m.ui_sign_out()}</button>
        </Form>
      </li>
    </ul>
  )
}

function PhoneMenu({ nav, signedIn, ...rest }: Account & { nav: readonly NavItem[]; signedIn: boolean }) {
  return (
    <div className="sl-narrow-only">
      <details className="sl-menu">
        <summary>
          <MenuHamburgerIcon className="sl-icon" aria-hidden /> {m.ui_menu()}
        </summary>
        <div className="sl-menu__list">
          <nav aria-label={m.ui_nav_main()}>
            <NavItems nav={nav} />
          </nav>
          <hr />
          <LanguageList />
          <hr />
          {signedIn ? (
            <AccountItems {...rest} />
          ) : (
            <ul>
              <li>
                <Link to="/login">{m.ui_sign_in()}</Link>
              </li>
            </ul>
          )}
        </div>
      </details>
    </div>
  )
}

function Footer({ language = true, children }: { language?: boolean; children: ReactNode }) {
  return (
    <footer className="sl-foot">
      <div className="sl-wrap sl-foot__in">
        <Logo to="/" />
        <div className="sl-stack-s">
          <p>{m.ui_foot_about()}</p>
          <ul>
            <li>
              <Link to="/accessibility">{m.ui_foot_accessibility()}</Link>
            </li>
            <li>
              <Link to="/privacy">{m.ui_foot_privacy()}</Link>
            </li>
            <li>
              <Link to="/about">{m.ui_foot_about_link()}</Link>
            </li>
            <li>
              <Link to="/contact">{m.ui_foot_contact()}</Link>
            </li>
          </ul>
          {children}
        </div>
        {language ? (
          <nav aria-label={m.ui_languages()}>
            <LanguageList />
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
