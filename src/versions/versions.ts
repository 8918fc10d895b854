/**
 * Versions: from two versions of one report to what changed between them, by kind.
 *
 * In:    both as annotated, and the program's alignment for what is not found by its words.
 * Out:   a Versions: changes with their passages, in the order of `ChangeKind`, then of the text.
 * Never: calls gone what the other version tells elsewhere, or has no room for since it ends before; calls a change what
 *        ticks, moves or is printed otherwise.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Generator } from '../model/report.js'
import type { PlacedWords, Span } from '../model/span.js'
import { ChangeKind, type Version, type VersionChange, type Versions } from '../model/versions.js'
import { contentId, sha256 } from '../text/hash.js'
import { sortedBy } from '../text/order.js'
import { hull, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { changesIn, type Typed } from './edited.js'
import { alike, both, hunksOf, otherSide, sides, similar, taken } from './pairs.js'
import type { Pair, Paired, Side } from './pairs.js'
import { partOf, partsOf, ticks, type Part, type Parts } from './parts.js'
import { quotationChanges, type QuotationChange } from './quotations.js'

export type Link = (articles: readonly AnnotatedArticle[]) => Alignment

export type TwoVersions = Pair<AnnotatedArticle> & { readonly generator: Generator }

export function versions({ generator, ...articles }: TwoVersions, link: Link): Versions {
  const parts = both(articles, partsOf)
  const sentences = pairedSentences(parts, link)
  const state = stateOf(parts, sentences)
  const found = state === 'compared' ? allChanges(parts, sentences) : { changes: [], notTold: noneUntold }
  return { schema: 'synoptic/versions@1', generator, ...both(articles, versionOf), state, ...found }
}

const noneUntold = { old: 0, new: 0 }

function versionOf(article: AnnotatedArticle): Version {
  const { id, source, url, outlet, headline, publishedAt, modifiedAt, fetchedAt, text, completeness } =
    article
  return {
    ...{ id, source, url, publishedAt, modifiedAt, fetchedAt, sha256: article.sha256, completeness },
    outlet: outlet.name,
    headline: headline ? text.slice(headline.start, headline.end) : '',
    textSha256: sha256(text),
    words: tokenize(text).length,
  }
}

/** Two reports of one event share few sentences word for word; two versions of one share most, or have most worded alike. */
const leastSame = 0.1
const leastAlike = 0.5

function stateOf(parts: Pair<Parts>, { same, edited }: PairedSentences): Versions['state'] {
  const shorter = Math.min(...sides.map((side) => parts[side].sentences.length))
  const isUnreadable = sides.some((side) => parts[side].article.completeness.state === 'unreadable')
  if (isUnreadable || shorter === 0) return 'unreadable'
  const isOne = same > leastSame * shorter || same + edited >= leastAlike * shorter
  return isOne ? 'compared' : 'other-articles'
}

type PairedSentences = Paired<Part> & { readonly same: number; readonly edited: number }

/** By their words; the rest by what align links. */
function pairedSentences(parts: Pair<Parts>, link: Link): PairedSentences {
  const same = alike(parts.old.sentences, parts.new.sentences)
  const edited = similar(same.old, same.new)
  const told = toldOtherwise(
    edited,
    both(parts, ({ article }) => article),
    link,
  )
  return {
    ...told,
    pairs: [...same.pairs, ...edited.pairs, ...told.pairs],
    same: same.pairs.length,
    edited: edited.pairs.length,
  }
}

function toldOtherwise(
  { old, new: fresh }: Paired<Part>,
  articles: Pair<AnnotatedArticle>,
  link: Link,
): Paired<Part> {
  const { old: was, new: is } = articles
  if (old.length === 0 || fresh.length === 0 || was.id === is.id) return { pairs: [], old, new: fresh }
  const { claims, quotes } = link([onlyIn(was, old), onlyIn(is, fresh)])
  const wanted = [...quotes, ...claims].flatMap(({ cells }) => {
    const [before, after] = [cells[was.id], cells[is.id]]
    if (before?.state !== 'present' || after?.state !== 'present') return []
    const [a, b] = [sentenceOf(before.mentions, old), sentenceOf(after.mentions, fresh)]
    return a && b ? [{ old: a, new: b }] : []
  })
  return taken(old, fresh, wanted)
}

function onlyIn(article: AnnotatedArticle, sentences: readonly Part[]): AnnotatedArticle {
  const isIn = (span: Span): boolean => sentences.some((sentence) => overlap(sentence, span) > 0)
  return {
    ...article,
    claims: article.claims.filter(isIn),
    quotes: article.quotes.filter(({ content }) => content.some(isIn)),
  }
}

function sentenceOf(mentions: readonly Span[], sentences: readonly Part[]): Part | undefined {
  const [first] = mentions
  return first && sentences.find((sentence) => overlap(sentence, first) > 0)
}

type Found = Pick<Versions, 'changes' | 'notTold'>

function allChanges(parts: Pair<Parts>, sentences: Paired<Part>): Found {
  const { pairs } = sentences
  const other = both(parts, (_, side) => parts[otherSide[side]])
  const end = both(other, (there, side) => endOf(pairs, side, there))
  const isOpen = (part: Part, side: Side): boolean => part.start >= end[side]
  const isUnsure = (part: Part, side: Side): boolean => isOpen(part, side) || other[side].onPage(part)
  const quotations = quotationChanges(parts, pairs).filter((change) =>
    sides.every(
      (side) => change[otherSide[side]].length > 0 || !change[side].every((part) => isUnsure(part, side)),
    ),
  )
  const alone = both(sentences, (some, side) =>
    some.filter((part) => isStatement(part) && !isExplained(part, quotations, side)),
  )
  const draw = drawn(parts)
  const only = (side: Side, kind: ChangeKind): readonly VersionChange[] =>
    alone[side]
      .filter((part) => !isUnsure(part, side) && !holds(other[side], part.matter))
      .map((part) => draw({ kind, [side]: [part] }))
  const changes = [
    ...noteChanges(parts, draw),
    ...headlineChange(parts, draw),
    ...quotations.map(draw),
    ...pairs.flatMap((pair) =>
      pair.old.key === pair.new.key
        ? []
        : changesIn(pair, parts)
            .filter((typed) => !isToldElsewhere(typed, parts))
            .map((typed) => draw({ ...typed, old: [pair.old], new: [pair.new] })),
    ),
    ...only('old', 'statement-removed'),
    ...only('new', 'statement-added'),
  ]
  const notTold = both(alone, (some, side) => some.filter((part) => isOpen(part, side)).length)
  return { changes: inOrder(changes), notTold }
}

/** A line that a page prints twice changes once. */
function inOrder(changes: readonly VersionChange[]): readonly VersionChange[] {
  return sortedBy(
    new Map(changes.map((change) => [change.id, change])).values(),
    ({ kind, old, new: fresh, id }) => [ChangeKind.options.indexOf(kind), (fresh ?? old)?.start ?? 0, id],
  )
}

/** Behind it the other version, which is not whole, may have had more. */
function endOf(pairs: readonly Pair<Part>[], side: Side, other: Parts): number {
  if (other.article.completeness.state === 'complete') return Infinity
  return pairs.reduce((end, pair) => Math.max(end, pair[side].end), 0)
}

type Drawn = Partial<Pair<readonly Span[]>> & Pick<VersionChange, 'kind'> & Partial<Typed>
type Draw = (drawn: Drawn) => VersionChange

function drawn(parts: Pair<Parts>): Draw {
  return ({ kind, old = [], new: fresh = [], was = null, now = null }) => {
    const passages = both({ old, new: fresh }, (spans, side): PlacedWords | null => {
      const whole = hull(spans)
      return whole ? { ...whole, text: parts[side].article.text.slice(whole.start, whole.end) } : null
    })
    const words = [passages.old?.text, passages.new?.text, was, now].map((one) => one ?? '')
    return { id: contentId('v', kind, ...words), kind, ...passages, was, now }
  }
}

function headlineChange(parts: Pair<Parts>, draw: Draw): readonly VersionChange[] {
  const { old: was, new: is } = both(parts, ({ headline }) => headline)
  if (!was || !is || was.key === is.key) return []
  return [draw({ kind: 'headline-changed', old: [was], new: [is] })]
}

function noteChanges(parts: Pair<Parts>, draw: Draw): readonly VersionChange[] {
  const kind = 'correction-note'
  const left = alike(parts.old.notes, parts.new.notes)
  const { pairs, ...alone } = similar(left.old, left.new)
  const changed = pairs.filter((pair) =>
    hunksOf(pair.old.words, pair.new.words).some((hunk) =>
      [...hunk.old, ...hunk.new].some(
        (word) => !ticks(partOf(word.norm, { start: 0, end: word.norm.length })),
      ),
    ),
  )
  const inText = [
    ...changed.map((pair) => draw({ kind, old: [pair.old], new: [pair.new] })),
    ...sides.flatMap((side) =>
      alone[side].filter((part) => !ticks(part)).map((part) => draw({ kind, [side]: [part] })),
    ),
  ]
  const carries = both(parts, ({ article }) => article.issues.some(({ code }) => code === kind))
  return inText.length === 0 && carries.old !== carries.new ? [draw({ kind })] : inText
}

const leastMatter = 2

function isStatement(part: Part): boolean {
  return part.matter.length >= leastMatter && !ticks(part)
}

/** More of it than this is the quotation that was added or removed. */
const mostly = 0.5

function isExplained(sentence: Part, quotations: readonly QuotationChange[], side: Side): boolean {
  const quoted = quotations.flatMap((change) => change[side])
  const inside = sentence.words.filter((word) => quoted.some((part) => overlap(part, word) > 0))
  return inside.length > mostly * sentence.words.length
}

/** A part of a sentence that the other version has in another place: sentences were split or joined. */
function isToldElsewhere({ kind, was, now }: Typed, parts: Pair<Parts>): boolean {
  const matter = (words: string): readonly string[] => partOf(words, { start: 0, end: words.length }).matter
  if (kind === 'statement-removed' && was !== null) return holds(parts.new, matter(was))
  return kind === 'statement-added' && now !== null && holds(parts.old, matter(now))
}

const nearlyAll = 0.85

/** Whether two sentences in a row hold nearly all of the matter. */
function holds({ sentences }: Parts, matter: readonly string[]): boolean {
  return sentences.some((sentence, i) => {
    const there = new Set([...sentence.matter, ...(sentences[i + 1]?.matter ?? [])])
    return matter.filter((word) => there.has(word)).length >= nearlyAll * matter.length
  })
}
