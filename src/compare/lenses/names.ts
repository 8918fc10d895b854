/**
 * One name printed in two ways: a `conflict` of type `name`, in the tables alone. A person's name one letter apart
 * ("Vincente", "Vicente"), a body's by one word of a near meaning ("Foreign Relations", "Foreign Affairs").
 *
 * Never: where one of the two reports has the other's form as well, or two words of one meaning stand for one another.
 */
import { cosineOf } from '../../english/nouns.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { fold } from '../../text/fold.js'
import { byKeys } from '../../text/order.js'
import type { ArticleView, Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { once } from '../once.js'
import { names as outlets, quoted, slice } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const names: Lens = { name: 'names', find: look }

/** A name as one report prints it, and its words without case. */
type Name = { readonly view: ArticleView; readonly span: Span; readonly words: readonly string[] }

const sure = 0.6
/** Words of two bodies' names that mean nearly the same, by cosine; above it they are one word ("GOP", "Republican"). */
const near = { from: 0.5, below: 0.8 } as const
/** So many words make a name that says what it names without the one that differs. */
const leastOfBody = 3
const leastLetters = 4

function look(context: Context): readonly Draft[] {
  const byRest = new Map<string, Name[]>()
  for (const name of context.views.flatMap(namesIn))
    name.words.forEach((_, at) => {
      const rest = name.words.with(at, '…').join(' ')
      byRest.set(rest, [...(byRest.get(rest) ?? []), name])
    })
  const found = [...byRest].flatMap(([rest, all]) => pairOf(context, rest.split(' ').indexOf('…'), all) ?? [])
  return [...new Map(found.map((item) => [item.finding.id, item])).values()]
}

/** Each form once a report. */
const namesIn = once((view: ArticleView): readonly Name[] => {
  const found = new Map<string, Name>()
  for (const { mentions } of view.article.entities)
    for (const { start, end } of mentions) {
      const words = fold(view.text.slice(start, end).replace(/[’']s$/u, '')).match(/[\p{L}\p{N}]+/gu) ?? []
      const key = words.join(' ')
      if (words.length > 1 && !found.has(key)) found.set(key, { view, span: { start, end }, words })
    }
  return [...found.values()]
})

/** `at`: the place of the word that differs. */
function pairOf(context: Context, at: number, all: readonly Name[]): Draft | null {
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      const [a = '', b = ''] = [one.words[at], other.words[at]]
      if (a === b || context.texts([one.view.id, other.view.id]) < 2) continue
      if (has(one.view, other) || has(other.view, one)) continue
      if (isOneLetterApart(a, b)) return toDraft(context, [one, other], 'one name in two spellings')
      const cosine = cosineOf(a, b)
      if (one.words.length >= leastOfBody && cosine >= near.from && cosine < near.below)
        return toDraft(context, [one, other], 'one word of the name is another')
    }
  return null
}

function has(view: ArticleView, { words }: Name): boolean {
  return namesIn(view).some((name) => name.words.join(' ') === words.join(' '))
}

/** "Tally" and "Talley", "Hansen" and "Hanson". */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < leastLetters || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}

function toDraft(context: Context, pair: readonly Name[], reason: string): Draft {
  const form = ({ words }: Name): string => words.join(' ')
  const positions = pair
    .map((name) => {
      const articles = context.views.filter((view) => has(view, name)).map(({ id }) => id)
      return {
        value: quoted(slice(name.view, name.span)),
        articles,
        texts: context.texts(articles),
        source: null,
        voice: 'own' as const,
        certainty: 'plain' as const,
      }
    })
    .sort(byKeys(({ value }) => value))
  const shown = context.views.flatMap(namesIn).filter((name) => pair.some((one) => form(one) === form(name)))
  const ids = [...new Set(shown.map(({ view }) => view.id))]
  return draft(context, {
    kind: 'conflict',
    severity: 'note',
    articles: ids,
    column: null,
    evidence: shown.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'value' })),
    confidence: sure,
    salience: ids.length / context.views.length,
    detail: { type: 'name', grade: 'may-differ', reason, positions },
    sentence: templates.mayDiffer(
      'the name',
      positions.map(({ value, articles }) => ({ value, by: outlets(context, articles) })),
      reason,
      '',
      '',
    ),
    matter: `name ${pair.map(form).sort().join(' ')}`,
    contested: Math.min(...positions.map(({ texts }) => texts)) / context.allTexts,
    front: false,
  })
}
