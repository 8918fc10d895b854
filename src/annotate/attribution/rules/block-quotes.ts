/**
 * In:    a Reading and its attributions.
 * Out:   the attributions, where the page sets a quotation apart in blocks without quotation marks: it goes to the
 *        attribution at the end of the paragraph before, or to the name and verb of speech there.
 * Never: takes a block set apart for a quotation when nobody is credited right before it.
 */
import type { Found, WordRange } from '../found.js'
import { speaks } from '../phrases.js'
import { common, covered } from '../marks/quoted-pieces.js'
import type { Reading } from '../reading.js'
import { subjectBefore } from '../subjects.js'

export function withBlockQuotes(r: Reading, found: readonly Found[]): readonly Found[] {
  const all = [...found]
  for (const run of blocksSetApart(r)) {
    const [first] = run
    if (!first || run.every((block) => all.some((item) => covered(block, item) >= 0.5))) continue
    const at = all.findLastIndex((item) => item.source !== null && reaches(r, item, first.from - 1))
    const item = all[at]
    const others = all.filter((_, n) => n !== at)
    const fresh = run.filter((block) => !others.some((other) => covered(block, other) > 0))
    if (item)
      all[at] = { ...item, content: [...outside(ofColon(r, item.content, first.from), fresh), ...fresh] }
    else {
      const credit = creditBefore(r, first.from)
      if (credit) all.push({ ...credit, content: fresh, confidence: null })
    }
  }
  return all
}

/** Runs of neighbouring blocks that the page sets apart. */
function blocksSetApart(r: Reading): WordRange[][] {
  const runs: WordRange[][] = []
  for (let i = 0; i < r.size; i++) {
    if (r.setApart[i] !== 1) continue
    let to = i
    while (to < r.size && r.block[to] === r.block[i]) to++
    const last = runs.at(-1)
    if (last?.at(-1)?.to === i) last.push({ from: i, to })
    else runs.push([{ from: i, to }])
    i = to - 1
  }
  return runs
}

/** The pieces without those that stand in the blocks. */
function outside(content: readonly WordRange[], blocks: readonly WordRange[]): readonly WordRange[] {
  return content.filter((piece) => !blocks.some((block) => common(block, piece) > 0))
}

/** What a colon announces is the content; words before it are not. */
function ofColon(r: Reading, content: readonly WordRange[], at: number): readonly WordRange[] {
  if (r.words[at - 1]?.lower !== ':') return content
  return content.filter(
    (piece) => r.sentence[piece.to - 1] !== r.sentence[at - 1] || (r.quoted[piece.from] ?? -1) >= 0,
  )
}

function reaches(r: Reading, item: Found, at: number): boolean {
  const parts = [...item.content, ...(item.cue ? [item.cue] : [])]
  return parts.some(({ to }) => r.sentence[to - 1] === r.sentence[at])
}

/** The last verb of speech with a subject in the sentence that ends before word `at`; the sentence ends in a colon. */
function creditBefore(r: Reading, at: number): Pick<Found, 'cue' | 'source'> | undefined {
  if (r.words[at - 1]?.lower !== ':') return undefined
  for (let i = at - 1; i >= 0 && r.sentence[i] === r.sentence[at - 1]; i--) {
    if (!speaks(r, i)) continue
    const source = subjectBefore(r, i)
    if (source) return { source, cue: { from: i, to: i + 1 } }
  }
  return undefined
}
