/** The parts of a version that are held against those of another: its sentences and its quotations, by their words. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { bearsClaims } from '../model/article.js'
import type { Span } from '../model/span.js'
import { stopwords } from '../english/function-words.js'
import { timeWords } from '../english/calendar.js'
import { marksWithin } from '../text/marks-within.js'
import { once } from '../text/once.js'
import { contains, mergeSpans, overlap } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'

export type Part = Span & {
  readonly words: readonly Token[]
  readonly matter: readonly string[]
  /** Two parts with one key say the same. */
  readonly key: string
}

export type Parts = {
  readonly article: AnnotatedArticle
  readonly headline: Part | null
  /** Below the headline; without subheads, notes of correction, and lines that are one link elsewhere. */
  readonly sentences: readonly Part[]
  /** What stands in quotation marks and is no title, term or nickname. */
  readonly quotations: readonly Part[]
  readonly notes: readonly Part[]
  /** Whether the words stand on the page in what the cleaning rules took out: they are not gone, and were not read. */
  readonly onPage: (part: Part) => boolean
}

/** Fewer words in marks are a term. */
const leastQuoted = 3

export const partsOf = once((article: AnnotatedArticle): Parts => {
  const { text, headline, blocks, issues } = article
  const notes = issues.flatMap(({ code, start, end }) =>
    code === 'correction-note' && start !== undefined && end !== undefined
      ? [partOf(text, { start, end })]
      : [],
  )
  const isBody = (span: Span): boolean =>
    !(headline && overlap(headline, span) > 0) && !notes.some((note) => overlap(note, span) > 0)
  const told = blocks.filter(({ kind, link }) => kind !== 'subhead' && link !== true)
  return {
    article,
    headline: headline && partOf(text, headline),
    sentences: article.sentences
      .filter((span) => isBody(span) && told.some((block) => contains(block, span)))
      .map((span) => partOf(text, span))
      .filter(({ words }) => words.length > 0),
    quotations: quotationsOf(article)
      .filter((span) => isBody(span) && told.some((block) => overlap(block, span) > 0))
      .map((span) => partOf(text, span))
      .filter(({ words }) => words.length >= leastQuoted),
    notes,
    onPage: ({ key }) => besides(article).includes(` ${key} `),
  }
})

const besides = once(
  ({ removed }: AnnotatedArticle) =>
    ` ${removed.flatMap(({ text }) => tokenize(text).map(({ norm }) => norm)).join(' ')} `,
)

export function partOf(text: string, { start, end }: Span): Part {
  const words = tokenize(text, start, end)
  return {
    start,
    end,
    words,
    matter: words.filter(({ norm }) => !stopwords.has(norm)).map(({ norm }) => norm),
    key: words.map(({ norm }) => norm).join(' '),
  }
}

const opens = /^["“‘«„]/u

function quotationsOf({ text, blocks, quotes, marked }: AnnotatedArticle): readonly Span[] {
  const inMarks = blocks
    .filter(({ kind }) => bearsClaims(kind) && kind !== 'headline')
    .flatMap((block) => marksWithin(text, block))
  const credited = quotes
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content }) => content)
    .filter(({ start, end }) => opens.test(text.slice(start, end)))
  return mergeSpans([...inMarks, ...credited]).filter(
    (span) => !marked.some((other) => overlap(span, other) > 0),
  )
}

const clock = /^(?:\d|updated?$|published$|posted$|ago$|hrs?$|mins?$|secs?$|ist$|bst$|gmt$|utc$)/u

/** Whether a line does no more than tell the time, or count: what ticks on a page while its report stays as it is. */
export function ticks({ matter }: Part): boolean {
  return matter.every((word) => clock.test(word) || timeWords.has(word.replace(/s$/u, '')))
}
