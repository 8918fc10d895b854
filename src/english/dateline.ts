/** Datelines (`MOSCOW, Dec. 2 (Reuters) —`): where and by whom a report was filed; no part of its first claim. */
import type { Span } from '../model/span.js'
import { tagWords } from './parse/parse.js'
import type { TaggedWord } from './parse/tree.js'

const longest = 16

/** Number of words of the dateline that opens the sentence, its dash included; 0 for none. */
export function datelineLength(words: readonly TaggedWord[]): number {
  const dash = words.findIndex(
    (word, i) => i > 0 && i < longest && /^(?:—|–|--?)$/.test(word.surface) && !isHyphen(words, i),
  )
  if (dash < 1) return 0
  const before = words.slice(0, dash)
  const [first] = before
  if (!first || !/^\p{Lu}/u.test(first.surface)) return 0
  const closesBracket = before.at(-1)?.surface === ')'
  const shouts = /^\p{Lu}{3,}$/u.test(first.surface)
  if (!closesBracket && !shouts) return 0
  return before.every((word) => word.pos !== 'VERB' && word.pos !== 'AUX') ? dash + 1 : 0
}

/** A sentence behind its dateline; as it is where it has none. */
export function withoutDateline<S extends Span>(text: string, sentence: S): S {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + farthest))
  if (!/ [—–-]{1,2} /u.test(opening)) return sentence
  const words = tagWords(text, sentence)
  const first = words[datelineLength(words)]
  return first === undefined ? sentence : { ...sentence, start: first.start }
}

/** Characters from a sentence's start to the dash of its dateline, at most. */
const farthest = 120

function isHyphen(words: readonly TaggedWord[], i: number): boolean {
  return words[i - 1]?.end === words[i]?.start && words[i + 1]?.start === words[i]?.end
}
