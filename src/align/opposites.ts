/**
 * Whether two sentences that share their matter say the opposite: a shared word negated in one alone, or a verb against
 * its opposite. Cautious: without either it says no.
 *
 * In: two texts and their words. Out: true when they differ in polarity.
 */
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from '../english/function-words.js'

const negations = new Set(
  `not no never nothing nobody none neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't
  wouldn't couldn't haven't hasn't hadn't shouldn't refuse refused refuses fail failed fails deny denied denies`.split(
    /\s+/u,
  ),
)

/** Opposites of news prose, one pair a line: our own list. */
const pairs = `accept reject
approve reject
agree refuse
support oppose
back oppose
win lose
rise fall
rose fell
won lost
grew shrank
began ended
bought sold
kept abandoned
left entered
left joined
increase decrease
gain lose
raise lower
raise cut
grow shrink
open close
begin end
start stop
enter leave
join leave
confirm deny
admit deny
allow ban
allow forbid
permit prohibit
cause prevent
release arrest
acquit convict
buy sell
survive die
guilty innocent
alive dead
for against
succeed fail
keep abandon
continue stop
strengthen weaken
hot cold
easy hard
compulsory voluntary`
  .split('\n')
  .map((line) => line.split(' ').map((word) => stem(word)))

const opposites = new Map<string, Set<string>>()
for (const [a, b] of pairs) {
  if (a === undefined || b === undefined) continue
  opposites.set(a, (opposites.get(a) ?? new Set()).add(b))
  opposites.set(b, (opposites.get(b) ?? new Set()).add(a))
}

const existing = stem('exist')

/** Matter words without a negation before them, and those behind one with how many words behind it they stand, from 1. */
type Polarity = { readonly plain: ReadonlySet<string>; readonly negated: ReadonlyMap<string, number> }

/**
 * A negation reaches `reach` matter words on. Of those after the first `near` one alone does not do: in "not planning to
 * go to court with Norway" the last is only spoken of.
 */
export function opposed(a: string, b: string, options: { reach?: number; near?: number } = {}): boolean {
  const { reach = 4 } = options
  const { near = reach } = options
  const [x, y] = [polarity(a, reach), polarity(b, reach)]
  return differ(x, y, near) || differ(y, x, near)
}

function differ(x: Polarity, y: Polarity, near: number): boolean {
  // Negated here, plain there and not negated there as well.
  const turned = [...x.negated].filter(
    ([word]) => y.plain.has(word) && !y.negated.has(word) && !x.plain.has(word),
  )
  if (turned.length > 1 || turned.some(([, place]) => place <= near)) return true
  for (const word of x.plain)
    for (const opposite of opposites.get(word) ?? [])
      if (y.plain.has(opposite) && !y.plain.has(word) && !x.plain.has(opposite)) return true
  return false
}

function polarity(text: string, far: number): Polarity {
  const plain = new Set<string>()
  const negated = new Map<string, number>()
  let place = Infinity
  for (const { norm } of tokenize(text)) {
    if (negations.has(norm)) {
      place = 0
      continue
    }
    if (functionWords.has(norm)) continue
    place++
    const key = stem(norm)
    // "Cheap repairs did not exist": there are none, so what stands before is negated too.
    if (place === 1 && key === existing) {
      for (const word of plain) negated.set(word, 1)
      plain.clear()
    }
    if (place > far) plain.add(key)
    else if (!negated.has(key)) negated.set(key, place)
  }
  return { plain, negated }
}
