/**
 * Noun phrases of different reports that name one thing with different nouns.
 *
 * In:    a Context. Out: Referents: the phrases of each report, and how sure it is that they name one thing.
 * Never: joins nouns that one report uses side by side: a report that has both may mean two things.
 *
 * What ties two phrases together, the nouns being near (nouns.ts):
 * - acts of one name ("the capture of Dorn", "the fall of Dorn") in sentences that a column puts together;
 * - the same name in, before or after both ("the capture of Dorn", "Dorn's liberation");
 * - clauses of one column, surely linked, in which each noun stands and the other's does not;
 * Nouns of one synset in their commonest sense are one word in two forms, and no difference.
 */
import { byKeys } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { presentCells, sentenceIndex, wordsIn, type ArticleView, type Context } from '../context.js'
import { once } from '../once.js'
import { share } from '../search/share.js'
import { likeness, termOf, termsOf, type Term } from '../search/likeness.js'
import { isTight, kindsOf, relation } from '../../english/nouns.js'
import { phrasesOf, type Phrase } from './phrases.js'

export type Referent = {
  /** What the finding is called by: the noun most reports use, with the name in common. */
  readonly name: string
  readonly phrases: readonly Phrase[]
  readonly confidence: number
}

/** Links below this do not tell what a noun stands for. */
const leastLink = 0.75
/** Least common matter of two sentences around acts of one name that no column puts together. */
const leastShare = 0.3
const sure = { ofOneName: 0.8, anchored: 0.75, aligned: 0.7, central: 0.6 } as const
/** Words beside two phrases count as one from this likeness on. */
const sameWord = 0.75

type Tie = {
  readonly a: Phrase
  readonly b: Phrase
  readonly anchor: string | null
  readonly confidence: number
}

export function referentsOf(context: Context): readonly Referent[] {
  const use = new Map(context.views.map((view) => [view, new Set(phrasesOf(view).map(({ head }) => head))]))
  // Each has a noun that the other never uses: else the other would have used it.
  const counts: Counts = (a, b) =>
    a.view !== b.view &&
    !(use.get(a.view)?.has(b.head) ?? false) &&
    !(use.get(b.view)?.has(a.head) ?? false) &&
    context.texts([a.view.id, b.view.id]) > 1
  return groups(context, [
    ...ofOneName(context, counts),
    ...anchored(context, counts),
    ...aligned(context, counts),
    ...central(context, counts),
  ])
}

/** Whether two phrases can be two names for one thing, whatever ties them. */
type Counts = (a: Phrase, b: Phrase) => boolean

/**
 * One pair of phrases for each two nouns that are near: by noun, not by phrase, so that fifty reports with the same few
 * nouns are as quick as five. Which pair it is makes no difference: groups() asks for the nouns.
 */
function pairsOfNouns(
  phrases: readonly Phrase[],
  near: (a: string, b: string) => boolean,
  counts: Counts,
): readonly (readonly [Phrase, Phrase])[] {
  const nouns = [...byKey(phrases, ({ head }) => [head])]
  return nouns.flatMap(([one, these], index) =>
    nouns.slice(index + 1).flatMap(([other, those]): (readonly [Phrase, Phrase])[] => {
      if (!near(one, other)) return []
      const pair = firstPair(oneEach(these), oneEach(those), counts)
      return pair ? [pair] : []
    }),
  )
}

function firstPair(these: readonly Phrase[], those: readonly Phrase[], counts: Counts) {
  for (const a of these) for (const b of those) if (counts(a, b)) return [a, b] as const
  return null
}

/** Of each report one phrase. */
function oneEach(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.view, phrase])).values()]
}

function byKey<T>(
  items: readonly T[],
  keys: (item: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const item of items)
    for (const key of keys(item)) {
      const known = found.get(key)
      if (known) known.push(item)
      else found.set(key, [item])
    }
  return found
}

/** Phrases with one name in common, each an act, event, state, group or place of it. */
function anchored(context: Context, counts: Counts): readonly Tie[] {
  const phrases = context.views.flatMap((view) => phrasesOf(view))
  return [...byKey(phrases, ({ anchors }) => anchors)].flatMap(([anchor, those]) =>
    [true, false].flatMap((plural) =>
      pairsOfNouns(
        those.filter((phrase) => phrase.plural === plural),
        (one, other) => relation(one, other) === 'near',
        counts,
      ).map(([a, b]): Tie => ({ a, b, anchor, confidence: sure.anchored })),
    ),
  )
}

/** "the capture of Dorn", "the fall of Dorn": acts or events of one name, in sentences that a column puts together. */
function ofOneName(context: Context, counts: Counts): readonly Tie[] {
  const columnsOf = columnIndex(context)
  const acts = context.views.flatMap((view) =>
    phrasesOf(view).filter((phrase) => phrase.of.size > 0 && !phrase.plural && mayBeAct(phrase.head)),
  )
  return [...byKey(acts, ({ of }) => of)].flatMap(([anchor, those]) =>
    pairsOfUses(those).flatMap(({ one, other }): Tie[] => {
      const [first, second] = [one[0], other[0]]
      if (!first || !second || relation(first.head, second.head) === 'same' || !counts(first, second))
        return []
      const pair = firstOf(one, other, (a, b) => {
        const there = columnsOf(b)
        return (
          [...columnsOf(a)].some((column) => there.has(column)) ||
          share(sentenceTerms(a), sentenceTerms(b)) >= context.limit(leastShare)
        )
      })
      return pair ? [{ a: pair[0], b: pair[1], anchor, confidence: sure.ofOneName }] : []
    }),
  )
}

/**
 * The phrases of one noun in one report, against those of one noun in another report. One pair of phrases that is tied is
 * enough, since groups() asks for the nouns: a report that has a noun a thousand times is looked through, not multiplied.
 */
function pairsOfUses(
  phrases: readonly Phrase[],
): readonly { readonly one: readonly Phrase[]; readonly other: readonly Phrase[] }[] {
  const uses = [...byKey(phrases, ({ view, head, plural }) => [`${view.id} ${head} ${plural}`]).values()]
  return uses.flatMap((one, index) =>
    uses.slice(index + 1).flatMap((other) => (one[0]?.view === other[0]?.view ? [] : [{ one, other }])),
  )
}

function firstOf(
  these: readonly Phrase[],
  those: readonly Phrase[],
  tied: (a: Phrase, b: Phrase) => boolean,
): readonly [Phrase, Phrase] | null {
  for (const a of these) for (const b of those) if (tied(a, b)) return [a, b]
  return null
}

function mayBeAct(head: string): boolean {
  return kindsOf(head).includes('event')
}

/** Ids of the columns that have a mention in a phrase's sentence. */
function columnIndex(context: Context): (phrase: Phrase) => ReadonlySet<string> {
  const columns = [...context.alignment.claims, ...context.alignment.quotes]
  return once(({ view, span }: Phrase) => {
    const sentence = view.sentences[sentenceIndex(view, span)] ?? span
    return new Set(
      columns.flatMap(({ id, cells }) => {
        const cell = cells[view.id]
        const told =
          cell?.state === 'present' && cell.mentions.some((mention) => overlap(mention, sentence) > 0)
        return told ? [id] : []
      }),
    )
  })
}

const sentenceTerms = once(({ view, span }: Phrase): readonly Term[] => {
  const sentence = view.sentences[sentenceIndex(view, span)] ?? span
  return termsOf(wordsIn(view, sentence).filter((word) => word.start < span.start || word.end > span.end))
})

/** Phrases in the clauses of one column. */
function aligned(context: Context, counts: Counts): readonly Tie[] {
  return context.alignment.claims.flatMap((column) => {
    const sureness = new Map<ArticleView, number>()
    const told = presentCells(column).flatMap(([id, cell]) => {
      const view = context.view(id)
      if (!view || cell.confidence < context.limit(leastLink)) return []
      sureness.set(view, cell.confidence)
      return phrasesWithin(view, cell.mentions)
    })
    return pairsOfUses(told).flatMap(({ one, other }): Tie[] => {
      const [first, second] = [one[0], other[0]]
      if (first === undefined || first.plural !== second?.plural) return []
      const kind = kindsOf(first.head)[0]
      if (kind !== 'person' && kind !== 'group' && kind !== 'event') return []
      if (relation(first.head, second.head) !== 'near' || !counts(first, second)) return []
      const pair = firstOf(one, other, oneSlot)
      const least = Math.min(sureness.get(first.view) ?? 0, sureness.get(second.view) ?? 0)
      return pair ? [{ a: pair[0], b: pair[1], anchor: null, confidence: sure.aligned * least }] : []
    })
  })
}

/** Phrases that stand whole in one of the spans. */
function phrasesWithin(view: ArticleView, spans: readonly Span[]): readonly Phrase[] {
  const phrases = phrasesOf(view)
  const found = new Set<Phrase>()
  for (const { start, end } of spans) {
    let low = 0
    let high = phrases.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((phrases[middle]?.span.start ?? Infinity) < start) low = middle + 1
      else high = middle
    }
    for (let phrase = phrases[low]; phrase && phrase.span.start < end; phrase = phrases[++low])
      if (phrase.span.end <= end) found.add(phrase)
  }
  return [...found]
}

/** The same content word stands right before or right after both, or within both. */
function oneSlot(a: Phrase, b: Phrase): boolean {
  const [x, y] = [neighbours(a), neighbours(b)]
  const like = (one: Term | undefined, other: Term | undefined): boolean =>
    one !== undefined && other !== undefined && likeness(one, other) >= sameWord
  return (
    like(x.before, y.before) ||
    like(x.after, y.after) ||
    x.inside.some((one) => y.inside.some((other) => like(one, other)))
  )
}

/** Content words around a phrase within its sentence, and those inside it beside the noun. */
type Neighbours = {
  readonly before: Term | undefined
  readonly after: Term | undefined
  readonly inside: readonly Term[]
}

const neighbours = once(({ view, span }: Phrase): Neighbours => {
  const sentence = view.sentences[sentenceIndex(view, span)] ?? span
  const content = (from: number, to: number): readonly Term[] =>
    wordsIn(view, { start: from, end: to })
      .filter((word) => word.key !== '')
      .map(termOf)
  return {
    before: content(sentence.start, span.start).at(-1),
    after: content(span.end, sentence.end)[0],
    inside: content(span.start, span.end).slice(0, -1),
  }
})

/** What the reports are about: one known thing of its kind, in most texts, by nouns that WordNet links. */
function central(context: Context, counts: Counts): readonly Tie[] {
  const known = context.views.flatMap((view) => [
    ...new Map(
      phrasesOf(view)
        .filter(
          (phrase) => !phrase.plural && (phrase.definite || phrase.anchors.size > 0) && isAct(phrase.head),
        )
        .map((phrase) => [phrase.head, phrase]),
    ).values(),
  ])
  return pairsOfNouns(
    known,
    (one, other) => relation(one, other) === 'near' && isTight(one, other) && widely(context, one, other),
    counts,
  ).map(([a, b]): Tie => ({ a, b, anchor: null, confidence: sure.central }))
}

/** All independent texts of up to three, most of more, use one noun or the other. */
function widely(context: Context, a: string, b: string): boolean {
  const users = context.views.filter((view) => phrasesOf(view).some(({ head }) => head === a || head === b))
  const texts = context.texts(users.map(({ id }) => id))
  if (context.allTexts > 3) return texts * 2 > context.allTexts
  // Few texts are little evidence: then each noun must be a main one of its report.
  return texts === context.allTexts && users.every((view) => isMain(view, a) || isMain(view, b))
}

/** In the headline or lead, or more than once. */
function isMain(view: ArticleView, noun: string): boolean {
  const uses = phrasesOf(view).filter(({ head }) => head === noun)
  return uses.length > 1 || uses.some(({ span }) => span.start < view.leadEnd)
}

function isAct(head: string): boolean {
  const [kind] = kindsOf(head)
  return kind === 'event' || kind === 'idea' || kind === 'word'
}

/** One referent for each name and kind; nouns tied in any pair are joined, first the surest. */
function groups(context: Context, ties: readonly Tie[]): readonly Referent[] {
  const found: { anchor: string | null; heads: Set<string>; confidence: number }[] = []
  const sorted = [...ties].sort(
    byKeys(
      (tie) => -tie.confidence,
      (tie) => tie.anchor ?? '',
      (tie) => [tie.a.head, tie.b.head].sort().join(' '),
      (tie) => `${tie.a.view.id} ${tie.a.span.start} ${tie.b.view.id} ${tie.b.span.start}`,
    ),
  )
  for (const { a, b, anchor, confidence } of sorted) {
    const near = found.find(({ heads }) => heads.has(a.head) || heads.has(b.head))
    if (near) {
      if (near.anchor === anchor || anchor === null) {
        near.heads.add(a.head)
        near.heads.add(b.head)
      }
    } else found.push({ anchor, heads: new Set([a.head, b.head]), confidence })
  }
  return found.flatMap(({ anchor, heads, confidence }) => {
    const phrases = context.views.flatMap((view) =>
      phrasesOf(view).filter(
        (phrase) => heads.has(phrase.head) && (anchor === null || phrase.anchors.has(anchor)),
      ),
    )
    return phrases.length < 2 ? [] : [{ name: nameOf(phrases, anchor), phrases, confidence }]
  })
}

function nameOf(phrases: readonly Phrase[], anchor: string | null): string {
  const counts = new Map<string, number>()
  for (const { head } of phrases) counts.set(head, (counts.get(head) ?? 0) + 1)
  const [first] = [...counts].sort(
    byKeys(
      ([, count]) => -count,
      ([head]) => head,
    ),
  )
  const head = first?.[0] ?? ''
  const printed = phrases.flatMap((phrase) =>
    [...phrase.words.matchAll(/\p{Lu}[\p{L}’'-]*/gu)].map(([name]) => name),
  )
  const name = anchor === null ? undefined : printed.find((word) => word.toLowerCase().startsWith(anchor))
  return anchor === null ? `the ${head}` : `the ${head} (${name ?? anchor})`
}
