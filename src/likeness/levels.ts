/**
 * The thresholds of nearness and of the searches that rest on it, each with where it comes from: the only table of them.
 */

/** Set by pairs of words in the shipped vectors. */
export const levels = {
  /** Stems that are less near say nothing of each other: data/matcher.json is learned with it. */
  stem: 0.45,
  /**
   * The same for terms that are looked for: data/absence.json and data/left-out.json are learned with it. From here on
   * verbs are of one field: "arrested" and "charged" are .57, "killed" and "injured" .60.
   */
  term: 0.5,
  /** Words for one act. */
  act: 0.62,
  /** Words that stand for one another in two passages: "fell" and "dropped" are .78; "win" and "lose", .72, are two. */
  word: 0.75,
} as const

/** data/absence.json and data/left-out.json are learned with them: moving one asks for both to be learned anew. */
export const searched = {
  /** Share of a word's weight that it is worth in the passage before. */
  carriedOver: 0.5,
  /** Added once where a passage holds a sought name that stands in few passages of its article: same actors, same topic. */
  rareNameBonus: 0.12,
  /** Such a name: most passages, least weight. */
  rareName: { passages: 2, weight: 6 },
  /** Rare words weigh at most this much, so that one name does not decide alone. */
  heaviest: 8,
} as const

/** Share of letter pairs in common (Dice) from which on two rare words are one in two spellings: set by hand, data/matcher.json is learned with it. */
export const leastSpelling = 0.6

/** A report that came out so many hours before the first that tells a thing may not have known it: set by hand. */
export const headStartHours = 6
