/**
 * Parts of speech of an article's sentences, tagged when first asked for and kept as long as the view.
 *
 * In: an article view and the number of a sentence. Out: its words, spaces left out.
 */
import { tagWords, type TaggedWord } from '../english/pos.js'
import type { ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'

const tagged = once((_view: ArticleView) => new Map<number, readonly TaggedWord[]>())

export function tagsOf(view: ArticleView, sentence: number): readonly TaggedWord[] {
  const known = tagged(view)
  const made = known.get(sentence)
  if (made) return made
  const span = view.sentences[sentence]
  const tags = span ? tagWords(view.text, span).filter((tag) => tag.pos !== 'SPACE') : []
  known.set(sentence, tags)
  return tags
}
