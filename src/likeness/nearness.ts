/** How near two words are, by their stems: 1 for one stem, the vectors’ cosine where both have one, else how alike they are spelled. */
import { background } from '../text/background.js'
import { levels } from './levels.js'
import { spellingLikeness } from './spelling.js'

export type Stem = { readonly stem: string; readonly row: number }

export function nearness(a: Stem, b: Stem): number {
  if (a.stem === b.stem) return 1
  const table = background()
  if (!table.hasVector(a.row) || !table.hasVector(b.row)) return spellingLikeness(a.stem, b.stem)
  const near = table.cosine(a.row, b.row)
  return near < levels.stem ? 0 : Math.min(1, near)
}
