/**
 * Compare: from an aligned event to the list of what the reports tell differently.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   a Comparison; each finding names the spans that show it, gravest first.
 * Never: ranks outlets, or says an article lacks what we could not read.
 */
import type { Alignment, Column } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Comparison, Evidence } from '../model/comparison.js'
import { sortedBy } from '../text/order.js'
import { strangerCell, strangersIn } from '../text/compared.js'
import { overlap } from '../text/spans.js'
import { actorsOf } from './actors/actors.js'
import { createContext, type Context } from './context.js'
import { factGroups, factTable } from './facts/fact-table.js'
import { linkedFigures } from './facts/groups.js'
import type { Draft } from './lens.js'
import { lenses } from './lens-list.js'
import { profileOf } from './profiles.js'
import { gated, rank } from './rank.js'
import { sureCell } from './left-out/rows.js'
import { once } from '../text/once.js'
import { presentCells, relatedArticles } from '../likeness/columns.js'
import type { Issue } from '../model/issue.js'
import { kept } from '../text/grouped.js'

/** All lenses over one context, what is sure enough to be shown. */
function found(context: Context): readonly Draft[] {
  return withoutDisputed(gated(lenses.flatMap((lens) => lens.find(context))))
}

/** What reports tell in two ways is left out by none: the difference speaks for it. */
function withoutDisputed(drafts: readonly Draft[]): readonly Draft[] {
  const disputed = drafts
    .filter(({ finding: { kind } }) => kind === 'conflict' || kind === 'quote-altered')
    .flatMap(({ finding }) => finding.evidence)
  const isDisputed = (one: Evidence): boolean =>
    one.role === 'asserts' &&
    disputed.some(
      (other) => other.article === one.article && overlap(one, other) * 2 > other.end - other.start,
    )
  return drafts.filter(
    ({ finding: { kind, evidence } }) =>
      !(kind === 'omitted-claim' || kind === 'only-here') || !evidence.some(isDisputed),
  )
}

/**
 * `reference`: the text that quotations are checked against; it is held in the quote columns, and is no report. `strangers`: reports
 * that seem to be of another event; nothing is said of what they tell or do not.
 */
export function compare(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  reference: AnnotatedArticle | null = null,
  strangers: ReadonlySet<string> = new Set(),
): Comparison {
  const issues = eventIssues(articles, alignment, strangers)
  const context = createContext(articles, withoutThose(strangersIn({ issues }), alignment), reference)
  const passedOver = new Set([...linkedFigures(context).passedOver].map(({ id }) => id))
  return {
    findings: rank(found(context)),
    facts: factTable(context, factGroups(context)),
    actors: actorsOf(context),
    profiles: sortedBy(articles, (article) => article.id).map(profileOf),
    issues: [
      ...issues,
      ...articlesInOrder(articles)
        .filter(({ id }) => passedOver.has(id))
        .map(tooManyDetails),
    ],
  }
}

/** With cells of these reports that say nothing. */
function withoutThose(strangers: ReadonlySet<string>, alignment: Alignment): Alignment {
  if (strangers.size === 0) return alignment
  const without = <C extends Column>(column: C): C => ({
    ...column,
    cells: Object.fromEntries(
      Object.entries(column.cells).map(([id, cell]) => [id, strangers.has(id) ? strangerCell : cell]),
    ),
  })
  return { ...alignment, claims: alignment.claims.map(without), quotes: alignment.quotes.map(without) }
}

// ---- event issues

function articlesInOrder(articles: readonly AnnotatedArticle[]): readonly AnnotatedArticle[] {
  return sortedBy(
    articles.filter((article) => article.claims.length > 0),
    (article) => article.id,
  )
}

function eventIssues(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  strangers: ReadonlySet<string>,
): Issue[] {
  const readable = articlesInOrder(articles)
  const [given, read] = [articles.length, readable.length]
  if (read < 2)
    return [
      issue(
        ['nothing-comparable', 'error'],
        `Nothing to compare: a comparison needs two readable reports in English, and ${read === 0 ? 'none' : read} of ${given} could be compared. What is wrong stands beside each source.`,
      ),
    ]

  const related = relatedArticles(alignment)
  if (related.size === 0)
    return [
      issue(
        ['nothing-comparable', 'error'],
        `Nothing to compare: no passage of one report was found in another, so these ${read} reports may not be about the same event. Check that the sources belong together.`,
      ),
    ]

  const aside = readable.filter(({ id }) => related.has(id) && strangers.has(id))
  // Of two reports the rows alone tell; of more, each is held against the others.
  const isPair = read === 2 && surelyRelated(alignment).size === 0
  if (isPair || read - aside.length < 2)
    return [
      issue(
        ['perhaps-unrelated', 'warning'],
        `What these ${read} reports have in common is little and not surely the same: they may be of two events. Check that the sources belong together.`,
      ),
      ...repeatedTexts(readable),
    ]

  return [
    ...aside.map((article) =>
      issue(
        ['perhaps-unrelated', 'warning', article],
        'what this report has in common with the others is little and not surely the same. It may be about another event; if so, leave it out.',
      ),
    ),
    ...readable
      .filter((article) => !related.has(article.id))
      .map((article) =>
        issue(
          ['unrelated', 'warning', article],
          'no passage of this report was found in any other. It may be about another event; if so, leave it out.',
        ),
      ),
    ...repeatedTexts(readable),
  ]
}

/** Reports that share a row as sure as a cell must be to say that another lacks it: two stories of a kind seldom do. */
const surelyRelated = once(({ quotes, claims }: Alignment): ReadonlySet<string> => {
  const sure = <C extends Column>(columns: readonly C[]): readonly C[] =>
    columns.filter((column) => presentCells(column).every(([, { confidence }]) => confidence >= sureCell))
  return relatedArticles({ quotes: sure(quotes), claims: sure(claims) })
})

function tooManyDetails(article: AnnotatedArticle): Issue {
  return issue(
    ['too-many-details', 'warning', article],
    'its numbers are more than in any report, or stand in sentences longer than any; some were not held against those of another report, so differences may be missing. Check that the source is the article alone.',
  )
}

function repeatedTexts(articles: readonly AnnotatedArticle[]): Issue[] {
  const first = new Map<string, AnnotatedArticle>()
  return articles.flatMap((article) => {
    const earlier = kept(first, article.text, () => article)
    if (earlier === article) return []
    return [
      issue(
        ['same-text', 'info', article],
        `the text is the same as that of ${earlier.source}. The two count as one independent text.`,
      ),
    ]
  })
}

/** Of one report or, where none is given, of the event. */
function issue(
  [code, severity, article]: readonly [code: string, severity: Issue['severity'], of?: AnnotatedArticle],
  message: string,
): Issue {
  return {
    code,
    severity,
    stage: 'compare',
    source: article?.source ?? null,
    article: article?.id ?? null,
    message: article ? `${article.source}: ${message}` : message,
  }
}
