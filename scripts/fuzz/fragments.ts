/**
 * Fragments that nobody thought of: those of the list put together, cut, doubled and mixed.
 *
 * In: a seed and how many. Out: fragments, the same for the same seed. Never: asks the clock or chance.
 */
import { textPatterns } from '../../tests/bounds/text-patterns.js'

/** Fragments put together, at most. */
const mostParts = 4
const longest = 200

type Draw = (below: number) => number

export function fragments(seed: number, count: number): readonly string[] {
  const draw = drawing(seed)
  const found = new Set<string>()
  while (found.size < count) {
    const parts = Array.from({ length: 1 + draw(mostParts) }, () => mutated(one(draw), draw))
    const fragment = parts.join('').slice(0, longest)
    if (fragment.trim() !== '') found.add(fragment)
  }
  return [...found]
}

function one(draw: Draw): string {
  return textPatterns[draw(textPatterns.length)]?.fragment ?? ''
}

function mutated(fragment: string, draw: Draw): string {
  const at = draw(fragment.length + 1)
  switch (draw(8)) {
    case 0:
      return fragment.slice(at)
    case 1:
      return fragment + fragment
    case 2:
      return fragment.slice(0, at) + one(draw) + fragment.slice(at)
    case 3:
      return fragment.toUpperCase()
    case 4:
      return fragment.replaceAll(' ', draw(2) === 0 ? '' : '\n')
    case 5:
      return `${fragment.slice(0, at)}${['#', '@', '"', ', ', '. ', ' not '][draw(6)] ?? ''}${fragment.slice(at)}`
    default:
      return fragment
  }
}

/** A linear congruential generator (Numerical Recipes): numbers below a bound, one after the other. */
function drawing(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
