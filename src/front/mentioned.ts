/** A theme as an answer: the clearest sentence in which a report names it, of three reports; who names it too; who never does. */
import { joining, pointing } from '../english/function-words.js'
import type { Answer, EvidenceRole, Found } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { grouped } from '../text/grouped.js'
import { sortedBy } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { lettersOf, oneLine, unstopped } from '../text/trimmed.js'
import { articleOf, wordsAt, type Article, type Event, type Given } from './event.js'
import { pointsBack } from './points-back.js'
import { statementOf } from './statement.js'
import { inOneText } from '../text/in-one-text.js'

/** Words of a sentence shown. */
const most = 40
/** Wordings that are shown. */
const mostShown = 3

export function mentionedOrNot(event: Event, { evidence, articles, detail }: Found): Given {
  const of = (wanted: EvidenceRole): readonly string[] => [
    ...new Set(evidence.filter(({ role }) => role === wanted).map(({ article }) => article)),
  ]
  const traced = of('context').filter((id) => prints(event, id, detail.referent ?? ''))
  const naming = [...new Set([...of('asserts'), ...traced])]
  const answers = clearest(event, evidence)
  const shown = new Set(answers.flatMap((answer) => answer.articles))
  return {
    answers,
    otherwise: [{ how: 'names', articles: naming.filter((id) => !shown.has(id)) }],
    silent: articles,
  }
}

/** A trace of a thing is a mention where its words stand there; of a person the family name does. */
function prints(event: Event, id: string, referent: string): boolean {
  const isPerson = event.actors?.some(({ kind, name }) => kind === 'person' && name === referent) === true
  const norms = tokenize(referent).map(({ norm }) => norm)
  const sought = ` ${(isPerson ? norms.slice(-1) : norms).join(' ')} `
  const text = tokenize(articleOf(event, id)?.text ?? '').map(({ norm }) => norm)
  return sought.trim() !== '' && ` ${text.join(' ')} `.includes(sought)
}

type Place = {
  readonly article: Article
  readonly span: Span
  readonly text: string
  readonly by: string | null
}

/** Of each report the passage understood alone, a whole sentence first; none without a known speaker or with a pronoun. */
function clearest(event: Event, evidence: Found['evidence']): readonly Answer[] {
  const places = evidence.flatMap(({ article: id, role, start, end }) => {
    const article = articleOf(event, id)
    if (article === undefined || role !== 'asserts') return []
    const sentence = article.sentences.find((one) => contains(one, { start, end }))
    return [...(sentence ? [sentence] : []), { start, end }].flatMap((span): Place[] => {
      const by = creditOf(article, span)
      const told = by === null ? statementOf(article, span) : null
      const words = told ? inOneText(told) : '['
      const text = words.startsWith('[') ? unstopped(oneLine(wordsAt(article, [span]))) : words
      return by === undefined || pointsBack(article, span) ? [] : [{ article, span, text, by }]
    })
  })
  const clearestFirst = sortedBy(places, ({ text, article, span }) => [
    isTorn(text) ? 1 : 0,
    statementOf(article, span) === null ? 1 : 0,
    text.split(' ').length > most ? 1 : 0,
    /^\p{Ll}/u.test(text) ? 1 : 0,
    goesOn(text) ? 1 : 0,
    span.start / article.text.length,
  ])
  const ofEach = clearestFirst.filter(
    ({ article }, at) => clearestFirst.findIndex((other) => other.article === article) === at,
  )
  return [...grouped(ofEach, ({ text }) => [lettersOf(text)]).values()]
    .slice(0, mostShown)
    .flatMap((same) => {
      const articles = same.map(({ article }) => article.id)
      return same.slice(0, 1).map(({ text, by }) => ({ text, by, articles }))
    })
}

/** "But she held firm", "However, …": it goes on from what is not shown. */
function goesOn(text: string): boolean {
  const first = tokenize(text)[0]?.norm ?? ''
  return joining.has(first) || pointing.has(first)
}

/** A quotation opened before it, or not closed in it. */
function isTorn(text: string): boolean {
  const [open, closed] = [text.split('“').length, text.split('”').length]
  return open !== closed || text.split('"').length % 2 === 0
}

/**
 * Who is credited with all of it, where the words shown do not say so themselves: the speaker of a quotation; null in the
 * report's own voice. Undefined of reported words, which are nobody's own, and where it is not known who speaks.
 */
function creditOf(article: Article, place: Span): string | null | undefined {
  const quote = quoteOf(article, place)
  if (quote === undefined || quote.source.some((span) => overlap(span, place) > 0)) return null
  return quote.kind === 'direct' ? quote.speaker?.name : undefined
}

/** The quotation that most of the words stand in. */
function quoteOf(article: Article, place: Span): Article['quotes'][number] | undefined {
  const length = place.end - place.start
  return article.quotes.find(
    ({ content }) => content.reduce((sum, part) => sum + overlap(part, place), 0) * 2 > length,
  )
}
