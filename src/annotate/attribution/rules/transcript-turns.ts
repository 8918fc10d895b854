/** Interviews and transcripts, told turn by turn. */
import { type Found, type WordRange, posOf, type Reading } from '../reading.js'
import { common } from './quotations.js'

const longestLabel = 4
const fewestWords = 3
const verbs = [posOf('VERB'), posOf('AUX')]
const asked = /^[QA]$/u
const shouted = /^[\p{Lu}][\p{Lu}.’'-]+$/u
const capital = /^\p{Lu}/u

type Turn = { readonly label: WordRange; readonly content: WordRange; readonly name: string }

export function withTurns(r: Reading, found: readonly Found[]): readonly Found[] {
  const blocks = blocksOf(r)
  const turns = blocks.map((block) => turnOf(r, block))
  if (!isTranscript(turns.flatMap((turn) => turn ?? []))) return found
  const told: Found[] = []
  blocks.forEach((block, n) => {
    const turn = turns[n]
    const last = told.at(-1)
    const cue = turn && { from: turn.label.to, to: turn.label.to + 1 }
    if (turn && cue)
      told.push({ content: [turn.content], cue, source: turn.label, confidence: null, verbatim: true })
    else if (last && goesOn(r, last, block))
      told[told.length - 1] = { ...last, content: [...last.content, block] }
  })
  const parts = told.flatMap(({ content, source }) => [...content, ...(source ? [source] : [])])
  const rest = found.filter((item) => !reachesOver(item, parts))
  return [...rest, ...told]
}

/** Two labels at least, and one that is printed as transcripts print it or comes again. */
function isTranscript(turns: readonly Turn[]): boolean {
  const names = new Set(turns.map(({ name }) => name))
  if (names.size < 2) return false
  return names.size < turns.length || turns.some(({ name }) => asked.test(name) || shouted.test(name))
}

function turnOf(r: Reading, block: WordRange): Turn | undefined {
  if (r.heading[block.from] === 1) return undefined
  const from = r.mark[block.from] === 1 ? block.from + 1 : block.from
  let colon = from
  while (colon < block.to && colon - from <= longestLabel && r.words[colon]?.surface !== ':') colon++
  if (r.words[colon]?.surface !== ':' || colon === from || colon >= block.to) return undefined
  const label = r.words.slice(from, colon)
  if (!label.every(({ surface }) => capital.test(surface) || surface === '.')) return undefined
  const content = { from: colon + 1, to: block.to }
  const words = content.to - content.from
  if (words < fewestWords || !r.pos.subarray(content.from, content.to).some((pos) => verbs.includes(pos)))
    return undefined
  return { label: { from, to: colon }, content, name: label.at(-1)?.surface ?? '' }
}

/** The paragraph right behind that opens a quotation anew, as the turn did. */
function goesOn(r: Reading, { content, source }: Found, block: WordRange): boolean {
  const end = content.at(-1)?.to
  return end === block.from && r.mark[block.from] === 1 && source !== null && r.mark[source.from - 1] === 1
}

/** Shares words with a turn and does not lie in one. */
function reachesOver({ content, cue, source }: Found, parts: readonly WordRange[]): boolean {
  const own = [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])]
  const meets = own.some((range) => parts.some((part) => common(range, part) > 0))
  return meets && !parts.some((part) => own.every(({ from, to }) => part.from <= from && to <= part.to))
}

function blocksOf(r: Reading): WordRange[] {
  const blocks: WordRange[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.block[i] === r.block[from]) continue
    if (i > from) blocks.push({ from, to: i })
    from = i
  }
  return blocks
}
