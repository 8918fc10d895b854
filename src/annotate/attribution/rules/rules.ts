/**
 * What is put right behind the learned model, one rule after the other. What each earns stands in
 * docs/accuracy.md.
 */
import { withBlockQuotes } from './block-quotes.js'
import type { Found } from '../found.js'
import { withHeadings, withoutAnnounced } from './heading-colons.js'
import {
  toAnnounced,
  toCandidates,
  toContinued,
  toCredits,
  toDashes,
  withCreditedSources,
  type Weighed,
} from './uncredited-quotations.js'
import { withoutNaming } from './naming.js'
import { withNested } from './nested.js'
import { asPassives } from './passives.js'
import { withSplitClauses } from './split-clauses.js'
import { withTurns } from './transcript-turns.js'

/** A rule reads the words, and changes, adds or drops attributions. */
type Rule = (reading: Weighed, found: readonly Found[]) => readonly Found[]

export const rules: readonly Rule[] = [
  withCreditedSources,
  toCredits,
  toAnnounced,
  toDashes,
  toCandidates,
  toContinued,
  withoutNaming,
  asPassives,
  withSplitClauses,
  withBlockQuotes,
  withoutAnnounced,
  withHeadings,
  withTurns,
  withNested,
]
