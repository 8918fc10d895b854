/** Whether two credited names can be one speaker. Names only; what is not a name is nobody in particular. */
import { stem } from '../text/stem.js'
import { normalizeWord } from '../text/tokens.js'

const titles = new Set(
  `mr mrs ms dr sir lord lady president minister prime secretary senator representative sen rep gov governor mayor
  general gen colonel captain chief chairman chairwoman king queen prince princess pope chancellor ambassador judge
  justice professor prof the of state foreign press`.split(/\s+/),
)

/** The words of a name that tell people apart: no titles, lower case. Empty for descriptions ("an official"). */
export function nameWords(name: string): readonly string[] {
  const parts = name.split(/[\s\u00a0-]+/u).filter((part) => part !== '')
  const proper = parts.filter((part) => /^\p{Lu}/u.test(part)).map(normalizeWord)
  return proper.filter((word) => word !== '' && !titles.has(word))
}

/** `same`, `different`, or `unclear` where one of them is no proper name. */
export function relateSpeakers(a: string, b: string): 'same' | 'different' | 'unclear' {
  const one = nameWords(a)
  const other = nameWords(b)
  if (one.length === 0 || other.length === 0) return 'unclear'
  const stems = new Set(one.map(stem))
  return other.some((word) => stems.has(stem(word))) ? 'same' : 'different'
}
