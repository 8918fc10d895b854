/**
 * Who is heard and how much: `source-balance`, one finding for the event.
 *
 * Shows the speakers whose share of the words differs most between complete reports of independent texts, with the words
 * credited to each. Evidence: each report's longest passage of that speaker.
 * Silent where nobody's part differs by much. Counts of words, never a score; shares decide what is shown and are not
 * printed.
 */
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { heardIn, longest, wordsHeard, type Heard } from '../speakers-heard.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { profileOf } from '../profiles.js'
import { names } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const sourceBalance: Lens = {
  name: 'source-balance',
  asks: () => ({
    'source-balance': [
      `Words credited to a named speaker, as a share of the report, differ by ${printed(leastGap.share)} or more between complete reports, and by ${leastGap.words} words.`,
    ],
  }),
  find: look,
}

/** Least difference of a speaker's share of all words between two reports, and of the words themselves. */
const leastGap = { share: 0.06, words: 30 } as const
const mostSpeakers = 3
/** Shorter reports have no room for a balance. */
const leastWords = 120

type Row = {
  readonly heard: Heard
  readonly counts: readonly { readonly view: ArticleView; readonly words: number; readonly share: number }[]
  readonly gap: number
}

function look(context: Context): readonly Draft[] {
  const views = context.views.filter(
    (view) => view.article.completeness.state === 'complete' && profileOf(view.article).words >= leastWords,
  )
  if (context.texts(views.map((view) => view.id)) < 2) return []
  const rows = heardIn(context)
    .map((heard) => rowOf(heard, views))
    .filter((row) => differs(context, row))
    .sort(
      byKeys(
        (row) => -row.gap,
        (row) => row.heard.name,
      ),
    )
    .slice(0, mostSpeakers)
  const [first] = rows
  if (!first) return []
  const labels = views.map((view) => [view.id, labelsOf(view, rows)] as const).sort(byKeys(([id]) => id))
  return [
    draft(context, {
      kind: 'source-balance',
      severity: 'prominence',
      articles: views.map((view) => view.id),
      column: null,
      evidence: rows.flatMap((row) => row.counts.flatMap(({ view }) => evidenceOf(view, row.heard))),
      confidence: 0.8,
      salience: first.gap,
      detail: {
        reason: 'words of attributions whose speaker was resolved to a name',
        labels: Object.fromEntries(labels),
      },
      sentence: templates.sourceBalance(
        rows.map(({ heard, counts }) => ({
          speaker: heard.name,
          counts: counts
            .filter(({ words }) => words > 0)
            .map(({ view, words }) => ({
              value: `${words} of ${profileOf(view.article).words}`,
              by: view.name,
            })),
          none: names(
            context,
            counts.filter(({ words }) => words === 0).map(({ view }) => view.id),
          ),
        })),
      ),
      matter: 'source-balance',
      front: false,
    }),
  ]
}

function rowOf(heard: Heard, views: readonly ArticleView[]): Row {
  const counts = views.map((view) => {
    const words = wordsHeard(view, heard.by.get(view) ?? [])
    return { view, words, share: words / profileOf(view.article).words }
  })
  const shares = counts.map(({ share }) => share)
  return { heard, counts, gap: Math.max(...shares) - Math.min(...shares) }
}

/** Heard in two independent texts at least, and by much more in one than in another. */
function differs(context: Context, { counts, gap }: Row): boolean {
  const words = counts.map((count) => count.words)
  const heardBy = counts.filter((count) => count.words > 0).map(({ view }) => view.id)
  return (
    context.texts(heardBy) > 1 &&
    gap >= context.limit(leastGap.share) &&
    Math.max(...words) - Math.min(...words) >= context.limit(leastGap.words)
  )
}

function evidenceOf(view: ArticleView, heard: Heard): readonly Evidence[] {
  const quote = longest(heard.by.get(view) ?? [])
  return quote ? quote.content.map((span): Evidence => ({ article: view.id, ...span, role: 'context' })) : []
}

function labelsOf(view: ArticleView, rows: readonly Row[]): readonly string[] {
  const total = profileOf(view.article).words
  return rows.flatMap(({ heard, counts }) =>
    counts
      .filter((count) => count.view === view)
      .map(({ words }) => `${heard.name}: ${words} of ${total} words`),
  )
}
