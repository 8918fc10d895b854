/** From which nearness (nearness.ts) on two words have to do with each other, and count as one: the only table of it. */

/**
 * Set by pairs of words in the shipped vectors. On 32 read events words at .7, .75 and .8 give the same reports, acts at .62
 * and .64 differ in one note.
 */
export const levels = {
  /** Stems that are less near say nothing of each other: data/matcher.json and data/utterances.json are learned with it. */
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
