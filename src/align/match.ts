/** The claim matcher alone, for two sentences without their articles: what `synoptic match` answers. */
import type { MatchResult } from '../model/report.js'
import { quantise } from '../text/quantise.js'
import { Lexicon } from '../likeness/lexicon.js'
import { coverOf, dot, exactCosine } from '../likeness/weighted-words.js'
import { opposed } from './opposites.js'
import { passage } from './passage.js'
import { spellingLike, spellingOf } from '../likeness/spelling.js'

let lexicon: Lexicon | undefined
/** A fresh lexicon after this many words: hostile input must not fill memory. */
const LEXICON_LIMIT = 5000
const SAME = 0.6
/** Two answers of a few words share few however alike they are: for these the lower one holds (NAnCo; MSRP has none so short). */
const SHORT = 5
const SAME_IF_SHORT = 0.4
/** Two sentences contradict when this share of one's matter stands in the other and they differ in polarity or number. */
const SAME_MATTER = 0.5
const NEARLY_ALL = 0.75

export function match(a: string, b: string): MatchResult {
  if (!lexicon || lexicon.size > LEXICON_LIMIT) lexicon = new Lexicon()
  const words = lexicon
  const [first, second] = a < b ? [a, b] : [b, a]
  const [p, q] = [sentence(first, words), sentence(second, words)]
  const cover = coverOf(p.plain, q.plain, words)
  const agreement = 0.1 * agree(p.facts.numbers, q.facts.numbers) + 0.05 * agree(p.facts.names, q.facts.names)
  const likeness =
    0.25 * exactCosine(p.plain, q.plain) +
    0.225 * (cover.ab + cover.ba) +
    0.2 * spellingLike(spellingOf(first), spellingOf(second)).cosine +
    0.1 * dot(p.vector, q.vector)
  const score = quantise(Math.min(1, Math.max(0, likeness + agreement)))
  const otherNumbers = agree(p.facts.numbers, q.facts.numbers) === -1
  const contradicts = Math.max(cover.ab, cover.ba) >= SAME_MATTER && (opposed(first, second) || otherNumbers)
  // Nearly all of both is shared and a word next to a negation, or a verb, is turned round.
  const turned = Math.min(cover.ab, cover.ba) >= NEARLY_ALL && opposed(first, second, { reach: 1 })
  const short = Math.min(p.plain.words.length, q.plain.words.length) <= SHORT
  const alike = score >= SAME || (short && score >= SAME_IF_SHORT)
  // "Two hours" and "three hours" share nearly all there is to share.
  const same = alike && !turned && !(short && contradicts)
  return { score, same, contradicts }
}

function sentence(text: string, words: Lexicon): ReturnType<typeof passage> {
  return passage(text, [{ start: 0, end: text.length }], words)
}

/** 1 when all of the smaller set stand in the other, -1 when none does, 0 when one has none. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((item) => b.has(item)).length
  return (2 * common) / Math.min(a.size, b.size) - 1
}
