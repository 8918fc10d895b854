/**
 * What separates a version of an utterance from the fullest one: a list of typed edits.
 *
 * In:    the quoted words of both (`diff`'s diffArrays, Myers 1986, on our own tokens, bounded by maxEditLength).
 * Out:   edits in the order of the fullest version, with what each removed piece carries.
 * Never: calls a change of spelling, case, punctuation or contraction an edit.
 */
import { diffArrays } from 'diff'
import type { Edit } from '../../model/comparison.js'
import { conditions, hedges, negations, opposing } from '../lexicon/polarity.js'
import type { Version } from './version.js'
import type { Word } from '../context.js'
import { onceForTwo } from '../once.js'

export type Comparison = {
  readonly edits: readonly Edit[]
  /** Share of this version's quoted words that stand in the fullest, in order. */
  readonly kept: number
  /** Number of words that both have. */
  readonly common: number
  /** Content words put in or put instead of others, unmarked. */
  readonly foreign: number
  readonly removedWords: number
}

type Hunk = { readonly removed: readonly number[]; readonly added: readonly number[]; readonly at: number }

const maxEditLength = 600

/** Compares a version's quoted words with the fullest version's; undefined when the two are too far apart to say. */
export const compareVersions = onceForTwo(compareTwo)

function compareTwo(fullest: Version, version: Version): Comparison | undefined {
  const a = fullest.quotedWords
  const b = inOrderOf(a, version)
  const changes = diffArrays(a.map(plain), b.map(plain), { maxEditLength })
  if (changes === undefined) return undefined
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  let common = 0
  let open: { removed: number[]; added: number[]; at: number } | undefined
  for (const change of changes) {
    if (!change.added && !change.removed) {
      if (open) hunks.push(open)
      open = undefined
      common += change.count
      i += change.count
      j += change.count
      continue
    }
    open ??= { removed: [], added: [], at: j }
    for (let n = 0; n < change.count; n++) {
      if (change.removed) open.removed.push(i++)
      else open.added.push(j++)
    }
  }
  if (open) hunks.push(open)
  const ordered = { ...version, quotedWords: b }
  const edits = hunks.map((hunk) => toEdit(hunk, fullest, ordered))
  const foreign = hunks
    .flatMap((hunk) => hunk.added)
    .filter(
      (index) => b[index]?.key !== '' && b[index] !== undefined && !inBrackets(version, b[index]),
    ).length
  return {
    edits,
    kept: b.length === 0 ? 0 : common / b.length,
    common,
    foreign,
    removedWords: hunks.reduce((sum, hunk) => sum + hunk.removed.length, 0),
  }
}

/** The version's sentences and pieces in the order in which the fullest has them: a piece that moved is no edit. */
function inOrderOf(a: readonly Word[], version: Version): readonly Word[] {
  const pieces: Word[][] = []
  let last: Word | undefined
  for (const word of version.quotedWords) {
    const gap = last ? version.view.text.slice(last.end, word.start) : '.'
    const current = pieces.at(-1)
    if (!current || /[.!?…“”"]/u.test(gap)) pieces.push([word])
    else current.push(word)
    last = word
  }
  const places = pieces.map((piece, index) => ({ piece, index, at: placeOf(a, piece) }))
  if (places.some(({ at }) => at < 0)) return version.quotedWords
  return places.sort((x, y) => x.at - y.at || x.index - y.index).flatMap(({ piece }) => piece)
}

/** Where most of a piece's content words stand in the fullest: the place of the first; -1 where too few do. */
function placeOf(a: readonly Word[], piece: readonly Word[]): number {
  const keys = new Set(piece.filter((word) => word.key !== '').map(plain))
  const found = a.flatMap((word, index) => (keys.has(plain(word)) ? [index] : []))
  return keys.size > 0 && found.length * 2 >= keys.size ? (found[0] ?? -1) : -1
}

/** Contractions written out, so that "have not" and "haven't" are one wording. */
function plain(word: Word): string {
  return word.norm.replace(/'/g, '').replace(/^cannot$/, 'cant')
}

function toEdit(hunk: Hunk, fullest: Version, version: Version): Edit {
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
  return {
    type,
    removed: surface(fullest, removed),
    marked: isMarked(version, before, after, atStart, atEnd, added),
    carries: removed.length === 0 ? null : carries(fullest, removed, type),
    elsewhere: false,
  }
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
function crossesSentence(fullest: Version, removed: readonly Word[]): boolean {
  const first = removed[0]
  const last = removed.at(-1)
  return !!first && !!last && /[.!?]/u.test(fullest.view.text.slice(first.start, last.start))
}

/** The words on both sides of a cut stand in one pair of quotation marks. */
function joined(version: Version, before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after) return false
  return !/[“”"]/u.test(version.view.text.slice(before.end, after.start))
}

function isMarked(
  version: Version,
  before: Word | undefined,
  after: Word | undefined,
  atStart: boolean,
  atEnd: boolean,
  added: readonly Word[],
): boolean {
  const { text } = version.view
  const sign = /…|\.\.\.|\[|\]/u
  if (atStart && after) return sign.test(text.slice(Math.max(0, after.start - 5), after.start))
  if (atEnd && before) return sign.test(text.slice(before.end, before.end + 5))
  if (before && after) {
    const between = text.slice(before.end, after.start)
    return sign.test(between) || (added.length === 0 && /[“”"]/u.test(between))
  }
  return false
}

function inBrackets(version: Version, word: Word): boolean {
  const { text } = version.view
  const open = text.lastIndexOf('[', word.start)
  return open >= 0 && word.start - open < 80 && !text.slice(open, word.start).includes(']')
}

function carries(fullest: Version, removed: readonly Word[], type: Edit['type']): Edit['carries'] {
  const norms = removed.map((word) => word.norm)
  const has = (list: ReadonlySet<string>): boolean => norms.some((norm) => list.has(norm))
  if (norms.some((norm) => negations.has(norm))) return 'negation'
  if (has(conditions)) return 'condition'
  if (has(opposing)) return 'opposing-clause'
  if (has(hedges)) return 'hedge'
  const content = removed.some((word) => word.key !== '')
  if (!content) return null
  return type === 'cut-start' || wholeSentences(fullest, removed) ? null : 'object'
}

/** The removed words are one or more whole sentences: nothing was cut out of what is left. */
function wholeSentences(fullest: Version, removed: readonly Word[]): boolean {
  const first = removed[0]
  const words = fullest.quotedWords
  const before = first ? words[words.indexOf(first) - 1] : undefined
  if (!first || !before) return true
  return /[.!?…]/u.test(fullest.view.text.slice(before.end, first.start))
}

function surface(version: Version, words: readonly Word[]): string {
  const pieces: string[] = []
  let last: Word | undefined
  for (const word of words) {
    const text = version.view.text.slice(word.start, word.end)
    const gap = last ? version.view.text.slice(last.end, word.start) : ''
    pieces.push(
      last && gap.length < 4 && !/[“”"]/u.test(gap)
        ? gap.replace(/\s+/gu, ' ') + text
        : (last ? ' ' : '') + text,
    )
    last = word
  }
  return pieces.join('')
}
