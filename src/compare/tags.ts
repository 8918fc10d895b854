/**
 * Parts of speech of an article's sentences, tagged when first asked for and kept as long as the view.
 *
 * In: an article view and the number of a sentence. Out: its words, spaces left out.
 */
import { tagWords, type TaggedWord } from '../english/pos.js'
import type { ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'
import { kept } from '../text/grouped.js'

const tagged = once((_view: ArticleView) => new Map<number, readonly TaggedWord[]>())

export function tagsOf(view: ArticleView, sentence: number): readonly TaggedWord[] {
  return kept(tagged(view), sentence, () => {
    const span = view.sentences[sentence]
    return span ? tagWords(view.text, span).filter((tag) => tag.pos !== 'SPACE') : []
  })
}
