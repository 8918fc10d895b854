/** Units: the claims and quotations of an article made ready for comparing, each with its sentence and surroundings. */
import type { Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import { areDaysApart } from '../english/calendar.js'
import { isTooLong, readingOf } from '../english/reading.js'
import type { Span } from '../model/span.js'
import { sameAct } from '../likeness/same-word.js'
import { spellingOf, type Spelling } from '../likeness/spelling.js'
import { termOf, type Term } from '../likeness/terms.js'
import { weighted, type WeightedWords } from '../likeness/weighted-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { itemAt } from '../text/item-at.js'
import { once, onceForTwo } from '../text/once.js'
import { contains, overlap, sliceSpans } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { articleWords } from './article-words.js'
import { passage, type Passage } from './passage.js'
import { nobody, speakerOf, type SpeakerView } from './speakers.js'
import { printedRuns, wordOrder, type WordOrder } from './word-order.js'
import type { Proposition } from '../english/propositions/proposition.js'

export type Unit = {
  readonly text: string
  readonly passage: Passage
  /** The whole sentence it stands in. */
  readonly sentence: Surrounded
  readonly order: WordOrder
  readonly spelling: Spelling
  /** 0 at the start of the article, 1 at its end. */
  readonly place: number
  /** In the headline or one of the two blocks after it. */
  readonly lead: boolean
  /** Somebody is credited with it. */
  readonly attributed: boolean
  readonly hedged: boolean
  readonly speaker: SpeakerView
  readonly cue: string | null
  /** Of a quotation: the words inside quotation marks. */
  readonly printed: WordOrder
  /** Of a quotation: "a path to citizenship", a thing that somebody spoke of, and nothing that was said of it. */
  readonly thing: boolean
  /** Of a claim: what it says, as far as its sentence is read. */
  readonly said: readonly Proposition[]
  /** Who does what, where a name says who. */
  readonly acts: readonly Act[]
  /** "Hard" of "the talks were hard", where it says nothing else. */
  readonly qualities: readonly Term[]
}

/** A sentence, and the words of those before and after it. */
export type Surrounded = Passage & { readonly around: WeightedWords }

type Act = {
  readonly verb: string
  readonly doer: string
  /** The names in its report. */
  readonly known: ReadonlySet<string>
}

/** A unit with the number of its article. */
export type UnitOf = { readonly unit: Unit; readonly number: number }

/** Two statements, whatever words they share: of two occasions, of two doers, or of two qualities. */
export function areApart(a: Unit, b: Unit): boolean {
  return areOfOtherDays(a, b) || areOfOtherDoers(a, b) || areOfOtherQualities(a, b)
}

/** "The talks were hard", "the talks were fair". */
function areOfOtherQualities({ qualities }: Unit, { qualities: others }: Unit): boolean {
  return (
    qualities.length > 0 &&
    others.length > 0 &&
    !qualities.some((one) => others.some((other) => sameAct(one, other)))
  )
}

/** What was on Thursday and what was on Sunday are two occasions; a day's difference may be one that reports date otherwise. */
function areOfOtherDays({ passage: one }: Unit, { passage: other }: Unit): boolean {
  return areDaysApart(one.facts.times, other.facts.times)
}

/** "Ann fired back at Ben", "Ben fired back at Ann": one verb, of two whom both reports name; not "Ann met Ben", "Ben met Ann". */
function areOfOtherDoers({ acts }: Unit, { acts: others }: Unit): boolean {
  const shared = acts.flatMap((act) =>
    others.flatMap((other) => (other.verb === act.verb ? [[act, other] as const] : [])),
  )
  return (
    shared.length > 0 &&
    shared.every(
      ([act, other]) =>
        act.doer !== other.doer &&
        act.known.has(other.doer) &&
        other.known.has(act.doer) &&
        !mutual.has(act.verb),
    )
  )
}

/** Whoever does these does them with somebody who does them, too. */
const mutual: ReadonlySet<string> = new Set(
  'meet talk speak agree debate face fight marry quarrel'.split(' '),
)

/** `quote` credits it with somebody; `quotation`: it is that quotation. */
export type Placed = {
  readonly mention: Mention
  readonly quote: Quote | undefined
  readonly quotation: boolean
}

/** The headline's block, and the two after it. */
const LEAD_BLOCKS = 3

/** Units of an article for the given places, in their order. */
export function unitsOf(article: AnnotatedArticle, places: readonly Placed[], lexicon: Lexicon): Unit[] {
  const { text, sentences, blocks } = article
  const words = articleWords(article, lexicon)
  const whole = sentencesOf(article, lexicon)
  return places.map(({ mention, quote, quotation }) => {
    const { spans } = mention
    const said = quotation ? [] : spans.map((span) => saidIn(article, span))
    const own = passage(text, spans, lexicon, words)
    const at = sentences.findIndex((sentence) => sentence.end > own.start)
    const { names } = own.facts
    const tokens = spans.flatMap(({ start, end }) => tokenize(text, start, end))
    const printed = quotation && quote ? printedRuns(text, quote.content, quote.kind === 'direct').flat() : []
    const printing = sliceSpans(text, spans)
    return {
      text: printing,
      passage: own,
      sentence: whole[at] ?? { ...own, around: joined([], lexicon) },
      order: wordOrder(
        tokens.map(({ norm }) => norm),
        lexicon,
        names,
      ),
      spelling: spellingOf(printing),
      place: own.start / Math.max(1, text.length),
      lead: blocks.findIndex(({ end }) => end > own.start) < LEAD_BLOCKS,
      attributed: mention.voice === 'attributed',
      hedged: mention.hedged,
      speaker: quote ? speakerOf(article, quote) : nobody,
      cue: quote?.cueLemma ?? null,
      printed: wordOrder(printed, lexicon, names),
      said: said.flat(),
      acts: said.flatMap((own) => actsOf(article, own)),
      qualities: said.flatMap(qualitiesOf),
      thing: quotation && printed.length === 0 && spans.every((span) => isThing(article, span)),
    }
  })
}

/** The sentence that holds all of a passage, if it is not too long to be read. */
function readableAround({ sentences }: AnnotatedArticle, span: Span): Span | undefined {
  const sentence = sentences.find((one) => contains(one, span))
  return sentence && !isTooLong(sentence) ? sentence : undefined
}

function saidIn(article: AnnotatedArticle, span: Span): readonly Proposition[] {
  const sentence = readableAround(article, span)
  return sentence ? readingOf(article).within(sentence, span) : []
}

/** Of persons, and of groups that a capital names; by the last word of the name. */
function actsOf(article: AnnotatedArticle, said: readonly Proposition[]): readonly Act[] {
  const known = doersNamed(article)
  return said.flatMap(({ predicate, arguments: parts }) => {
    const names = parts
      .filter(({ role }) => role === 'subject')
      .flatMap(
        (part) =>
          [...known].find(([, mentions]) =>
            mentions.some((one) => overlap(one, part) > 0 || (part.alias && overlap(one, part.alias) > 0)),
          )?.[0] ?? [],
      )
    const [doer] = names
    return doer !== undefined && names.length === 1
      ? [{ verb: predicate.lemma, doer, known: new Set(known.keys()) }]
      : []
  })
}

function qualitiesOf(said: readonly Proposition[]): readonly Term[] {
  return said.every(({ predicate }) => predicate.kind === 'adjective')
    ? said.map(({ predicate }) => termOf({ norm: predicate.lemma, proper: false }))
    : []
}

/** The persons and groups of an article, each by the last word of its name, with where they are named. */
const doersNamed = once(
  ({ entities }: AnnotatedArticle): ReadonlyMap<string, readonly Span[]> =>
    new Map(
      entities
        .filter(({ kind }) => kind === 'person' || kind === 'other')
        .map(({ name, mentions }) => [tokenize(name).at(-1)?.norm ?? '', mentions]),
    ),
)

/** What all of it hangs on is a noun, and is not said to be anything. */
function isThing(article: AnnotatedArticle, span: Span): boolean {
  const sentence = readableAround(article, span)
  if (!sentence) return false
  const tree = readingOf(article).tree(sentence)
  const own = tree.nodes.filter((node) => overlap(node, span) > 0 && node.pos !== 'PUNCT')
  const heads = own.filter((node) => {
    const head = tree.headOf(node)
    return head === undefined || !own.includes(head)
  })
  return (
    heads.length > 0 &&
    heads.every((head) => nominal.has(head.pos) && tree.by(head, 'cop', 'nsubj').length === 0)
  )
}

const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])

/** Claims and quotations stand in the same sentences. */
const sentencesOf = onceForTwo((article: AnnotatedArticle, lexicon: Lexicon): readonly Surrounded[] => {
  const passages = article.sentences.map((sentence) =>
    passage(article.text, [sentence], lexicon, articleWords(article, lexicon)),
  )
  return passages.map((own, at) => ({
    ...own,
    around: joined([passages[at - 1], passages[at + 1]], lexicon),
  }))
})

function joined(passages: readonly (Passage | undefined)[], lexicon: Lexicon): WeightedWords {
  const weights = new Map<number, number>()
  for (const part of passages)
    part?.own.words.forEach((id, i) => {
      weights.set(id, Math.max(weights.get(id) ?? 0, itemAt(part.own.weights, i)))
    })
  return weighted([...weights], lexicon)
}
