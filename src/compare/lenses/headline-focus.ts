/**
 * What each headline puts first: `headline-focus`, one finding for the event.
 *
 * Headlines of the same words are put together; two groups or more, of independent texts, make the finding. Evidence: the headlines, and each report's first sentence as context.
 */
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { isHeadlineLine } from '../../english/headline-line.js'
import { termsIn, type Term } from '../../likeness/terms.js'
import type { Draft, Lens } from '../lens.js'
import { slice } from '../printed-words.js'
import { grouped } from '../../text/grouped.js'
import { lettersOf } from '../../text/trimmed.js'

export const headlineFocus: Lens = {
  name: 'headline-focus',
  asks: () => ({
    'headline-focus': [
      'Every headline as its report prints it, where two of independent texts have other words.',
    ],
  }),
  find: look,
}

type Headline = { readonly view: ArticleView; readonly span: Span; readonly terms: readonly Term[] }
type Group = readonly Headline[]

/** Of each report that has one. */
function headlinesOf({ views }: Context): readonly Headline[] {
  return views.flatMap((view): Headline[] => {
    const span = view.article.headline
    if (!span || span.end <= span.start) return []
    const terms = termsIn(view, [span])
    return terms.length < 2 || !isHeadlineLine(slice(view, span)) ? [] : [{ view, span, terms }]
  })
}

function look(context: Context): readonly Draft[] {
  const headlines = headlinesOf(context)
  const sides = wordings(headlines)
  if (sides.length < 2 || texts(context, headlines) < 2) return []
  return [
    draft(context, {
      kind: 'headline-focus',
      severity: 'prominence',
      articles: headlines.map(({ view }) => view.id),
      column: null,
      evidence: headlines.flatMap(({ view, span }): Evidence[] => [
        { article: view.id, start: span.start, end: span.end, role: 'headline' },
        ...leadOf(view),
      ]),
      confidence: 0.75,
      salience: 1,
      detail: {
        positions: printings(headlines).map((group) => ({
          value: group.map(({ view, span }) => slice(view, span)).sort()[0] ?? '',
          articles: group.map(({ view }) => view.id),
          texts: texts(context, group),
          source: null,
          voice: 'own' as const,
          certainty: 'plain' as const,
        })),
      },
      matter: 'headline-focus',
      contested: sides.length / Math.max(2, headlines.length) / 2,
      front: true,
    }),
  ]
}

function texts(context: Context, group: Group): number {
  return context.texts(group.map(({ view }) => view.id))
}

/** Each wording once, whatever the forms of its words, with all reports that print it. */
function wordings(headlines: readonly Headline[]): readonly Group[] {
  return groupsBy(headlines, ({ terms }) => terms.map(({ stem }) => stem).join(' '))
}

/** The same, letter for letter: what is printed as the headline of a report must be its own. */
function printings(headlines: readonly Headline[]): readonly Group[] {
  return groupsBy(headlines, ({ view, span }) => lettersOf(slice(view, span)))
}

function groupsBy(headlines: readonly Headline[], key: (headline: Headline) => string): readonly Group[] {
  return [...grouped([...headlines].sort(inOrder), (headline) => [key(headline)]).values()]
}

const inOrder = byKeys<Headline>(
  ({ view }) => view.name,
  ({ view }) => view.id,
)

/** "World", "By Ann Lowe": a line above the text is no sentence of it. */
function endsAsSentence({ text }: ArticleView, { start, end }: Span): boolean {
  return /[.!?…]["”’)]*$/u.test(text.slice(start, end).trimEnd())
}

function leadOf(view: ArticleView): readonly Evidence[] {
  const after = view.article.headline?.end ?? 0
  const lead = view.sentences.find((sentence) => sentence.start >= after && endsAsSentence(view, sentence))
  return lead ? [{ article: view.id, start: lead.start, end: lead.end, role: 'context' }] : []
}
