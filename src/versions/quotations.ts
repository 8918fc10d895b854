/** What became of the quotations: cut, altered, lengthened, added, removed. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { ChangeKind } from '../model/versions.js'
import { overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { alike, hunksOf, otherSide, type Pair, type Side } from './pairs.js'
import type { Part, Parts } from './parts.js'

type Group = Pair<readonly Part[]>
export type QuotationChange = Group & { readonly kind: ChangeKind }

export function quotationChanges(
  parts: Pair<Parts>,
  sentences: readonly Pair<Part>[],
): readonly QuotationChange[] {
  const left = alike(parts.old.quotations, parts.new.quotations)
  return linked(left.old, left.new).flatMap((group): readonly QuotationChange[] => {
    if (group.old.length > 0 && group.new.length > 0) return versionsOfOne(group)
    const side = group.old.length > 0 ? 'old' : 'new'
    return group[side].map((part) => onOneSide(part, side, parts[side].article, left.pairs, sentences))
  })
}

/** Pieces that have words in a row in common stand in one group, in text order. */
function linked(old: readonly Part[], fresh: readonly Part[]): readonly Group[] {
  const groups: { old: Part[]; new: Part[] }[] = old.map((part) => ({ old: [part], new: [] }))
  for (const part of fresh) {
    const mine = groups.filter((group) => group.old.some((other) => areVersions(other, part)))
    const [first, ...others] = mine
    if (!first) {
      groups.push({ old: [], new: [part] })
      continue
    }
    first.new.push(part)
    for (const other of others) {
      first.old.push(...other.old)
      first.new.push(...other.new)
      groups.splice(groups.indexOf(other), 1)
    }
  }
  const inOrder = (parts: Part[]): Part[] => parts.sort((a, b) => a.start - b.start)
  return groups.map((group) => ({ old: inOrder(group.old), new: inOrder(group.new) }))
}

/** Half of the words of the shorter one, in their order. */
const shared = 0.5

function areVersions(a: Part, b: Part): boolean {
  const shorter = Math.min(a.words.length, b.words.length)
  const gone = hunksOf(a.words, b.words).reduce((sum, hunk) => sum + hunk.old.length, 0)
  return a.words.length - gone >= Math.max(2, shared * shorter)
}

function versionsOfOne(group: Group): readonly QuotationChange[] {
  const words = (parts: readonly Part[]): Part['words'] => parts.flatMap((part) => part.words)
  const hunks = hunksOf(words(group.old), words(group.new))
  if (hunks.length === 0) return []
  const kind = hunks.every((hunk) => hunk.new.length === 0)
    ? 'quotation-cut'
    : hunks.every((hunk) => hunk.old.length === 0)
      ? 'quotation-lengthened'
      : 'quotation-altered'
  return [{ kind, ...group }]
}

/** A quotation that one version alone has, or has in marks, or has more pieces of. */
function onOneSide(
  part: Part,
  side: Side,
  article: AnnotatedArticle,
  kept: readonly Pair<Part>[],
  sentences: readonly Pair<Part>[],
): QuotationChange {
  const change = (kind: ChangeKind, here: readonly Part[], there: readonly Part[]): QuotationChange => {
    const inOrder = [...here].sort((a, b) => a.start - b.start)
    return side === 'old' ? { kind, old: inOrder, new: there } : { kind, old: there, new: inOrder }
  }
  const bare = withoutMarks(part, side, sentences)
  if (bare) return change('quotation-altered', [part], [bare])
  const utterance = article.quotes.find(({ content }) => content.some((span) => overlap(span, part) > 0))
  const rest = kept.find((pair) => utterance?.content.some((span) => overlap(span, pair[side]) > 0))
  if (!rest || hasItsOwn(part, article))
    return change(side === 'old' ? 'quotation-removed' : 'quotation-added', [part], [])
  const kind = side === 'old' ? 'quotation-cut' : 'quotation-lengthened'
  return change(kind, [rest[side], part], [rest[otherSide[side]]])
}

/** The sentence says who speaks, beside the quotation: "“Not yet,” she added." is one by itself, "“Not yet.”" a piece. */
function hasItsOwn(part: Part, { text, sentences }: AnnotatedArticle): boolean {
  return sentences.some((sentence) => {
    if (overlap(sentence, part) === 0) return false
    const beside = tokenize(text, sentence.start, sentence.end).filter((word) => overlap(part, word) === 0)
    return beside.length > 1
  })
}

/** The sentence of the other version that has the words, and no marks around them. */
function withoutMarks(part: Part, side: Side, sentences: readonly Pair<Part>[]): Part | null {
  const there = sentences.filter((pair) => overlap(pair[side], part) > 0).map((pair) => pair[otherSide[side]])
  return there.find(({ key }) => ` ${key} `.includes(` ${part.key} `)) ?? null
}
