/**
 * Whether a charge is settled by what the reports tell: a conviction, a plea, a confession.
 *
 * In:    all reports of the event and a passage that charges somebody. Out: true where one of them tells, of a name that
 *        the passage holds, that a court has found so or that he has said so himself.
 * Never: takes "if convicted", "was never convicted" or a trial to come for a verdict.
 */
import { tellsVerdict } from '../english/verdicts.js'
import type { Span } from '../model/span.js'
import { wordsIn, type ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'

/** The names in the sentences that tell a verdict, and in the one before each, in lower case. */
const sentenced = once((view: ArticleView): ReadonlySet<string> => {
  const names = view.sentences.flatMap((sentence, at) => {
    const text = view.text.slice(sentence.start, sentence.end)
    if (!tellsVerdict(text)) return []
    const from = view.sentences[at - 1]?.start ?? sentence.start
    return namesIn(view, { start: from, end: sentence.end })
  })
  return new Set(names)
})

/** Capitalised content words, years and sums aside; the first of a sentence counts too, since it may be the name. */
function namesIn(view: ArticleView, span: Span): readonly string[] {
  return wordsIn(view, span).flatMap(({ norm, key, proper }) =>
    proper && key !== '' && !/^\p{N}/u.test(norm) ? [norm] : [],
  )
}

export function isSettled(views: readonly ArticleView[], view: ArticleView, passage: Span): boolean {
  const charged = namesIn(view, passage)
  return views.some((other) => charged.some((name) => sentenced(other).has(name)))
}
