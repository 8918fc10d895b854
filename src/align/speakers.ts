/** Whether two quotations are credited to the same speaker. */
import { noNameWords } from '../english/roles.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import { parsePersonName, samePersonName, type PersonName } from '../english/names.js'
import { sliceSpans } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'

export type SpeakerView = {
  /** The name of a person. */
  readonly person: PersonName | null
  /** Words with a capital, titles left out, of the speaker's name or of the source as printed. */
  readonly words: ReadonlySet<string>
}

/** Of a passage that nobody is credited with. */
export const nobody: SpeakerView = { person: null, words: new Set() }

export type SameSpeaker = 'same' | 'other' | 'unknown'

export function speakerOf(article: AnnotatedArticle, quote: Quote): SpeakerView {
  const { speaker } = quote
  const printed = speaker?.name ?? sliceSpans(article.text, quote.source)
  const entity = article.entities.find(({ id }) => id === speaker?.entity)
  const words = new Set(
    tokenize(printed)
      .filter((token) => /^\p{Lu}/u.test(printed.slice(token.start, token.end)))
      .map((token) => token.norm)
      .filter((norm) => norm.length > 1 && !noNameWords.has(norm)),
  )
  const person = speaker && entity?.kind === 'person' ? parsePersonName(speaker.name) : null
  return { person, words }
}

export function sameSpeaker(a: SpeakerView, b: SpeakerView): SameSpeaker {
  if (a.person && b.person) return samePersonName(a.person, b.person) ? 'same' : 'other'
  return [...a.words].some((word) => b.words.has(word)) ? 'same' : 'unknown'
}
