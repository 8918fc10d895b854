/**
 * Feature hashing (Weinberger et al. 2009, Feature hashing for large scale multitask learning): a feature is a
 * template number and up to three values, mixed into one place of a weight table. No word can be read back from it.
 *
 * In: strings and small numbers. Out: unsigned 32-bit integers. Never keeps a vocabulary.
 */

/** Mixes a template number and its values (murmur3 finishers between them). */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}
