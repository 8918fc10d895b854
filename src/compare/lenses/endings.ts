/**
 * What became of somebody: a `conflict` of type `outcome`, where reports have one person fired here and resign there,
 * convicted and acquitted, dead and alive.
 *
 * In front. Evidence: each clause. From the actor table, wherever in the report it stands; verbs: data/english/endings.txt.
 * Never: what is denied, wanted, supposed or still to come; nor where a report has both sides, or came out too early to know.
 */
import { mayBeTooEarly } from '../../likeness/too-early.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Evidence, Position } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { grouped } from '../../text/grouped.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { voiceAt } from '../actors/actors.js'
import { actsOf } from '../actors/acts.js'
import { appearancesOf, type Appearances } from '../actors/appearances.js'
import type { Reference } from '../actors/references.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { quoted, slice } from '../printed-words.js'
import { wordFile } from '../../english/word-lists.js'

export const endings: Lens = {
  name: 'endings',
  asks: () => ({
    'conflict outcome': [
      'Verbs that exclude one another for one person (fired and resigned, convicted and acquitted), in the actor table.',
      'A report that has both is no side of it.',
    ],
  }),
  find: (context) =>
    appearancesOf(context).flatMap((told) => (told.identity.kind === 'person' ? look(context, told) : [])),
}

type Ended = {
  readonly view: ArticleView
  readonly span: Span
  readonly question: string
  readonly side: string
}

const sure = 0.8
/** Characters of an answer that are printed. */
const longest = 80
/** What happens or has happened: "fired", "resigns"; not "to resign", "would resign", "resigning". */
const finite = new Set(['VBD', 'VBN', 'VBZ', 'VBP'])

function look(context: Context, { identity, references }: Appearances): readonly Draft[] {
  const all = context.views.flatMap((view) => (references.get(view) ?? []).flatMap(endedIn))
  return [...grouped(all, ({ question }) => [question]).values()].flatMap((one) => {
    const told = clear(one)
    const sides = [...grouped(told, ({ side }) => [side]).values()]
    const ids = told.map(({ view }) => view.id)
    if (sides.length < 2 || context.texts(ids) < 2 || mayBeLater(sides)) return []
    return [draftOf(context, identity.name, sides)]
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
  const byView = grouped(ended, ({ view }) => [view])
  return ended.filter(({ view }) => new Set(byView.get(view)?.map(({ side }) => side)).size === 1)
}

/** Whether who gives one answer may have come out too early to know of the others. */
function mayBeLater(sides: readonly (readonly Ended[])[]): boolean {
  return sides.some((own) => {
    const others = sides.filter((side) => side !== own).flat()
    const tellers = others.map(({ view, span }) => ({ view, mentions: [span] }))
    return own.some(({ view }) => mayBeTooEarly(view, tellers))
  })
}

function draftOf(context: Context, name: string, sides: readonly (readonly Ended[])[]): Draft {
  const matter = `what became of ${name}`
  const positions = sides.map((side) => positionOf(context, side)).sort(byKeys(({ value }) => value))
  return draft(context, {
    kind: 'conflict',
    severity: 'fact',
    column: null,
    evidence: sides.flat().map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'value' })),
    confidence: sure,
    detail: { type: 'outcome', grade: 'differ', reason: 'one excludes the other', referent: name, positions },
    matter: ['outcome', matter, ...positions.map(({ value }) => value)].join(' '),
    front: true,
  })
}

/** The shortest answer stands for its side. */
function positionOf(context: Context, side: readonly Ended[]): Position {
  const articles = [...new Set(side.map(({ view }) => view.id))]
  const isCredited = side.every(({ view, span }) => voiceAt(view, span) === 'attributed')
  const [shortest] = [...side].sort(byKeys(({ span }) => span.end - span.start))
  return {
    value: shortest ? quoted(slice(shortest.view, shortest.span), longest) : '',
    articles,
    texts: context.texts(articles),
    source: (isCredited && shortest ? speakerAt(shortest) : undefined) ?? null,
    voice: isCredited ? 'attributed' : 'own',
    certainty: 'plain',
  }
}

/** Who is credited with the words, as far as the report names somebody. */
function speakerAt({ view, span }: Ended): string | undefined {
  return view.article.quotes.find(({ content }) => content.some((part) => overlap(part, span) > 0))?.speaker
    ?.name
}

// ---- endings

/** The side that a verb takes on a question: `resigned` on `office`. */
type Ending = { readonly question: string; readonly side: string }

const file = wordFile('endings.txt')
const tables = { does: sidesByVerb('does'), undergoes: sidesByVerb('undergoes') } as const

function sidesByVerb(section: string): ReadonlyMap<string, Ending> {
  return new Map(
    [...file.groups(section)].flatMap(([name, verbs]) => {
      const [question = '', side = ''] = name.split('/')
      return verbs.map((verb) => [verb.replace('-', ' '), { question, side }] as const)
    }),
  )
}

/** `verb`: its base form with a particle ("step down"). */
function endingOf(verb: string, direction: keyof typeof tables): Ending | undefined {
  return tables[direction].get(verb)
}
