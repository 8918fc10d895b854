/** The claim matcher alone, for two sentences without their articles: what `synoptic match` answers. */
import type { MatchResult } from '../model/report.js'
import { background } from './background.js'
import { Lexicon } from './lexicon.js'
import { featureNames, pairFeatures } from './pair-features.js'
import { matcherModel, scorer } from './scorer.js'
import { bareUnit } from './unit.js'

let lexicon: Lexicon | undefined
/** A fresh lexicon after this many words: hostile input must not fill memory. */
const LEXICON_LIMIT = 5000
const SAME = 0.5

export function match(a: string, b: string): MatchResult {
  if (!lexicon || lexicon.size > LEXICON_LIMIT) lexicon = new Lexicon(background())
  const words = lexicon
  const [low, high] = a < b ? [a, b] : [b, a]
  const score = scorer(
    featureNames,
    matcherModel().bare,
  )(pairFeatures(bareUnit(low, words), bareUnit(high, words), words))
  return { score, same: score >= SAME, contradicts: false }
}
