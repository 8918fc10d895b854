/**
 * Which matter each headline picks: `headline-focus`, one finding for the event.
 *
 * Headlines are put together (average link) where a column has a mention in both or where much of their weight of words is
 * common; two groups or more, of independent texts, make the finding. Evidence: the headlines, and each report's first
 * sentence as context.
 */
import type { Evidence } from '../../model/comparison.js'
import { byKeys } from '../../text/order.js'
import { quantise } from '../../text/quantise.js'
import type { ArticleView, Context } from '../context.js'
import { draft } from '../finding.js'
import { alike, headlinesOf, type Headline } from '../headlines/headlines.js'
import type { Draft, Lens } from '../lens.js'
import { joinAnd, quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const headlineFocus: Lens = { name: 'headline-focus', find: look }

/** From this mean common weight on headlines are on one matter; two that share a column have at least so much. */
const oneMatter = 0.3
const oneColumn = 0.6
/** Groups farther apart than this are worth a place in front. */
const farApart = 0.22

type Group = readonly Headline[]

function look(context: Context): readonly Draft[] {
  const headlines = headlinesOf(context)
  const groups = grouped(context, headlines)
  const sides = groups.filter((group) => group.length > 0)
  if (sides.length < 2 || context.texts(headlines.map(({ view }) => view.id)) < 2) return []
  const differ = sides.some((one, index) =>
    sides
      .slice(index + 1)
      .some(
        (other) => texts(context, [...one, ...other]) > Math.max(texts(context, one), texts(context, other)),
      ),
  )
  if (!differ) return []
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
        positions: sides.map((group) => ({
          value: group.map(({ view, span }) => slice(view, span)).sort()[0] ?? '',
          articles: group.map(({ view }) => view.id),
          texts: texts(context, group),
          source: null,
          voice: 'own' as const,
          certainty: 'plain' as const,
        })),
      },
      sentence: templates.headlineFocus(
        sides.map((group) => ({
          value: joinAnd(group.map(({ view, span }) => quoted(slice(view, span), 120))),
          by: joinAnd(group.map(({ view }) => view.name)),
        })),
      ),
      matter: 'headline-focus',
      contested: sides.length / Math.max(2, headlines.length) / 2,
      front: pairs(sides).some(({ score }) => score < farApart),
    }),
  ]
}

function texts(context: Context, group: Group): number {
  return context.texts(group.map(({ view }) => view.id))
}

/** Average link: the two groups nearest to one another join as long as they are near enough. */
function grouped(context: Context, headlines: readonly Headline[]): readonly Group[] {
  let groups: readonly Group[] = [...headlines]
    .sort(byKeys(({ view }) => view.id))
    .map((headline) => [headline])
  for (;;) {
    const [best] = pairs(groups).sort(
      byKeys(
        ({ score }) => -score,
        ({ name }) => name,
      ),
    )
    if (!best || best.score < context.limit(oneMatter)) break
    const { one, other } = best
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]]
  }
  return groups
    .map((group) => [...group].sort(inOrder))
    .sort(
      byKeys(
        (group) => group[0]?.view.name ?? '',
        (group) => group[0]?.view.id ?? '',
      ),
    )
}

const inOrder = byKeys<Headline>(
  ({ view }) => view.name,
  ({ view }) => view.id,
)

type Pair = { readonly one: Group; readonly other: Group; readonly score: number; readonly name: string }

function pairs(groups: readonly Group[]): Pair[] {
  return groups.flatMap((one, index) =>
    groups.slice(index + 1).map((other) => ({
      one,
      other,
      score: nearness(one, other),
      name: [...one, ...other].map(({ view }) => view.id).join(' '),
    })),
  )
}

/** Mean over all pairs; a column that has a mention in both headlines counts as nearly the same. */
function nearness(one: Group, other: Group): number {
  const scores = one.flatMap((a) =>
    other.map((b) =>
      [...a.columns].some((column) => b.columns.has(column)) ? Math.max(oneColumn, alike(a, b)) : alike(a, b),
    ),
  )
  return quantise(scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length))
}

function leadOf(view: ArticleView): readonly Evidence[] {
  const after = view.article.headline?.end ?? 0
  const lead = view.sentences.find((sentence) => sentence.start >= after)
  return lead ? [{ article: view.id, start: lead.start, end: lead.end, role: 'context' }] : []
}
