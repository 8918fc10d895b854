/** What each report puts first: its headline (`headline-focus`) and its first sentence (`told-differently`), one finding each. */
import type { FindingKind } from '../../model/comparison.js'
import { sortedBy } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft, evidenceAt, positionOf } from '../finding.js'
import { withoutDateline } from '../../english/dateline.js'
import { printedHeadline } from '../../english/headline-line.js'
import { share } from '../../likeness/soft-cover.js'
import { termsIn, type Term } from '../../likeness/terms.js'
import { manyTexts } from '../left-out/topics.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { slice } from '../printed-words.js'
import { bodyStart } from '../../text/body-start.js'
import { pairsOf } from '../../text/pairs-of.js'
import { grouped } from '../../text/grouped.js'
import { lettersOf } from '../../text/trimmed.js'

export const headlineFocus: Lens = {
  name: 'headline-focus',
  asks: () => ({
    'headline-focus': [
      'Every headline as its report prints it, where two of independent texts have other words.',
    ],
    'told-differently': [
      `The first sentence of every report, of fewer than ${manyTexts} independent texts, where two have ${printed(mostAlike)} of their words in common at most.`,
    ],
  }),
  find: (context) => [...ofHeadlines(context), ...ofLeads(context)],
}

/** Nothing was matched. */
const asPrinted = 0.95
/** Share of words in common, at most, from which two openings tell the news in two ways. */
const mostAlike = 0.6

type Headline = { readonly view: ArticleView; readonly span: Span; readonly terms: readonly Term[] }
type Group = readonly Headline[]

/** Of each report that has one. */
function headlinesOf({ views }: Context): readonly Headline[] {
  return views.flatMap((view): Headline[] => {
    const span = printedHeadline(view.article)
    if (!span || span.end <= span.start) return []
    const terms = termsIn(view, [span])
    return terms.length < 2 ? [] : [{ view, span, terms }]
  })
}

function ofHeadlines(context: Context): readonly Draft[] {
  const headlines = headlinesOf(context)
  const sides = wordings(headlines)
  if (sides.length < 2 || texts(context, headlines) < 2) return []
  return [toDraft(context, 'headline-focus', headlines, sides.length)]
}

function ofLeads(context: Context): readonly Draft[] {
  const leads = context.views.flatMap((view) => {
    const span = leadOf(view)
    return span ? [{ view, span, terms: termsIn(view, [span]) }] : []
  })
  const differ = pairsOf(leads).some(
    ([one, other]) => texts(context, [one, other]) > 1 && share(one.terms, other.terms) <= mostAlike,
  )
  if (!differ || context.allTexts >= manyTexts) return []
  return [toDraft(context, 'told-differently', leads, wordings(leads).length)]
}

function toDraft(context: Context, kind: FindingKind, group: Group, sides: number): Draft {
  const role = kind === 'headline-focus' ? 'headline' : 'body'
  return draft(context, {
    kind,
    severity: 'prominence',
    articles: group.map(({ view }) => view.id),
    column: null,
    evidence: group.map(({ view, span }) => evidenceAt(view, span, role)),
    confidence: kind === 'headline-focus' ? 0.75 : asPrinted,
    salience: 1,
    detail: {
      positions: printings(group).map((same) =>
        positionOf(context, same, same.map(({ view, span }) => slice(view, span)).sort()[0] ?? ''),
      ),
    },
    matter: kind,
    contested: sides / Math.max(2, group.length) / 2,
    front: true,
  })
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
  const inOrder = sortedBy(headlines, ({ view }) => [view.name, view.id])
  return [...grouped(inOrder, (headline) => [key(headline)]).values()]
}

/** "World", "By Ann Lowe": a line above the text is no sentence of it. */
function endsAsSentence({ text }: ArticleView, { start, end }: Span): boolean {
  return /[.!?…]["”’)]*$/u.test(text.slice(start, end).trimEnd())
}

/** Of a text without a headline the first line is its first sentence. */
function leadOf(view: ArticleView): Span | null {
  const after = bodyStart({ ...view.article, headline: printedHeadline(view.article) })
  const lead = view.sentences.find((sentence) => sentence.start >= after && endsAsSentence(view, sentence))
  return lead ? withoutDateline(view.text, lead) : null
}
