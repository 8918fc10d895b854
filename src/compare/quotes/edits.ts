/** What separates a version of an utterance from the fullest one: typed edits in its order. Never: spelling, case, punctuation. */
import type { Edit } from '../../model/comparison.js'
import { negations } from '../../english/negation.js'
import { isHedgeWord } from '../../english/hedges.js'
import { conditions, opposing } from '../../english/conditions.js'
import { type Word, wordsIn, type ArticleView } from '../../likeness/view.js'
import { onceForTwo, once } from '../../text/once.js'
import { isThing } from '../tags.js'
import { hunksBetween, inOrderOf, longestRun, matched, ownPieces, type Hunk } from './matching.js'
import { surface } from './pieces.js'
import { inBrackets, isSwap } from './swaps.js'
import type { Quoted } from './version.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'

export type Comparison = {
  readonly edits: readonly Edit[]
  /** Content words that stand where the fullest has others: “peace” for “defeat”. */
  readonly swaps: readonly Edit[]
  /** Share of this version's quoted words that stand in the fullest, in order. */
  readonly kept: number
  /** Number of words that both have. */
  readonly common: number
  /** Longest run of words that both have. */
  readonly run: number
  /** Content words put in or put instead of others, unmarked. */
  readonly foreign: number
  /** Words of whole pieces that the fullest has nowhere: said as well, not changed. */
  readonly ownWords: number
  readonly removedWords: number
}

/** Compares a version's quoted words with the fullest version's; undefined when the two are too far apart to say. */
export const compareVersions = onceForTwo(compareTwo)

/** The same, not kept: for sentences, of which there are many pairs. */
export function compareTwo(fullest: Quoted, version: Quoted): Comparison | undefined {
  const a = fullest.quotedWords
  const ordered = { ...version, quotedWords: inOrderOf(a, version) }
  const b = ordered.quotedWords
  const pairs = matched(fullest, b)
  if (pairs === undefined) return undefined
  const hunks = hunksBetween(pairs, a.length, b.length)
  const own = ownPieces(ordered, new Set(pairs.map((pair) => pair.b)))
  const foreign = hunks
    .flatMap((hunk) => hunk.added)
    .flatMap((index) => b[index] ?? [])
    .filter((word) => word.key !== '' && !own.has(word) && !inBrackets(version, word)).length
  const changes = hunks.map((hunk) => ({ hunk, edit: toEdit(hunk, fullest, ordered) }))
  const cuts = changes.filter(({ hunk }) => !isMasking(hunk, fullest, ordered))
  return {
    edits: cuts.map(({ edit }) => edit),
    swaps: changes.flatMap(({ hunk, edit }) => (isSwap(hunk, edit, fullest, ordered, own) ? [edit] : [])),
    kept: b.length === 0 ? 0 : pairs.length / b.length,
    common: pairs.length,
    run: longestRun(pairs),
    foreign,
    ownWords: own.size,
    removedWords: cuts.reduce((sum, { hunk }) => sum + hunk.removed.length, 0),
  }
}

/** Signs in the place of letters, and what a desk puts in the place of a word: "s---", "f**king", "[expletive]". */
const mask =
  /\*{2,}|_{2,}|\p{L}[-–—]{2,}|[[(](?:bleep|expletive|obscenity|profanity|slur)\p{L}*(?: deleted)?[\])]/iu
/** Words of a masked one: "s**t" is read as two. */
const mostMasked = 3

/** The one prints a word, the other hides it: no cut, though it may be told that the words differ. */
function isMasking({ removed, added, from, at }: Hunk, fullest: Quoted, version: Quoted): boolean {
  if (Math.min(removed.length, added.length) === 0 || Math.max(removed.length, added.length) > mostMasked)
    return false
  const stretch = ({ quotedWords, view }: Quoted, start: number, size: number): string => {
    const [first, next] = [quotedWords[start], quotedWords[start + size]]
    const [before, last] = [quotedWords[start - 1], quotedWords[start + size - 1]]
    return first && last
      ? view.text.slice(before?.end ?? first.start - 1, next?.start ?? last.end + mostMasked)
      : ''
  }
  return mask.test(stretch(fullest, from, removed.length)) || mask.test(stretch(version, at, added.length))
}

function toEdit(hunk: Hunk, fullest: Quoted, version: Quoted): Edit {
  const removed = hunk.removed.flatMap((index) => fullest.quotedWords[index] ?? [])
  const added = hunk.added.flatMap((index) => version.quotedWords[index] ?? [])
  const atStart = hunk.at === 0 && added.length === 0
  const atEnd = hunk.at >= version.quotedWords.length && added.length === 0
  const before = version.quotedWords[hunk.at - 1]
  const after = version.quotedWords[hunk.at + added.length]
  const type = editType(
    removed,
    added,
    atStart,
    atEnd,
    crossesSentence(fullest, removed),
    joined(version, before, after),
  )
  const turned = type === 'replaced' && added.some(({ norm }) => negations.has(norm))
  const carried = turned ? 'negation' : removed.length === 0 ? null : carries(fullest, removed, type)
  return {
    type,
    removed: surface(fullest, removed),
    ...(added.length > 0 ? { added: surface(version, added) } : {}),
    marked: isMarked(version, before, after, atStart, atEnd, added),
    carries: carried,
    elsewhere: toldElsewhere(version, removed, sentenceAround(fullest, removed), carried),
  }
}

/** The words of the sentence or sentences that the removed words stand in. */
function sentenceAround(fullest: Quoted, removed: readonly Word[]): readonly Word[] {
  const words = fullest.quotedWords
  const [first, last] = [removed[0], removed.at(-1)]
  if (!first || !last) return []
  let from = words.indexOf(first)
  let to = words.indexOf(last) + 1
  while (from > 0 && !startsSentence(fullest, from)) from--
  while (to < words.length && !startsSentence(fullest, to)) to++
  return words.slice(from, to)
}

function editType(
  removed: readonly Word[],
  added: readonly Word[],
  atStart: boolean,
  atEnd: boolean,
  sentence: boolean,
  joinedHere: boolean,
): Edit['type'] {
  if (removed.length === 0) return 'inserted'
  if (added.length > 0) return 'replaced'
  if (atStart) return 'cut-start'
  if (atEnd) return 'cut-end'
  return sentence && joinedHere ? 'merged' : 'cut-middle'
}

/** The removed words run over the end of a sentence. */
function crossesSentence(fullest: Quoted, removed: readonly Word[]): boolean {
  const first = removed[0]
  const last = removed.at(-1)
  return !!first && !!last && /[.!?]/u.test(fullest.view.text.slice(first.start, last.start))
}

/** The words on both sides of a cut stand in one pair of quotation marks. */
function joined(version: Quoted, before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after) return false
  return !/[“”"]/u.test(version.view.text.slice(before.end, after.start))
}

/** Whether an edit is marked in print: by brackets, an ellipsis, quotation marks closed and opened again. */
function isMarked(
  { view: { text } }: Quoted,
  before: Word | undefined,
  after: Word | undefined,
  atStart: boolean,
  atEnd: boolean,
  added: readonly Word[],
): boolean {
  if (atStart && after) return sign.test(text.slice(Math.max(0, after.start - 5), after.start))
  if (atEnd && before) return sign.test(text.slice(before.end, before.end + 5))
  if (!before || !after) return false
  const between = text.slice(before.end, after.start)
  return sign.test(between) || (added.length === 0 && /[“”"]/u.test(between))
}

const sign = /[[\]…]|\.\.\./u

function carries(fullest: Quoted, cut: readonly Word[], type: Edit['type']): Edit['carries'] {
  const removed = outOfKept(fullest, cut)
  const norms = removed.map((word) => word.norm)
  const has = (list: ReadonlySet<string>): boolean => norms.some((norm) => list.has(norm))
  const content = removed.some((word) => word.key !== '')
  // A sentence that is left out takes nothing from those that stay, unless it opens by opposing one, or has their condition.
  if (removed.length === 0) {
    const opening = cut[0]?.norm ?? ''
    if (type === 'cut-middle' && conditions.has(opening)) return 'condition'
    return opposing.has(opening) ? 'opposing-clause' : null
  }
  if (norms.some((norm) => negations.has(norm))) return 'negation'
  // "But" alone, between two pieces that are both printed, takes no clause away.
  if (has(conditions) && content) return 'condition'
  if (has(opposing) && content) return 'opposing-clause'
  if (removed.some(isHedgeWord)) return 'hedge'
  return type === 'cut-start' || !removed.some((word) => isThing(fullest.view, word)) ? null : 'object'
}

/** The removed words without whole sentences among them: what was cut out of the sentences that stay in part. */
function outOfKept(fullest: Quoted, removed: readonly Word[]): readonly Word[] {
  const words = fullest.quotedWords
  const [first, last] = [removed[0], removed.at(-1)]
  if (!first || !last) return removed
  const [from, to] = [words.indexOf(first), words.indexOf(last)]
  if (to - from !== removed.length - 1) return removed
  const starts = removed.map((_, index) => startsSentence(fullest, from + index))
  const next = starts.indexOf(true)
  const head = next < 0 ? removed : removed.slice(0, next)
  const tail = startsSentence(fullest, to + 1) || next < 0 ? [] : removed.slice(starts.lastIndexOf(true))
  return [...head, ...tail]
}

/** Also where the quotation ends; not behind a question that it quotes: “some say ‘why now?’ and ‘why here?’”. */
export function startsSentence({ quotedWords, view }: Quoted, index: number): boolean {
  const [before, word] = [quotedWords[index - 1], quotedWords[index]]
  if (!before || !word) return true
  const gap = view.text.slice(before.end, word.start)
  return (
    /[.!?…](?!['’])/u.test(gap) ||
    (/[“”"]/u.test(gap) && /^\p{Lu}/u.test(view.text.slice(word.start, word.end)))
  )
}

/** Share of the sought words that the sentence holds: of the removed words alone more, since there are few. */
const enough = { removed: 0.75, around: 0.6 } as const
/** Fewer removed content words than this say too little: the sentence they were cut from is looked for. */
const telling = 3
/** Share of the removed content words that must stand there in any case. */
const leastOwn = 0.5

/** What must stand in the sentence as well: a thing told without its negation or doubt is told otherwise. */
const carriers: ReadonlyMap<Edit['carries'], (word: Word) => boolean> = new Map([
  ['negation', ({ norm }: Word) => negations.has(norm)],
  ['hedge', isHedgeWord],
])
/** These join or turn clauses; they are no part of what is told. */
const joints = [conditions, opposing, negations]

function toldElsewhere(
  version: Quoted,
  removed: readonly Word[],
  around: readonly Word[],
  carries: Edit['carries'],
): boolean {
  const own = contentOf(removed)
  const isTelling = own.size >= telling
  const sought = isTelling ? own : contentOf([...removed, ...around])
  const least = isTelling ? enough.removed : enough.around
  if (sought.size === 0) return false
  const carrier = carriers.get(carries)
  return sentencesOf(version.view).some((sentence) => {
    const told = outsideQuoted(sentence, version)
    if (told === null || (carrier && !told.words.some(carrier))) return false
    const heldOfOwn = shareHeld(own, told.held)
    if (told.isBeside && carries === null) return own.size > 0 && heldOfOwn >= leastOwn
    // The rest of the sentence alone does not tell what was cut from it.
    return shareHeld(sought, told.held) >= least && heldOfOwn >= leastOwn
  })
}

type Wording = { readonly words: readonly Word[]; readonly held: ReadonlySet<string> }

/** Each sentence with all its words: most of a report's sentences hold none that the version quotes. */
const sentencesOf = once((view: ArticleView): readonly (Wording & Span)[] =>
  view.sentences.map(({ start, end }) => {
    const words = wordsIn(view, { start, end })
    return { start, end, words, held: contentOf(words) }
  }),
)

/** What a sentence tells outside the quoted words, and whether it has some of them; null where most of it is quoted. */
function outsideQuoted(
  sentence: Wording & Span,
  { quotedSpans }: Quoted,
): (Wording & { readonly isBeside: boolean }) | null {
  const inside = quotedSpans.filter((span) => overlap(span, sentence) > 0)
  if (inside.length === 0) return { ...sentence, isBeside: false }
  if (inside.some((span) => overlap(span, sentence) * 2 > sentence.end - sentence.start)) return null
  const words = sentence.words.filter((word) => !inside.some((span) => overlap(span, word) > 0))
  return { words, held: contentOf(words), isBeside: true }
}

function shareHeld(keys: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return keys.size === 0 ? 1 : [...keys].filter((key) => held.has(key)).length / keys.size
}

function contentOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(
    words.flatMap(({ key, norm }) => (key === '' || joints.some((list) => list.has(norm)) ? [] : [key])),
  )
}
