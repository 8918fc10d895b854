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
import type { Span } from '../model/span.js'
import {
  ChangeKind,
  type Version,
  type VersionChange,
  type VersionPassage,
  type Versions,
} from '../model/versions.js'
import { contentId, sha256 } from '../text/hash.js'
import { byKeys } from '../text/order.js'
import { hull, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { changesIn } from './edited.js'
import { hunksOf, alike, similar, taken, type Pair, type Paired } from './pairs.js'
import { partOf, partsOf, ticks, type Part, type Parts } from './parts.js'
import { quotationChanges, type QuotationChange } from './quotations.js'

export type Link = (articles: readonly AnnotatedArticle[]) => Alignment

export type TwoVersions = {
  readonly old: AnnotatedArticle
  readonly new: AnnotatedArticle
  readonly generator: Generator
}

export function versions({ old, new: fresh, generator }: TwoVersions, link: Link): Versions {
  const [was, is] = [partsOf(old), partsOf(fresh)]
  const sentences = pairedSentences(was, is, link)
  const state = stateOf(was, is, sentences)
  const found = state === 'compared' ? allChanges(was, is, sentences) : { changes: [], notTold: noneUntold }
  return {
    schema: 'synoptic/versions@1',
    generator,
    old: versionOf(old),
    new: versionOf(fresh),
    state,
    ...found,
  }
}

const noneUntold = { old: 0, new: 0 }

function versionOf(article: AnnotatedArticle): Version {
  const { id, source, url, outlet, headline, publishedAt, modifiedAt, fetchedAt, text } = article
  return {
    id,
    source,
    url,
    outlet: outlet.name,
    headline: headline ? text.slice(headline.start, headline.end) : '',
    publishedAt,
    modifiedAt,
    fetchedAt,
    sha256: article.sha256,
    textSha256: sha256(text),
    completeness: article.completeness,
    words: tokenize(text).length,
  }
}

/** Two reports of one event share few sentences word for word; two versions of one share most, or have most worded alike. */
const leastSame = 0.1
const leastAlike = 0.5

function stateOf(old: Parts, fresh: Parts, { same, edited }: PairedSentences): Versions['state'] {
  const shorter = Math.min(old.sentences.length, fresh.sentences.length)
  const isUnreadable = [old, fresh].some(({ article }) => article.completeness.state === 'unreadable')
  if (isUnreadable || shorter === 0) return 'unreadable'
  const isOne = same > leastSame * shorter || same + edited >= leastAlike * shorter
  return isOne ? 'compared' : 'other-articles'
}

type PairedSentences = Paired<Part> & { readonly same: number; readonly edited: number }

function pairedSentences(old: Parts, fresh: Parts, link: Link): PairedSentences {
  const same = alike(old.sentences, fresh.sentences)
  const edited = similar(same.old, same.new)
  const told = toldOtherwise(edited, old.article, fresh.article, link)
  return {
    ...told,
    pairs: [...same.pairs, ...edited.pairs, ...told.pairs],
    same: same.pairs.length,
    edited: edited.pairs.length,
  }
}

function toldOtherwise(
  { old, new: fresh }: Paired<Part>,
  was: AnnotatedArticle,
  is: AnnotatedArticle,
  link: Link,
): Paired<Part> {
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

function allChanges(old: Parts, fresh: Parts, sentences: Paired<Part>): Found {
  const { pairs } = sentences
  const end = { old: endOf(pairs, 'old', fresh), new: endOf(pairs, 'new', old) }
  const isOpen = { old: (part: Part) => part.start >= end.old, new: (part: Part) => part.start >= end.new }
  const quotations = quotationChanges(old, fresh, pairs).filter(
    ({ old: gone, new: come }) =>
      !(come.length === 0 && gone.every((part) => isOpen.old(part) || fresh.onPage(part))) &&
      !(gone.length === 0 && come.every((part) => isOpen.new(part) || old.onPage(part))),
  )
  const [gone, come] = [
    sentences.old.filter((part) => isStatement(part) && !isExplained(part, quotations, 'old')),
    sentences.new.filter((part) => isStatement(part) && !isExplained(part, quotations, 'new')),
  ]
  const passages = passagesOf(old, fresh)
  const changes = [
    ...noteChanges(old, fresh, passages),
    ...headlineChange(old, fresh, passages),
    ...quotations.map((change) => passages({ ...change, was: null, now: null })),
    ...pairs.flatMap((pair) =>
      pair.old.key === pair.new.key
        ? []
        : changesIn(pair, old, fresh)
            .filter(({ kind, was, now }) => !isToldElsewhere(kind, was, now, old, fresh))
            .map((typed) => passages({ ...typed, old: [pair.old], new: [pair.new] })),
    ),
    ...gone
      .filter((part) => !isOpen.old(part) && !fresh.onPage(part) && !holds(fresh, part.matter))
      .map((part) => passages({ kind: 'statement-removed', old: [part], new: [], was: null, now: null })),
    ...come
      .filter((part) => !isOpen.new(part) && !old.onPage(part) && !holds(old, part.matter))
      .map((part) => passages({ kind: 'statement-added', old: [], new: [part], was: null, now: null })),
  ]
  return {
    changes: inOrder(changes),
    notTold: { old: gone.filter(isOpen.old).length, new: come.filter(isOpen.new).length },
  }
}

/** A line that a page prints twice changes once. */
function inOrder(changes: readonly VersionChange[]): readonly VersionChange[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()].sort(
    byKeys(
      ({ kind }) => ChangeKind.options.indexOf(kind),
      ({ old, new: fresh }) => (fresh ?? old)?.start ?? 0,
      ({ id }) => id,
    ),
  )
}

/** Behind it the other version, which is not whole, may have had more. */
function endOf(pairs: readonly Pair<Part>[], side: 'old' | 'new', other: Parts): number {
  if (other.article.completeness.state === 'complete') return Infinity
  return pairs.reduce((end, pair) => Math.max(end, pair[side].end), 0)
}

type Drawn = Pick<VersionChange, 'kind' | 'was' | 'now'> & {
  readonly old: readonly Span[]
  readonly new: readonly Span[]
}

function passagesOf(old: Parts, fresh: Parts): (drawn: Drawn) => VersionChange {
  const passage = ({ article }: Parts, spans: readonly Span[]): VersionPassage | null => {
    const whole = hull(spans)
    return whole ? { ...whole, text: article.text.slice(whole.start, whole.end) } : null
  }
  return ({ kind, old: gone, new: come, was, now }) => {
    const [before, after] = [passage(old, gone), passage(fresh, come)]
    const id = contentId('v', kind, before?.text ?? '', after?.text ?? '', was ?? '', now ?? '')
    return { id, kind, old: before, new: after, was, now }
  }
}

type Draw = ReturnType<typeof passagesOf>

function headlineChange(old: Parts, fresh: Parts, draw: Draw): readonly VersionChange[] {
  const [was, is] = [old.headline, fresh.headline]
  if (!was || !is || was.key === is.key) return []
  return [draw({ kind: 'headline-changed', old: [was], new: [is], was: null, now: null })]
}

function noteChanges(old: Parts, fresh: Parts, draw: Draw): readonly VersionChange[] {
  const note = (gone: readonly Part[], come: readonly Part[]): VersionChange =>
    draw({ kind: 'correction-note', old: gone, new: come, was: null, now: null })
  const left = alike(old.notes, fresh.notes)
  const { pairs, old: gone, new: come } = similar(left.old, left.new)
  const changed = pairs.filter((pair) =>
    hunksOf(pair.old.words, pair.new.words).some(({ removed, added }) =>
      [...removed, ...added].some((word) => !ticks(partOf(word.norm, { start: 0, end: word.norm.length }))),
    ),
  )
  const inText = [
    ...changed.map((pair) => note([pair.old], [pair.new])),
    ...gone.filter((part) => !ticks(part)).map((part) => note([part], [])),
    ...come.filter((part) => !ticks(part)).map((part) => note([], [part])),
  ]
  const carries = ({ article }: Parts): boolean =>
    article.issues.some(({ code }) => code === 'correction-note')
  return inText.length === 0 && carries(old) !== carries(fresh) ? [note([], [])] : inText
}

const leastMatter = 2

function isStatement(part: Part): boolean {
  return part.matter.length >= leastMatter && !ticks(part)
}

/** More of it than this is the quotation that was added or removed. */
const mostly = 0.5

function isExplained(sentence: Part, quotations: readonly QuotationChange[], side: 'old' | 'new'): boolean {
  const quoted = quotations.flatMap((change) => change[side])
  const inside = sentence.words.filter((word) => quoted.some((part) => overlap(part, word) > 0))
  return inside.length > mostly * sentence.words.length
}

/** A part of a sentence that the other version has in another place: sentences were split or joined. */
function isToldElsewhere(
  kind: ChangeKind,
  was: string | null,
  now: string | null,
  old: Parts,
  fresh: Parts,
): boolean {
  const matter = (words: string): readonly string[] => partOf(words, { start: 0, end: words.length }).matter
  if (kind === 'statement-removed' && was !== null) return holds(fresh, matter(was))
  return kind === 'statement-added' && now !== null && holds(old, matter(now))
}

const nearlyAll = 0.85

/** Whether two sentences in a row hold nearly all of the matter. */
function holds({ sentences }: Parts, matter: readonly string[]): boolean {
  return sentences.some((sentence, i) => {
    const there = new Set([...sentence.matter, ...(sentences[i + 1]?.matter ?? [])])
    return matter.filter((word) => there.has(word)).length >= nearlyAll * matter.length
  })
}
