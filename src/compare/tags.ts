/** Parts of speech of an article's sentences, tagged when first asked for and kept as long as the view. */
import { tagWords } from '../english/parse/parse.js'
import type { TaggedWord } from '../english/parse/tree.js'
import { sentenceIndex, type ArticleView, type Word } from '../likeness/view.js'
import { once } from '../text/once.js'
import { kept } from '../text/grouped.js'

const tagged = once((_view: ArticleView) => new Map<number, readonly TaggedWord[]>())

function tagsOf(view: ArticleView, sentence: number): readonly TaggedWord[] {
  return kept(tagged(view), sentence, () => {
    const span = view.sentences[sentence]
    return span ? tagWords(view.text, span) : []
  })
}

/** A noun, a name, a number or a verb: adjectives and adverbs alone name nothing that is done or acted on. */
export function isThing(view: ArticleView, word: Word): boolean {
  if (word.key === '') return false
  const tag = tagsOf(view, sentenceIndex(view, word)).find(
    ({ start, end }) => start <= word.start && word.start < end,
  )
  return tag === undefined || !(tag.pos === 'ADJ' || tag.pos === 'ADV')
}
