/**
 * Feature hashing (Weinberger et al. 2009): a feature is a template number and up to four small values, mixed into one
 * place of a weight table without keys. No word can be read back from it.
 */

/** Mixes a template number and its values; any 32-bit integers. */
export function mixFour(template: number, a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(((template + 1) * 0x9e3779b1) ^ a, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 16) ^ d, 0x165667b1)
  return hash ^ (hash >>> 15)
}
