import {
  Band,
  CardSection,
  Checklist,
  Chip,
  DataTable,
  Facts,
  Fold,
  Pair,
  Progress,
  RunChart,
  type RunChartDrawing,
  Section,
  StatusChip,
  StoryCard,
  Who,
} from '../index.ts'
import { ingrid, karin, terms, yusuf } from './people.ts'

const dash = '–'

/** A run chart with its table, a list of tasks, facts. */
export function GalleryFigures({ drawing }: { drawing: RunChartDrawing }) {
  return (
    <>
      <Section id="chart" title="Över tid">
        <figure className="sl-card sl-stack">
          <p className="sl-meta">Andel nöjda per termin, procent. Skalan börjar inte på noll.</p>
          <RunChart
            drawing={drawing}
            name="Tidsserie, andel nöjda per termin, procent. Samma värden finns i tabellen under diagrammet."
          />
          <figcaption>
            <ol className="sl-notes">
              <li>
                <b>1</b>
                <span>
                  <strong>Hösten 2023.</strong> Tre handledare besökte Nordvik.
                </span>
              </li>
            </ol>
          </figcaption>
        </figure>
        <Fold summary="Samma värden som tabell" open>
          <DataTable
            caption="Andel nöjda per termin, senaste först"
            rows={[...terms].reverse().slice(0, 11)}
            rowKey={(term) => term.label}
            columns={[
              { key: 'term', label: 'Termin', cell: (term) => term.label },
              {
                key: 'share',
                label: 'Andel',
                numeric: true,
                cell: (term) => (term.hidden || term.value === null ? dash : `${term.value} %`),
              },
              {
                key: 'count',
                label: 'Nöjda / svar',
                numeric: true,
                cell: (term) => (term.hidden || term.value === null ? dash : '53 av 60'),
              },
              {
                key: 'state',
                label: 'Läge',
                cell: (term) => (
                  <StatusChip
                    status={term.hidden ? 'hidden' : term.value === null ? 'no-data' : term.value > 85 ? 'met' : 'not-met'}
                  />
                ),
              },
            ]}
          />
        </Fold>
      </Section>
      <div className="sl-grid sl-grid--2">
        <CardSection id="left" title="Kvar före besöket">
          <Checklist
            items={[
              { id: '1', label: 'Datum bekräftat', done: true, note: 'Karin och Ingrid, 20 november' },
              { id: '2', label: 'Svara på underlaget', to: '?answer', note: 'du, senast 21 januari' },
            ]}
          />
          <Progress value={2} max={5}>
            Fråga 2 av 5
          </Progress>
        </CardSection>
        <Facts
          items={[
            { term: 'Mål', value: 'Mer än 85 %' },
            { term: 'Svarsfrekvens', value: '60 av 79, 75,9 %' },
            { term: 'Frågan', value: '”Jag är som helhet nöjd med min placering.”' },
          ]}
        />
      </div>
      <Band id="band" title="En gäst berättar">
        <blockquote className="sl-quote">Vi åkte hem med en fråga som vi nu ställer till varje patient.</blockquote>
        <div className="sl-row sl-row--between">
          <div className="sl-who">
            <Pair host={yusuf} guest={ingrid} />
            <div>
              <b>Ingrid, avdelningschef i Nordvik</b>
              <span className="sl-meta">på besök hos Tallbacken</span>
            </div>
          </div>
          <a href="#band">Läs hela berättelsen</a>
        </div>
      </Band>
      <div className="sl-grid sl-grid--3">
        {['tavlan', 'fjorden', 'fikat'].map((picture) => (
          <StoryCard
            key={picture}
            to={`?${picture}`}
            title="Ferja går 06.40, og kofferten er full av spørsmål"
            lang="nb"
            excerpt="Fire fra hjemmetjenesten pakker."
            picture={{ src: `/drawings/${picture}.svg`, alt: '' }}
            chips={<Chip glyph="preparing">Före besöket</Chip>}
            who={<Who {...karin} side="host" about="9 februari · 14 kommentarer" />}
          />
        ))}
      </div>
    </>
  )
}
