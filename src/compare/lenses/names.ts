/**
 * One name printed in two ways: a `conflict` of type `name`, in the tables alone. A person's name one letter apart
 * ("Vincente", "Vicente"), a body's by one word of a near meaning ("Foreign Relations", "Foreign Affairs").
 *
 * Never: where one of the two reports has the other's form as well, or two words of one meaning stand for one another.
 */
import { cosineOf } from '../../english/nouns.js'
import { fold } from '../../text/fold.js'
import { grouped } from '../../text/grouped.js'
import type { ArticleView } from '../../likeness/view.js'
import { draftOf, type Answer } from '../answers.js'
import type { Context } from '../context.js'
import type { Draft, Lens } from '../lens.js'
import { once } from '../../text/once.js'

export const names: Lens = {
  name: 'names',
  asks: () => ({
    'conflict name': [
      `A person’s name one letter apart, or a body’s name of ${leastOfBody} words or more in which one word is another, near in meaning.`,
      'Neither report has the other’s form.',
    ],
  }),
  find: look,
}

/** A name as one report prints it, and its words without case. */
type Name = Answer & { readonly words: readonly string[] }

const sure = 0.6
/** Words of two bodies' names that mean nearly the same, by cosine; above it they are one word ("GOP", "Republican"). */
const near = { from: 0.5, below: 0.8 } as const
/** So many words make a name that says what it names without the one that differs. */
const leastOfBody = 3
const leastLetters = 4
/** Names that differ in one word alone and are held against each other: more are a list. */
const mostOfOneRest = 20

function look(context: Context): readonly Draft[] {
  const all = context.views.flatMap(namesIn)
  const byForm = grouped(all, (name) => [formOf(name)])
  const byRest = grouped(all, ({ words }) => words.map((_, at) => words.with(at, '…').join(' ')))
  const found = [...byRest].flatMap(([rest, names]) => {
    const pair = pairIn(context, rest.split(' ').indexOf('…'), names.slice(0, mostOfOneRest))
    if (!pair) return []
    return [
      draftOf(context, {
        type: 'name',
        matter: 'the name',
        grade: 'may-differ',
        reason: pair.reason,
        sides: pair.pair.map((name) => byForm.get(formOf(name)) ?? []),
        confidence: sure,
        front: false,
      }),
    ]
  })
  return [...new Map(found.map((item) => [item.finding.id, item])).values()]
}

function formOf({ words }: Name): string {
  return words.join(' ')
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

type Pair = { readonly pair: readonly [Name, Name]; readonly reason: string }

/** `at`: the place of the word that differs. */
function pairIn(context: Context, at: number, names: readonly Name[]): Pair | null {
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1)) {
      const [a = '', b = ''] = [one.words[at], other.words[at]]
      if (a === b || context.texts([one.view.id, other.view.id]) < 2) continue
      if (formsIn(one.view).has(formOf(other)) || formsIn(other.view).has(formOf(one))) continue
      if (isOneLetterApart(a, b)) return { pair: [one, other], reason: 'one name in two spellings' }
      const cosine = one.words.length < leastOfBody ? 0 : cosineOf(a, b)
      if (cosine >= near.from && cosine < near.below)
        return { pair: [one, other], reason: 'one word of the name is another' }
    }
  return null
}

const formsIn = once((view: ArticleView): ReadonlySet<string> => new Set(namesIn(view).map(formOf)))

/** "Tally" and "Talley", "Hansen" and "Hanson". */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < leastLetters || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
