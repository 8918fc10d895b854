/**
 * What became of somebody: a `conflict` of type `outcome`, where reports have one person fired here and resign there,
 * convicted and acquitted, dead and alive.
 *
 * In front. Evidence: each clause. From the actor table, wherever in the report it stands; verbs: english/endings.ts.
 * Never: what is denied, wanted, supposed or still to come; nor where a report has both sides, or came out too early to know.
 */
import type { Evidence, Position } from '../../model/comparison.js'
import { endingOf } from '../../english/endings.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { actsOf } from '../actors/acts.js'
import { voiceAt } from '../actors/actors.js'
import { appearancesOf, type Appearances } from '../actors/appearances.js'
import type { Reference } from '../actors/references.js'
import { mayBeTooEarly } from '../../likeness/too-early.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const endings: Lens = {
  name: 'endings',
  asks: () => ({
    'conflict outcome': [
      'Verbs that exclude one another for one person (fired and resigned, convicted and acquitted), in the actor table.',
      'A report that has both is no side of it.',
    ],
  }),
  find: (context) => appearancesOf(context.event).flatMap((told) => look(context, told)),
}

type Ended = {
  readonly view: ArticleView
  readonly question: string
  readonly side: string
  readonly span: Span
}

const sure = 0.8
/** What happens or has happened: "fired", "resigns"; not "to resign", "would resign", "resigning". */
const finite = new Set(['VBD', 'VBN', 'VBZ', 'VBP'])

function look(context: Context, { identity, references }: Appearances): readonly Draft[] {
  if (identity.kind !== 'person') return []
  const all = context.views.flatMap((view) => (references.get(view) ?? []).flatMap(endedIn))
  return [...new Set(all.map(({ question }) => question))].flatMap((question) => {
    const ended = clear(all.filter((one) => one.question === question))
    const sides = [...new Set(ended.map(({ side }) => side))].sort()
    const ids = [...new Set(ended.map(({ view }) => view.id))]
    if (sides.length < 2 || context.texts(ids) < 2 || mayBeLater(ended)) return []
    return [toDraft(context, identity.name, sides, ended)]
  })
}

function endedIn(reference: Reference): readonly Ended[] {
  const { view, tree } = reference
  return actsOf(reference).flatMap((act) => {
    const ending = act.negated ? undefined : endingOf(act.verb, act.direction)
    const node = tree.nodes.find(({ start }) => start === act.predicate.start)
    if (!ending || !node || !finite.has(node.tag)) return []
    return [{ ...ending, view, span: { start: act.start, end: act.end } }]
  })
}

/** Reports with one side alone. */
function clear(ended: readonly Ended[]): readonly Ended[] {
  const sides = new Map<ArticleView, Set<string>>()
  for (const { view, side } of ended) sides.set(view, (sides.get(view) ?? new Set()).add(side))
  return ended.filter(({ view }) => sides.get(view)?.size === 1)
}

/** One side may not have known of the other. */
function mayBeLater(ended: readonly Ended[]): boolean {
  return ended.some((one) => {
    const others = ended.filter(({ side }) => side !== one.side)
    return mayBeTooEarly(
      one.view,
      others.map(({ view, span }) => ({ view, mentions: [span] })),
    )
  })
}

function toDraft(context: Context, person: string, sides: readonly string[], ended: readonly Ended[]): Draft {
  const positions = sides.map((side) =>
    positionOf(
      context,
      ended.filter((one) => one.side === side),
    ),
  )
  return draft(context, {
    kind: 'conflict',
    severity: 'fact',
    column: null,
    evidence: ended.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'value' })),
    confidence: sure,
    detail: {
      type: 'outcome',
      grade: 'differ',
      reason: 'one excludes the other',
      referent: person,
      positions,
    },
    sentence: templates.conflict(
      `what became of ${person}`,
      positions.map(({ value, articles }) => ({ value, by: names(context, articles) })),
      '',
      '',
    ),
    matter: `ending ${person}`,
    front: true,
  })
}

function positionOf(context: Context, items: readonly Ended[]): Position {
  const articles = [...new Set(items.map(({ view }) => view.id))]
  const [first] = [...items].sort(byKeys(({ span }) => span.end - span.start))
  return {
    value: first ? quoted(slice(first.view, first.span), 80) : '',
    articles,
    texts: context.texts(articles),
    source: null,
    voice: items.every(({ view, span }) => voiceAt(view, span) === 'attributed') ? 'attributed' : 'own',
    certainty: 'plain',
  }
}
