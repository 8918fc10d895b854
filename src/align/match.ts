/** The claim matcher alone, for two sentences without their articles: what `synoptic match` answers. */
import type { MatchResult } from '../model/report.js'

export function match(a: string, b: string): MatchResult {
  return { score: a === b ? 1 : 0, same: a === b, contradicts: false }
}
