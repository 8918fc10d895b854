/**
 * The dependency parse of one sentence.
 *
 * In:    text and the span of a sentence. Out: a Tree, every node with its place in the text.
 * Never: reads beyond the span, or fails: a poor parse is a tree all the same.
 *
 * Words are tagged and parsed by weights learned from treebanks (docs/models.md); marks hang on the word whose
 * phrase they open or close.
 */
import { itemAt } from '../../text/item-at.js'
import type { Span } from '../../model/span.js'
import { lemmaOf, type WordForm } from './word-forms.js'
import { wordPlaces, readWords } from './read-words.js'
import { model, type Model } from './model.js'
import { runMoves } from './moves.js'
import { tagForms } from './tagger.js'
import { tokensOf, type Token } from './tokens.js'
import { Tree, type Node, type TaggedWord } from './tree.js'

/** The words and marks of a sentence with their parts of speech. */
export function tagWords(text: string, span: Span): TaggedWord[] {
  const tokens = tokensOf(text, span)
  const weights = model()
  return wordsOf(tokens, tagsOf(tokens, formsOf(tokens, weights), weights), weights)
}

export function parseSentence(text: string, span: Span): Tree {
  return parseTokens(tokensOf(text, span))
}

export function parseTokens(tokens: readonly Token[], weights: Model = model()): Tree {
  const surfaces = tokens.map((token) => token.surface)
  const forms = formsOf(tokens, weights)
  const tags = tagsOf(tokens, forms, weights)
  const places = wordPlaces(forms)
  const words = readWords(surfaces, forms, tags, weights.tags, places)
  const state = runMoves(words, places.length, weights.parser)
  const heads = new Int32Array(tokens.length).fill(-1)
  const labels = tokens.map(() => 'punct')
  places.forEach((place, n) => {
    const head = itemAt(state.head, n + 1)
    heads[place] = head === state.root ? -1 : (places[head - 1] ?? -1)
    labels[place] = weights.labels[state.label[n + 1] ?? -1] ?? 'root'
  })
  hangMarks(heads, places)
  return new Tree(
    wordsOf(tokens, tags, weights).map((word, index): Node => ({
      ...word,
      index,
      head: heads[index] ?? -1,
      label: labels[index] ?? 'dep',
    })),
  )
}

function formsOf(tokens: readonly Token[], weights: Model): readonly WordForm[] {
  return tokens.map((token) => weights.words.of(token.surface))
}

function tagsOf(tokens: readonly Token[], forms: readonly WordForm[], weights: Model): Int32Array {
  return tagForms(forms, weights.tagger, weights.tags.length, weights.verbs, (i) =>
    weights.unmet.has(tokens[i]?.surface.toLowerCase() ?? ''),
  )
}

function wordsOf(tokens: readonly Token[], tags: Int32Array, weights: Model): TaggedWord[] {
  return tokens.map((token, i) => {
    const [pos = 'X', tag = 'X'] = (weights.tags[itemAt(tags, i)] ?? '').split(' ')
    const lower = token.surface.toLowerCase().replace(/’/gu, "'")
    return { ...token, lower, lemma: lemmaOf(token.surface, tag), pos, tag }
  })
}

/** A mark hangs on the outermost word that begins right behind it, or on what the word before it hangs on. */
function hangMarks(heads: Int32Array, places: readonly number[]): void {
  const isWord = new Uint8Array(heads.length)
  for (const place of places) isWord[place] = 1
  const root = places.find((place) => heads[place] === -1) ?? -1
  for (let i = 0; i < heads.length; i++) {
    if (isWord[i] === 1) continue
    const next = places.find((place) => place > i)
    let at = next ?? root
    // Climb while the head stands further on: the phrase that opens here.
    while (at >= 0 && (heads[at] ?? -1) > at) at = heads[at] ?? -1
    heads[i] = next === undefined ? root : at
  }
}
