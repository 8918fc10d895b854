/**
 * What became of somebody: a `conflict` of type `outcome`, where reports have one person fired here and resign there,
 * convicted and acquitted, dead and alive.
 *
 * In front. Evidence: each clause. From the actor table, wherever in the report it stands; verbs: english/endings.ts.
 * Never: what is denied, wanted, supposed or still to come; nor where a report has both sides, or came out too early to know.
 */
import { endingOf } from '../../english/endings.js'
import { grouped } from '../../text/grouped.js'
import { actsOf } from '../actors/acts.js'
import { peopleOf, type Appearances } from '../actors/appearances.js'
import type { Reference } from '../actors/references.js'
import type { ArticleView } from '../../likeness/view.js'
import { draftOf, mayBeLater, type Answer } from '../answers.js'
import type { Context } from '../context.js'
import type { Draft, Lens } from '../lens.js'

export const endings: Lens = {
  name: 'endings',
  asks: () => ({
    'conflict outcome': [
      'Verbs that exclude one another for one person (fired and resigned, convicted and acquitted), in the actor table.',
      'A report that has both is no side of it.',
    ],
  }),
  find: (context) => peopleOf(context.event).flatMap((told) => look(context, told)),
}

type Ended = Answer & { readonly question: string; readonly side: string }

const sure = 0.8
/** What happens or has happened: "fired", "resigns"; not "to resign", "would resign", "resigning". */
const finite = new Set(['VBD', 'VBN', 'VBZ', 'VBP'])

function look(context: Context, { identity, references }: Appearances): readonly Draft[] {
  const all = context.views.flatMap((view) => (references.get(view) ?? []).flatMap(endedIn))
  return [...new Set(all.map(({ question }) => question))].flatMap((question) => {
    const ended = clear(all.filter((one) => one.question === question))
    const sides = [...grouped(ended, ({ side }) => [side]).values()]
    const ids = ended.map(({ view }) => view.id)
    if (sides.length < 2 || context.texts(ids) < 2 || mayBeLater(sides)) return []
    return [
      draftOf(context, {
        type: 'outcome',
        matter: `what became of ${identity.name}`,
        referent: identity.name,
        grade: 'differ',
        reason: 'one excludes the other',
        sides,
        confidence: sure,
        front: true,
      }),
    ]
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
