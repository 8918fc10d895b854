/**
<<<<<<< HEAD
 * What is put right behind the learned model, one rule after the other. What each earns stands in
 * docs/accuracy.md.
=======
 * What is put right behind the learned model, one rule after the other: quotations to who is credited with them, turns of
 * interviews, attributions inside attributions.
>>>>>>> 18a7361 (wip rules)
 */
import type { Found } from '../found.js'
import { withNested } from './nested.js'
import { withTurns } from './transcript-turns.js'
import {
  toCandidates,
  toContinued,
  toCredits,
  type Weighed,
  withCreditedSources,
} from './uncredited-quotations.js'

/** A rule reads the words, and changes, adds or drops attributions. */
type Rule = (reading: Weighed, found: readonly Found[]) => readonly Found[]

export const rules: readonly Rule[] = [
  withCreditedSources,
  toCredits,
  toCandidates,
  toContinued,
  withTurns,
  withNested,
]
