/** Which two reports of a large event are compared in full: the same choice wherever it is made. */
import { fnv } from './fnv.js'

/** Reports that each one is compared with in full, at the mean; a word is rare that no more of them have. */
export const comparedInFull = 24

export function drawn(one: string, other: string): number {
  let value = fnv(`${one} ${other}`)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) / 0x100000000
}
