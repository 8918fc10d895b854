/**
 * What a report calls somebody or something: phrases beside a person's name, and noun phrases of a naming set.
 *
 * In:    an article view. Out: Labels with the span of the phrase, without article or determiner.
 * Never: takes the outlet's quoted words for its own: labels in quotation marks are left out.
 */
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import type { ArticleView } from '../context.js'
import { roleNouns, type NamingSet } from '../lexicon/naming-sets.js'
import { stopwords } from '../lexicon/stopwords.js'

export type Label = {
  readonly view: ArticleView
  readonly words: string
  readonly head: string
  readonly span: Span
}

/** Phrases that say who the person is: "Ann Lee, the port’s lawyer," and "port lawyer Ann Lee". */
export function personLabels(view: ArticleView, mentions: readonly Span[]): readonly Label[] {
  return mentions.flatMap((mention) => [...after(view, mention), ...before(view, mention)]).filter(isOwn)
}

const apposition = /^, ((?:the |a |an |his |her |their )?)([^,.;:“”"()\n]{3,70})[,.]/u

function after(view: ArticleView, mention: Span): readonly Label[] {
  const match = apposition.exec(view.text.slice(mention.end, mention.end + 90))
  if (!match) return []
  const [, article = '', whole = ''] = match
  const phrase = whole.replace(/ (?:who|which|that)\b.*$/u, '')
  if (article === '' && !/^(?:\p{Lu}[\p{L}’']*[’']s |\p{Ll})/u.test(phrase)) return []
  if (/^(?:who|which|said|says|speaking|adding|facing|and|but|in|on|at|\d)/u.test(phrase)) return []
  const head = headOf(phrase)
  const start = mention.end + 2 + article.length
  return head === null ? [] : [{ view, words: phrase, head, span: { start, end: start + phrase.length } }]
}

function before(view: ArticleView, mention: Span): readonly Label[] {
  const lead = /(?<![\p{L}’'-])((?:[\p{Ll}][\p{L}-]* ){1,5})$/u.exec(
    view.text.slice(Math.max(0, mention.start - 70), mention.start),
  )
  const words = (lead?.[1] ?? '').trim().split(' ')
  const cut = words.findLastIndex((word) => stopwords.has(word))
  const phrase = words.slice(cut + 1)
  const head = phrase.at(-1)
  if (head === undefined || !roleNouns.has(head)) return []
  const text = phrase.join(' ')
  const start = mention.start - 1 - text.length
  return [{ view, words: text, head, span: { start, end: mention.start - 1 } }]
}

/** The last role noun before the first preposition after it; null where there is none. */
function headOf(phrase: string): string | null {
  const words = phrase.toLowerCase().split(/\s+/u)
  return words.find((word) => roleNouns.has(word)) ?? null
}

/** Noun phrases whose head stands in the set, with up to three words before it. */
export function setLabels(
  view: ArticleView,
  naming: NamingSet,
): readonly (Label & { readonly place: string | null })[] {
  const found: (Label & { place: string | null })[] = []
  view.words.forEach((word, index) => {
    if (!naming.heads.has(word.norm)) return
    const place = /^ of (\p{Lu}[\p{L}’'-]+)/u.exec(view.text.slice(word.end, word.end + 40))?.[1] ?? null
    if (naming.same === 'place' && place === null) return
    let start = word.start
    for (let at = index - 1; at >= index - 3; at--) {
      const modifier = view.words[at]
      const gap = modifier ? view.text.slice(modifier.end, start) : ''
      if (!modifier || gap.length > 3 || /[.,;:!?“”"\n]/u.test(gap) || stopwords.has(modifier.norm)) break
      start = modifier.start
    }
    const text = view.text.slice(start, word.end)
    found.push({ view, words: text, head: word.norm, span: { start, end: word.end }, place })
  })
  return found.filter(isOwn)
}

function isOwn({ view, span }: Label): boolean {
  return !view.inMarks.some((marked) => overlap(marked, span) > 0)
}
