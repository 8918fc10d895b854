/**
 * What a report calls somebody: phrases beside a person's name whose head is a noun for persons (WordNet).
 *
 * In:    an article view. Out: Labels with the span of the phrase, without article or determiner.
 * Never: takes the outlet's quoted words for its own: labels in quotation marks are left out.
 */
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { sentenceIndex, type ArticleView } from '../context.js'
import { stopwords } from '../../english/function-words.js'
import { tagsOf } from '../tags.js'
import { isPersonNoun } from '../../english/nouns.js'

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
  const opens = tagsOf(view, sentenceIndex(view, mention)).find(
    (tag) => tag.start >= mention.end + 2 + article.length,
  )
  if (opens === undefined || notOpening.has(opens.pos)) return []
  const end = opens.start + phrase.length
  const tags = tagsOf(view, sentenceIndex(view, mention)).filter(
    (tag) => tag.start >= opens.start && tag.end <= end,
  )
  // "turned", "retired" describe; "stares", "have" tell something: then it is no apposition.
  if (tags.some((tag) => (tag.pos === 'VERB' || tag.pos === 'AUX') && !/(?:ed|ing)$/u.test(tag.lower)))
    return []
  const head = headOf(phrase)
  // ", the official Ann Lee," is another person of a list.
  if (/\p{Ll} \p{Lu}\p{L}+$/u.test(phrase) && !/ (?:of|for|in|at|from|to|on) /u.test(phrase)) return []
  const start = mention.end + 2 + article.length
  return head === null ? [] : [{ view, words: phrase, head, span: { start, end: start + phrase.length } }]
}

function before(view: ArticleView, mention: Span): readonly Label[] {
  const lead = /(?<![\p{L}’'-])((?:[\p{Ll}][\p{L}-]* ){1,5})$/u.exec(
    view.text.slice(Math.max(0, mention.start - 70), mention.start),
  )
  const words = (lead?.[1] ?? '').trim().split(' ')
  const tags = tagsOf(view, sentenceIndex(view, mention))
    .filter((tag) => tag.end <= mention.start)
    .slice(-words.length)
  const cut = words.findLastIndex(
    (word, at) => stopwords.has(word) || !['ADJ', 'NOUN'].includes(tags.at(at - words.length)?.pos ?? ''),
  )
  const phrase = words.slice(cut + 1)
  const head = phrase.at(-1)
  if (head === undefined || !isPersonNoun(lemmaOf(head))) return []
  const text = phrase.join(' ')
  const start = mention.start - 1 - text.length
  return [{ view, words: text, head, span: { start, end: mention.start - 1 } }]
}

/** The last noun for persons before the first preposition; null where there is none. */
function headOf(phrase: string): string | null {
  const words = phrase.toLowerCase().split(/\s+/u)
  const end = words.findIndex((word, index) => index > 0 && prepositions.has(word))
  return words.slice(0, end < 0 ? undefined : end).findLast((word) => isPersonNoun(lemmaOf(word))) ?? null
}

const notOpening: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADV', 'ADP', 'SCONJ', 'CCONJ', 'PRON'])

const prepositions = new Set('of for to at in from on with by among as under who whose which that'.split(' '))

/** Nouns for persons are near enough their singular for a look-up. */
function lemmaOf(word: string): string {
  return isPersonNoun(word)
    ? word
    : word
        .replace(/-in-(?:chief|law)$/u, '')
        .replace(/^.*-/u, '')
        .replace(/s$/u, '')
}

function isOwn({ view, span }: Label): boolean {
  return !view.inMarks.some((marked) => overlap(marked, span) > 0)
}
