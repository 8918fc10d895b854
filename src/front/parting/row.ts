/**
 * A difference as a line that every view prints alike: the question, then the answers with the reports that give each.
 *
 * In: nothing; the shapes, and what makes an Answer of words. Never: an answer set above another.
 */
import type { Finding } from '../../model/comparison.js'
import type { Block } from '../../print/blocks.js'

/** Stands in a question where the answers differ: `Pay goes up over ▁`. */
export const blank = '▁'

/** `value`: printed words. `otherwise`: it tells this in other words or parts. `silent`: it does not say. `unread`: not known. */
export type AnswerState = 'value' | 'otherwise' | 'silent' | 'unread'

/** `differs`: not in every other answer. */
export type AnswerPiece = { readonly text: string; readonly differs: boolean }

export type Answer = {
  readonly state: AnswerState
  /** Joined, the words; of states but `value` what the state is called, here or in general. */
  readonly pieces: readonly AnswerPiece[]
  /** Ids, in the order of the letters. */
  readonly articles: readonly string[]
  /** Independent texts among them. */
  readonly texts: number
}

/** An answer as far as a finding holds it itself. */
export type Draft = Pick<Answer, 'state' | 'pieces' | 'articles'>

export type PartingRow = {
  readonly finding: Finding
  readonly block: Block['id']
  /** The kind in a word: `length of time`, `quotation`, `headline`. */
  readonly word: string
  readonly question: string
  /** What the question is about, in the words of a report, with `blank` where the answers differ; '' where it says all. */
  readonly about: string
  /** For a line of a few words, beside the kind; '' where the kind says it. */
  readonly short: string
  readonly answers: readonly Answer[]
}

export const answerWords: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  otherwise: 'other words or parts',
  silent: 'does not say',
  unread: 'cannot tell',
}

export function wordsOfAnswer(answer: Answer): string {
  return answer.pieces.map(({ text }) => text).join('')
}
