/**
 * Propositions: who does what to whom, as one sentence says it. Every part has its place in the text.
 *
 * "Police refused to sign the deal, the union said": predicate `sign` governed by `refuse`, subject "Police", object "the
 * deal", denied by `refused`, credited to "the union".
 */
import type { Span } from '../../model/span.js'

/** One printed word and its base form. */
export type Word = Span & { readonly lemma: string }

/**
 * `subject` acts or is; `object` is acted on; `recipient` is given; `oblique` stands with a preposition; `complement` is
 * a clause, or what somebody is called or made; `time` and `place` say when and where. A passive's subject is an object
 * here, and its by-phrase the subject.
 */
export type Role = 'subject' | 'object' | 'recipient' | 'oblique' | 'complement' | 'time' | 'place'

export type Argument = Span & {
  readonly role: Role
  /** The word the phrase hangs on: `deal` of "the long-awaited deal". */
  readonly head: Word
  /** Another name the sentence gives the same thing: `mayor` in "Ann Lowe, the mayor". */
  readonly alias?: Word
  /** True where the argument stands elsewhere in the sentence: shared by a coordinated verb, the noun of a relative clause. */
  readonly shared?: true
}

/** Who is said to have told it, and by which word. */
export type Credit = { readonly source: Span | null; readonly cue: Word }

export type Proposition = Span & {
  /** Verb, or the noun or adjective that a form of `be` links to the subject. */
  readonly predicate: Word & { readonly kind: 'verb' | 'noun' | 'adjective' }
  /** `up` in "gave up". */
  readonly particle?: Word
  readonly isPassive: boolean
  /** Verbs over it that have the same subject, outermost first: `refuse`, `agree`, `expect`. */
  readonly governors: readonly Word[]
  readonly arguments: readonly Argument[]
  /** The words that make it untrue as told. */
  readonly negations: readonly Span[]
  /** By what is denied an odd number of times. */
  readonly isNegated: boolean
  /** `would`, `may`, `could`. */
  readonly modals: readonly Word[]
  /** The clauses it is subject to, and itself where it is a condition. */
  readonly conditions: readonly Span[]
  readonly credit: Credit | null
  /** How the clause, or the first of those coordinated with it, hangs on the sentence: `root`, `advcl`, `acl:relcl`, `ccomp`. */
  readonly relation: string
}
