/** Where two parts differ: runs of words that only one has, side by side. */
import { diffArrays } from 'diff'
import type { Token } from '../text/tokens.js'

export type Hunk = { readonly removed: readonly Token[]; readonly added: readonly Token[] }

const maxEditLength = 400

export function hunksOf(old: readonly Token[], fresh: readonly Token[]): readonly Hunk[] {
  const norms = (words: readonly Token[]): string[] => words.map(({ norm }) => norm)
  const changes = diffArrays(norms(old), norms(fresh), { maxEditLength })
  if (changes === undefined) return [{ removed: old, added: fresh }]
  const hunks: { removed: readonly Token[]; added: readonly Token[] }[] = []
  let [inOld, inNew, isOpen] = [0, 0, false]
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      inOld += count
      inNew += count
      isOpen = false
      continue
    }
    if (!isOpen) hunks.push({ removed: [], added: [] })
    isOpen = true
    const hunk = hunks.at(-1)
    if (hunk && removed) hunk.removed = old.slice(inOld, (inOld += count))
    if (hunk && added) hunk.added = fresh.slice(inNew, (inNew += count))
  }
  return hunks
}
