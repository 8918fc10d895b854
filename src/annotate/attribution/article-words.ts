/**
 * In:    an article's text, blocks and sentences.
 * Out:   its words and punctuation marks in order, each with its place, part of speech, lemma, block and sentence.
 * Never: reads captions (no sentence stands in one).
 */
import type { Block } from '../../model/article.js'
import type { Sentence } from '../../model/annotation.js'
import { type TaggedWord, tagWords } from '../../english/pos.js'
import { communicationVerbs } from '../../english/reporting-verbs.js'
import { stanceOf } from '../../english/telling-verbs.js'

export type Word = TaggedWord & {
  /** Number of the block and of the sentence it stands in, counted from 0. */
  readonly block: number
  readonly sentence: number
}

export function wordsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Pick<Sentence, 'start' | 'end'>[],
): readonly Word[] {
  const words: Word[] = []
  let block = 0
  sentences.forEach((span, sentence) => {
    while (block + 1 < blocks.length && (blocks[block]?.end ?? 0) <= span.start) block++
    const tagged = tagWords(text, span).filter(({ pos }) => pos !== 'SPACE')
    tagged.forEach((word, i) =>
      words.push({ ...asVerb(word, tagged[i - 1], tagged[i + 1]), block, sentence }),
    )
  })
  return words
}

/**
 * The tagger takes `alleged`, `fumed` and the like for adjectives. Behind a noun, a name, a pronoun or a closing quotation
 * mark, and not before a noun, they are verbs; behind the mark always (`,” fumed the skipper`).
 */
function asVerb(word: TaggedWord, before: TaggedWord | undefined, after: TaggedWord | undefined): TaggedWord {
  if (word.pos !== 'ADJ' || !before) return word
  const quoted = /^["”’'»]+$/u.test(before.surface)
  if (!quoted && !/^(?:NOUN|PROPN|PRON)$/u.test(before.pos)) return word
  if (!quoted && /^(?:NOUN|PROPN|ADJ)$/u.test(after?.pos ?? '')) return word
  const lemma = lemmasOf(word.lower).find((form) => stanceOf(form) !== null || communicationVerbs.has(form))
  return lemma === undefined ? word : { ...word, pos: 'VERB', lemma }
}

/** What `-ed` may be the past of. */
function lemmasOf(lower: string): readonly string[] {
  const stem = /^(\p{L}{2,})ed$/u.exec(lower)?.[1]
  if (stem === undefined) return []
  return [stem, `${stem}e`, stem.slice(0, -1), stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem]
}
