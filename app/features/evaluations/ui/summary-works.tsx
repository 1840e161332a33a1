// What the sides decided to try, as improvement works that the follow-up asks about again.
import { Form, Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Chip, Concerning, SubmitButton } from '#app/ui/index.ts'
import type { SummaryPage } from '../queries.server.ts'

const sideWords = { host: m.evaluations_work_of_host, guest: m.evaluations_work_of_guest }

/** Under the question that it comes from: the works there are, and the way to make one of what was answered. */
export function DecidedWorks({ page, answered }: { page: SummaryPage; answered: boolean }) {
  const base = `/visits/${page.visitId}`
  const mayAdd = page.decides !== null && answered
  if (page.decided.length === 0 && !mayAdd) return null
  return (
    <section className="sl-card sl-card--guest sl-stack" aria-labelledby="decided" id="improvement">
      <h3 id="decided">{m.evaluations_works_title()}</h3>
      <p>{m.evaluations_works_lead()}</p>
      {page.decided.length > 0 ? (
        <ul className="sl-stack">
          {page.decided.map((work) => (
            <li key={work.id} className="sl-stack-s">
              <p className="sl-row">
                <b className="sl-voice" lang={work.language}>
                  {work.title}
                </b>
                <Chip tone="quiet">{sideWords[work.side]()}</Chip>
              </p>
              {work.aim ? (
                <p className="sl-voice sl-lines" lang={work.language}>
                  {work.aim}
                </p>
              ) : null}
              {page.decides === work.side ? (
                <Form method="post" action={`${base}/summary/improvement/${work.id}/withdrawal`}>
                  <SubmitButton variant="quiet" size="small">
                    {m.evaluations_work_take_back()}
                    <Concerning text={work.title} lang={work.language} />
                  </SubmitButton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <p>
          <Link to={`${base}/summary/improvement`}>
            {page.decided.length > 0 ? m.evaluations_work_add() : m.evaluations_work_make()}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
