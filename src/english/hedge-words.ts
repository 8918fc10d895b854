/**
 * Hedges: words by which a writer withholds full commitment. Compiled by us along the classes of Hyland (1998, Hedging
 * in Scientific Research Articles) and Hyland (2005, Metadiscourse): modals, lexical verbs, adverbs, adjectives, nouns,
 * approximators of likelihood; with news additions (`alleged`, `reportedly`). Approximators of quantity (`about`,
 * `nearly`) are not here: they qualify a number, not the claim (see qualifiers.ts).
 */

/** Words that hedge wherever they stand, lower case. */
export const hedgeWords: ReadonlySet<string> = new Set(
  (
    'may might could apparently apparent seemingly presumably perhaps maybe possibly possible probably probable likely ' +
    'unlikely potentially potential purportedly purported supposedly supposed allegedly alleged reportedly ' +
    'ostensibly ostensible conceivably arguably rumor rumour rumors rumours unconfirmed unclear uncertain ' +
    'unsure doubtful tentative tentatively speculation speculative plausible plausibly hypothetical ' +
    'suggests suggest suggested suggesting indicates indicate indicated ' +
    'appears appear appeared appearing seems seem seemed seeming assume assumes speculate speculates speculated ' +
    'suspect suspects hint hints hinted implies imply implied tends tend tended'
  ).split(' '),
)

/** Participles that hedge after a form of `be` alone: `was believed to`, `are widely expected to`. */
export const passiveHedges: ReadonlySet<string> = new Set(
  'believed thought estimated expected understood suspected reported presumed assumed rumored rumoured feared'.split(
    ' ',
  ),
)

/** Hedging words that are not hedges after these words: `the suspect`, `he appeared`. */
export const notAfter: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['suspect', new Set(['the', 'a', 'murder', 'chief', 'prime'])],
  ['suspects', new Set(['the', 'two', 'three', 'four', 'several'])],
  ['appeared', new Set(['he', 'she', 'who'])],
  ['suggested', new Set(['he', 'she'])],
  ['may', new Set(['in', 'last', 'on', 'since', 'until', 'by', 'of', 'early', 'late', 'mid'])],
])

/** Hedges of several words, lower case. */
export const hedgePhrases: readonly string[] = [
  'according to unconfirmed',
  'is said to',
  'are said to',
  'was said to',
  'were said to',
  'is thought to',
  'are thought to',
  'is believed to',
  'are believed to',
  'is expected to',
  'are expected to',
  'in theory',
  'it is possible',
  'as if',
  'as though',
  'more or less',
  'to some extent',
  'in part',
  'or so',
  'sort of',
  'kind of',
  'not certain',
  'not clear',
  'no evidence that',
  'would appear',
  'would seem',
]
