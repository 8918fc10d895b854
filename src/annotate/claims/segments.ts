/**
 * A sentence in segments: cut where a clause starts and where the content of an attribution begins or ends, then small
 * pieces without a verb put back to their neighbour.
 */
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { type TaggedWord, isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import type { TaggedSentence } from '../sentences.js'
import { datelineLength } from '../../english/dateline.js'
import { hasFinite, isFiniteForm } from '../../english/finite-clause.js'

export type Segment = {
  readonly from: number
  readonly to: number
  /** Id of the innermost attribution in whose content it stands, or null. */
  readonly quote: string | null
}

/** Contents shorter than this are words in a clause, not clauses. */
const fewWords = 4

export function segments(sentence: TaggedSentence, quotes: readonly Quote[]): Segment[] {
  const { words } = sentence
  const near = quotes.filter((quote) => quote.content.some((piece) => touches(piece, sentence)))
  const clauses = near.filter((quote) => isClause(words, quote))
  const owners = bridged(
    words,
    near,
    words.map((word) => ownerOf(word, clauses)),
  )
  const starts = new Set(clauseStarts(sentence.tree))
  const parts: Segment[] = []
  const filed = datelineLength(words)
  words.forEach((_, i) => {
    if (i < filed) return
    const last = parts.at(-1)
    const owner = owners[i] ?? null
    if (last && !starts.has(i) && last.quote === owner) parts[parts.length - 1] = { ...last, to: i + 1 }
    else parts.push({ from: i, to: i + 1, quote: owner })
  })
  const told = joinSmall(
    words,
    parts.filter((part) => !isBareAttribution(words, part, near)),
  )
  return told.length > 0 ? told : joinSmall(words, parts)
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Of attributions whose content is a clause of its own, the one with the shortest content around the word. */
function ownerOf(word: TaggedWord, quotes: readonly Quote[]): string | null {
  let best: string | null = null
  let shortest = Infinity
  for (const quote of quotes) {
    const length = quote.content.reduce((sum, piece) => sum + piece.end - piece.start, 0)
    const piece = quote.content.find((span) => span.start <= word.start && word.end <= span.end)
    if (!piece || length >= shortest) continue
    best = quote.id
    shortest = length
  }
  return best
}

/**
 * Content with a verb, or four words and more in quotation marks; shorter contents are words in a clause, but for those
 * told word for word with subject and verb (`“He wept,” she said`).
 */
function isClause(words: readonly TaggedWord[], quote: Quote): boolean {
  const inside = quote.content.flatMap((piece) =>
    words.filter((word) => piece.start <= word.start && word.end <= piece.end),
  )
  const size = inside.filter(isWord).length
  if (quote.kind === 'direct' && size > 1 && hasFinite(inside)) return true
  if (size < fewWords) return false
  // Without quotation marks and without anybody who says it, it may be a phrase after a verb that looks like a cue.
  if (quote.kind === 'indirect' && quote.source.length === 0 && !opensContent(inside[0])) return false
  return quote.kind === 'direct' || hasFinite(inside)
}

/** `that …`, `whether …`, or a subject: what is said, not a phrase. */
function opensContent(first: TaggedWord | undefined): boolean {
  return first !== undefined && ['SCONJ', 'PRON', 'PROPN'].includes(first.pos)
}

/** Longest credit in the middle of a clause that is still read over: `“So far,” said Ann Lowe, an aide, “we have not …”` */
const longestCredit = 14

/** Where a credit parts one clause in two, the words between belong to it: half a clause cannot be compared. */
function bridged(
  words: readonly TaggedWord[],
  quotes: readonly Quote[],
  owners: readonly (string | null)[],
): (string | null)[] {
  const result = [...owners]
  for (const quote of quotes)
    quote.content.slice(1).forEach((piece, k) => {
      const before = quote.content[k]
      if (!before) return
      const from = words.findIndex((word) => word.start >= before.end)
      const to = words.findIndex((word) => word.start >= piece.start)
      if (from < 0 || to <= from || to - from > longestCredit) return
      const within = (span: Span): TaggedWord[] =>
        words.filter((word) => span.start <= word.start && word.end <= span.end)
      const halves = [within(before), within(piece)]
      if (halves.every((half) => hasFinite(half))) return
      if (owners[from - 1] === quote.id && owners[to] === quote.id) result.fill(quote.id, from, to)
    })
  return result
}

function isWord(word: TaggedWord): boolean {
  return /[\p{L}\p{N}]/u.test(word.surface)
}

function joinSmall(words: readonly TaggedWord[], parts: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.quote === part.quote && last.to === part.from && (isSmall(words, part) || isSmall(words, last)))
      result[result.length - 1] = { ...last, to: part.to }
    else if (words.slice(part.from, part.to).some(isWord)) result.push(part)
  }
  return result
}

function isSmall(words: readonly TaggedWord[], part: Segment): boolean {
  const size = words.slice(part.from, part.to).filter(isWord).length
  if (size < 2) return true
  if (size > 3 && words[part.from]?.tag === 'VBG') return false
  return size < fewWords || !hasFinite(words.slice(part.from, part.to))
}

/** Source and cue with little beside them: who said it is told by the attribution, not by a claim. */
function isBareAttribution(words: readonly TaggedWord[], part: Segment, quotes: readonly Quote[]): boolean {
  if (part.quote !== null || quotes.length === 0) return false
  const [first, last] = [words[part.from], words[part.to - 1]]
  const whole = { start: first?.start ?? 0, end: last?.end ?? 0 }
  if (quotes.some((quote) => quote.content.some((piece) => touches(piece, whole)))) return false
  const spans = quotes.flatMap((quote) => [...quote.source, ...quote.cue])
  if (!spans.some((span) => touches(span, whole))) return false
  const rest: TaggedWord[] = []
  let ownVerb = false
  for (let i = part.from; i < part.to; i++) {
    const word = words[i]
    if (!word || !isWord(word) || spans.some((span) => touches(span, word))) continue
    rest.push(word)
    if (isFiniteForm(word)) ownVerb = true
  }
  const matter = rest.filter((word) => ['NOUN', 'PROPN', 'NUM', 'VERB', 'ADJ'].includes(word.pos))
  return !ownVerb && matter.length < 4
}

const subordinators = new Set(
  'because although though while whereas after before since until once when as even'.split(' '),
)
const prepositionsIng = new Set(
  'including according regarding following concerning excluding pending starting beginning'.split(' '),
)
/** Words that a clause must have before a subordinate or behind a leading one. */
const fewBefore = 5
const fewest = 3

function clauseStarts(tree: Tree): number[] {
  const { nodes } = tree
  const at = nodes.flatMap((node) => startsAround(tree, node)).sort((a, b) => a - b)
  const starts: number[] = []
  let left = 0
  for (const i of at) {
    if (i <= left || !hasFinite(nodes.slice(left, i))) continue
    starts.push(i)
    left = i
  }
  return starts
}

/** Where the clause of a verb starts, and where the sentence goes on behind it. */
function startsAround(tree: Tree, node: Node): number[] {
  const { nodes } = tree
  if (/^(?:;|:|—|–|--)$/u.test(node.surface)) return stopAt(tree, node.index)
  if (node.head < 0 || node.label === 'punct') return []
  const words = tree.under(node).filter(({ label }) => label !== 'punct')
  const first = words[0]?.index ?? node.index
  const last = words.at(-1)?.index ?? node.index
  const isSetOff = nodes[first - 1]?.surface === ','
  const goesOn = nodes[last + 1]?.surface === ',' && hasFinite(nodes.slice(last + 2)) ? [last + 2] : []
  const [opens = node] = words
  if (!hasFinite([node, ...tree.by(node, 'aux', 'cop')]))
    return isSetOff && isParticiple(node) && first === node.index && last - first >= fewest ? [first] : []
  if (isRelation(node.label, 'conj') || isRelation(node.label, 'parataxis'))
    return joinsClause(tree, node, first, last) ? [first] : []
  if (node.label === 'acl:relcl') return isSetOff ? [first, ...goesOn] : []
  if (node.label !== 'advcl') return []
  const phrase = subordinatePhrase(tree, node, first)
  if (phrase !== undefined) return phrase >= fewBefore ? [phrase] : []
  if (!subordinators.has(opens.lower)) return []
  if (first > node.head) return first >= fewBefore && (isSetOff || hasSubject(tree, node)) ? [first] : []
  return last >= fewBefore ? goesOn : []
}

/** Not `shot and killed the man`: two verbs with one object are one act. */
function joinsClause(tree: Tree, node: Node, first: number, last: number): boolean {
  if (hasSubject(tree, node)) return true
  return last - node.index >= fewest - 1 && first - node.head > 1 && first >= fewest
}

/** `after the minister | had met both sides`: the parser takes conjunction and subject for a phrase of time; where it begins. */
function subordinatePhrase(tree: Tree, node: Node, first: number): number | undefined {
  const over = tree.headOf(node)
  for (const phrase of over ? tree.by(over, 'obl') : []) {
    const words = tree.under(phrase)
    const [opens] = words
    if (opens && words.at(-1)?.index === first - 1 && subordinators.has(opens.lower)) return opens.index
  }
  return undefined
}

function hasSubject(tree: Tree, node: Node): boolean {
  return tree.by(node, 'nsubj', 'csubj', 'expl').length > 0
}

function isParticiple({ tag, lower }: Node): boolean {
  return tag === 'VBG' && !prepositionsIng.has(lower)
}

/** `…; …`, `…: …`, `… — …`: where a verb stands on both sides. */
function stopAt({ nodes }: Tree, stop: number): number[] {
  const end = nodes.findIndex(({ surface }, i) => i > stop && /^[,;:—–]$/u.test(surface))
  return hasFinite(nodes.slice(stop + 1, end < 0 ? nodes.length : end)) ? [stop + 1] : []
}
