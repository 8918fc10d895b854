/** The words of a passage that carry matter: normalized, function words left out, in order. In: tokens. Out: words. */
import type { Token } from '../text/tokens.js'
import { functionWords } from './function-words.js'

export function matterWords(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.norm).filter((norm) => !functionWords.has(norm))
}
