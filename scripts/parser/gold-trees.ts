/** From treebank sentences to what the parser learns from: words without marks. */
import { wordPlaces, readWords } from '../../src/english/parse/parse.js'
import type { WordForms } from '../../src/english/parse/word-forms.js'
import type { GoldSentence } from './conllu.js'
import type { GoldTree } from './train-moves.js'

export function goldTree(
  sentence: GoldSentence,
  tags: Int32Array,
  tagNames: readonly string[],
  labels: readonly string[],
  words: WordForms,
): GoldTree {
  const forms = sentence.forms.map((form) => words.of(form))
  const places = wordPlaces(forms)
  const numbers = new Map(places.map((place, n) => [place, n + 1]))
  const root = places.length + 1
  const heads = new Int32Array(places.length + 2)
  const kinds = new Int32Array(places.length + 2)
  places.forEach((place, n) => {
    let head = (sentence.heads[place] ?? 0) - 1
    while (head >= 0 && forms[head]?.mark === true) head = (sentence.heads[head] ?? 0) - 1
    heads[n + 1] = head < 0 ? root : (numbers.get(head) ?? root)
    const label = labels.indexOf(sentence.labels[place] ?? 'dep')
    kinds[n + 1] = head < 0 ? labels.length : Math.max(0, label)
  })
  return {
    words: readWords(sentence.forms, forms, tags, tagNames, places),
    size: places.length,
    heads,
    labels: kinds,
  }
}
