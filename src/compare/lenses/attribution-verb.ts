/**
 * The verb beside one speaker's same words: `attribution-verb`, one finding a speaker.
 *
 * Where independent texts report one utterance, one with a neutral verb ("said"), one with a verb that takes a stance
 * ("admitted", "claimed", "boasted"), or two with different stances. All verbs for this speaker and for all others
 * are shown for each of these reports, counted, so that one sees whether the report treats others alike. No rates. Never in
 * front: an editor of real coverage hardly ever notes it.
 */
import type { CueStance, Quote } from '../../model/annotation.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { stem } from '../../text/stem.js'
import { presentCells } from '../../likeness/columns.js'
import { wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { heardIn, type Heard } from '../speakers-heard.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { verbStance } from '../../english/telling-verbs.js'
import { joinAnd, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const attributionVerb: Lens = {
  name: 'attribution-verb',
  asks: () => ({
    'attribution-verb': [
      'Two independent texts report one utterance, one with a verb that takes a stance (admitted, claimed, boasted), the other with another or a neutral one.',
      `Links of at least ${printed(leastLink)}; the verbs are of the project’s own list.`,
    ],
  }),
  find: (context) => heardIn(context).flatMap((heard) => look(context, heard)),
}

/** Stances that put a colour on the speaker or on what is told; `insisting` and `endorsing` say how, not whether. */
const coloured: ReadonlySet<CueStance> = new Set(['doubting', 'conceding', 'denying', 'emotive'])
/** Passages linked less surely than this are not taken for one utterance. */
const leastLink = 0.6

type Use = {
  readonly view: ArticleView
  readonly quote: Quote
  readonly stance: CueStance
  readonly span: Span
  readonly verb: string
}

function look(context: Context, heard: Heard): readonly Draft[] {
  const quotes = new Map(
    [...heard.by].flatMap(([view, list]) => list.map((quote) => [quote.id, { view, quote }])),
  )
  const uses = new Map<string, Use>()
  let confidence = 1
  for (const column of context.alignment.quotes) {
    const here = presentCells(column).flatMap(([, cell]): Use[] =>
      cell.confidence < context.limit(leastLink)
        ? []
        : cell.mentions.flatMap(({ ref }) => {
            const found = quotes.get(ref)
            return found ? useOf(found.view, found.quote) : []
          }),
    )
    const differing = here.filter((use) => here.some((other) => clash(context, use, other)))
    for (const use of differing) uses.set(use.quote.id, use)
    if (differing.length > 0)
      confidence = Math.min(confidence, ...presentCells(column).map(([, cell]) => cell.confidence))
  }
  const shown = [...uses.values()].sort(
    byKeys(
      (use) => use.view.name,
      (use) => use.quote.content[0]?.start ?? 0,
    ),
  )
  if (shown.length === 0) return []
  const views = context.views.filter((view) => shown.some((use) => use.view === view))
  return [
    draft(context, {
      kind: 'attribution-verb',
      severity: 'attribution',
      articles: views.map(({ id }) => id),
      column: null,
      evidence: shown.flatMap(({ view, quote, span }): Evidence[] => [
        { article: view.id, start: span.start, end: span.end, role: 'label' },
        ...quote.content.map((span): Evidence => ({ article: view.id, ...span, role: 'context' })),
      ]),
      confidence,
      salience: views.length / context.views.length,
      detail: {
        referent: heard.name,
        labels: Object.fromEntries(
          views
            .map(
              (view) =>
                [view.id, unique(shown.filter((use) => use.view === view).map(({ verb }) => verb))] as const,
            )
            .sort(byKeys(([id]) => id)),
        ),
      },
      sentence: templates.attributionVerb(
        heard.name,
        views.map((view) => ({
          value: joinAnd(unique(shown.filter((use) => use.view === view).map(({ verb }) => quoted(verb)))),
          by: view.name,
        })),
      ),
      matter: `verbs ${heard.name}`,
      front: false,
    }),
  ]
}

function useOf(view: ArticleView, quote: Quote): readonly Use[] {
  const stance = verbStance(quote.cueLemma)
  const cue = quote.cue.find((span) => verbIn(view, span, quote.cueLemma ?? '') !== null)
  const span = cue && verbIn(view, cue, quote.cueLemma ?? '')
  return stance === null || !span
    ? []
    : [{ view, quote, stance, span, verb: view.text.slice(span.start, span.end) }]
}

/** The verb alone, of a cue that may be a whole phrase. */
function verbIn(view: ArticleView, cue: Span, lemma: string): Span | null {
  const [first = ''] = lemma.split(' ')
  const word = wordsIn(view, cue).find(
    ({ norm }) => irregular.get(norm) === first || stem(norm) === stem(first),
  )
  return word ? { start: word.start, end: word.end } : null
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['said', 'say'],
  ['told', 'tell'],
  ['wrote', 'write'],
  ['written', 'write'],
])

/** Least share of the shorter utterance's words that the other has, for two verbs to stand beside the same words. */
const sameWords = 0.5

function besideSameWords(a: Use, b: Use): boolean {
  const [few = [], many = []] = [a, b]
    .map(({ view, quote }) => quote.content.flatMap((span) => wordsIn(view, span).map(({ norm }) => norm)))
    .sort((x, y) => x.length - y.length)
  const held = new Set(many)
  return few.filter((word) => held.has(word)).length >= sameWords * few.length
}

function clash(context: Context, a: Use, b: Use): boolean {
  if (!besideSameWords(a, b)) return false
  if (a.stance === b.stance || context.texts([a.view.id, b.view.id]) < 2) return false
  return coloured.has(a.stance) || coloured.has(b.stance)
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)]
}
