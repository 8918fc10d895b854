/** The question of a note. It is printed if it is short, judges nobody, has no number or name of its own; else a label of its kind. */
import type { NoteKind } from '../model/notes.js'
import { contentKey } from '../english/concepts.js'
import { isLoaded } from '../english/loaded-words.js'
import type { Span } from '../model/span.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../likeness/view.js'
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'
import { questionWords } from './contradiction.js'
import type { Passage } from './nearness.js'

const longest = 14
const plain = /^[\p{L}\p{M}\p{N}\s,.;'’‘"“”$£€%&()–—-]+\?$/u
/** "evil.example", not "U.S.". */
const link = /[\p{L}\p{N}]\.\p{L}{2}/u
/** A question has so much of its content words from what it is about, or is about something else. */
const leastCited = 0.25

const judging = questionWords.words('judging')

const labels: Readonly<Record<NoteKind, string>> = {
  value: 'What is given here?',
  opposite: 'How do the reports tell this?',
  speaker: 'Who says it?',
  quotation: 'What are the words?',
  certainty: 'How sure is it?',
  omission: 'Which reports tell this?',
  naming: 'What is it called?',
  emphasis: 'What is the main matter?',
}

export function questionOf(
  kind: NoteKind,
  question: string,
  passages: readonly Passage[],
): { readonly question: string; readonly failed: string | null } {
  const failed = trouble(question.trim(), passages)
  return { question: failed === null ? question.trim() : labels[kind], failed }
}

function trouble(question: string, passages: readonly Passage[]): string | null {
  const words = tokenize(question)
  if (words.length > longest || words.length === 0) return 'too long'
  if (!plain.test(question) || link.test(question)) return 'not a plain question'
  // What judges in the passages' own words judges there.
  const cited = new Set(passages.flatMap(around))
  const foreign = words.filter(({ norm }) => !cited.has(norm))
  if (foreign.some(({ norm }) => isLoaded(norm) || judging.has(norm))) return 'a word that judges'
  const content = words.filter(({ norm }) => contentKey(norm) !== '')
  const stems = new Set([...cited].map(stem))
  const own = content.filter(({ norm }) => stems.has(stem(norm)))
  if (own.length < leastCited * content.length) return 'other words than the passages have'
  const told = new Set(passages.flatMap(({ view }) => wordsIn(view, wholeOf(view)).map(({ norm }) => norm)))
  const begins = (word: { start: number }, opening: RegExp): boolean =>
    opening.test(question.slice(word.start))
  if (foreign.some((word) => begins(word, /^\p{N}/u))) return 'a number that the passages lack'
  const isNew = ({ norm, start }: (typeof words)[number]): boolean => start > 0 && !told.has(norm)
  return foreign.some((word) => isNew(word) && begins(word, /^\p{Lu}/u))
    ? 'a name that the reports lack'
    : null
}

const wholeOf = ({ text }: ArticleView): Span => ({ start: 0, end: text.length })

/** The words of a passage's sentence, of the one before, which its pronouns point to, and of the headline. */
function around({ view, span }: Passage): readonly string[] {
  const at = sentenceIndex(view, span)
  const places = [at - 1, at].flatMap((index) => view.sentences[index] ?? [])
  const headline = view.article.headline
  return [...places, span, ...(headline ? [headline] : [])].flatMap((place) =>
    wordsIn(view, place).map(({ norm }) => norm),
  )
}
