/** The claim matcher alone, for two sentences without their articles: what `synoptic match` answers. */
import type { MatchResult } from '../model/report.js'
import { quantise } from '../text/quantise.js'
import { background } from './background.js'
import { Lexicon } from './lexicon.js'
import { exactCosine, softCover } from './likeness.js'
import { matterWords, weigh } from './passage.js'

const SAME = 0.5

let lexicon: Lexicon | undefined

export function match(a: string, b: string): MatchResult {
  lexicon ??= new Lexicon(background())
  const words = lexicon
  const [x, y] = [a, b].map((text) => weigh(matterWords(text, { start: 0, end: text.length }), words))
  if (!x || !y) return { score: 0, same: false, contradicts: false }
  const cover = softCover(x, y, words)
  const score = quantise(Math.min(1, 0.4 * exactCosine(x, y) + 0.3 * (cover.ab + cover.ba)))
  return { score, same: score >= SAME, contradicts: false }
}
