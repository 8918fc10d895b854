/**
 * Whether one of two people credited with the same words may speak for the other.
 *
 * In:    all reports of an event and two names. Out: true where a report calls the one a spokesperson beside the other's
 *        name, or of a body that a report names beside the other ("the museum's spokesman", "the director of the museum").
 * Never: says who of the two said it.
 */
import { anyOf, wordFile } from '../../english/word-lists.js'
import { wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { nameWords } from '../../english/speakers.js'
import { addOnce } from '../../text/grouped.js'

/** "The museum's spokesman", "on behalf of": matched anywhere. */
const spokespersons = new RegExp(anyOf(wordFile('spokespersons.txt').lines('phrases')), 'giu')

/** How far from the word for the office the name of who holds it may stand, in characters. */
const reach = 60
/** Words of the body's name that may stand before the office, and behind "for" or "of". */
const mostWords = 4

type Office = {
  /** The words close by, among them who holds it. */
  readonly near: readonly Word[]
  /** Keys of the words for whom it is held for. */
  readonly body: ReadonlySet<string>
}
type Sentence = { readonly words: readonly Word[]; readonly offices: readonly Office[] }

const sentencesOf = once((view: ArticleView): readonly Sentence[] =>
  view.sentences.map((span) => {
    const words = wordsIn(view, span)
    const found = [...view.text.slice(span.start, span.end).matchAll(spokespersons)].map((match): Office => {
      const start = span.start + match.index
      const end = start + match[0].length
      return {
        near: words.filter((word) => word.start >= start - reach && word.end <= end + reach),
        body: new Set(
          [...before(view, words, start), ...behind(view, words, end)].flatMap(({ key }) => key || []),
        ),
      }
    })
    return { words, offices: found }
  }),
)

/** "The museum's spokesman", "the White House press secretary": the words right before, back to a comma or an article. */
function before({ text }: ArticleView, words: readonly Word[], start: number): readonly Word[] {
  const ahead = words.filter((word) => word.end <= start).slice(-mostWords)
  const from = ahead.findLastIndex(
    (word, at) =>
      /^(?:the|an?|its|his|her|their|said|says)$/u.test(word.norm) ||
      /[,;:“”"]/u.test(text.slice(word.end, ahead[at + 1]?.start ?? start)),
  )
  return ahead.slice(from + 1)
}

/** "A spokesman for the museum in Saltby": the words behind "for" or "of", up to a comma. */
function behind({ text }: ArticleView, words: readonly Word[], end: number): readonly Word[] {
  const after = words.filter((word) => word.start >= end)
  if (!/^(?:for|of|at)$/u.test(after[0]?.norm ?? '')) return []
  const close = after.slice(1, 1 + mostWords)
  const to = close.findIndex((word) => /^[^\p{L}\p{N}]*[,;:.“”"]/u.test(text.slice(word.end, word.end + 2)))
  return to < 0 ? close : close.slice(0, to + 1)
}

/** Of all reports: the sentences with an office, and those with a word. */
const sentencesOfAll = once((views: readonly ArticleView[]) => {
  const sentences = views.flatMap(sentencesOf)
  const byWord = new Map<string, Set<Sentence>>()
  for (const sentence of sentences) for (const { norm } of sentence.words) addOnce(byWord, norm, sentence)
  return {
    withOffice: sentences.filter(({ offices }) => offices.length > 0),
    byWord: new Map([...byWord].map(([word, found]) => [word, [...found]])),
  }
})

export function speaksFor(views: readonly ArticleView[], one: string, other: string): boolean {
  const [holder, principal] = [nameWords(one).at(-1), nameWords(other).at(-1)]
  if (holder === undefined || principal === undefined) return false
  const { withOffice, byWord } = sentencesOfAll(views)
  const beside = byWord.get(principal) ?? []
  return withOffice.some(({ words, offices }) =>
    offices.some(({ near, body }) => {
      if (!near.some(({ norm }) => norm === holder)) return false
      if (words.some(({ norm }) => norm === principal)) return true
      return beside.some((sentence) => sentence.words.some(({ key }) => key !== '' && body.has(key)))
    }),
  )
}
