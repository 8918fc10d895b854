/** The reading of a value with a text: its sentences parsed, their propositions, each made when first asked for and kept with it. */
import type { Span } from '../model/span.js'
import { parseSentence } from './parse/parse.js'
import type { Tree } from './parse/tree.js'
import { propositionsOf } from './propositions/propositions.js'
import type { Proposition } from './propositions/proposition.js'
import { kept } from '../text/grouped.js'
import { once } from '../text/once.js'

/** Characters. Longer sentences are no statement that anybody would print, and cost by the square: lenses leave them unread. */
const longestStatement = 800

export function isTooLong({ start, end }: Span): boolean {
  return end - start > longestStatement
}

type Owner = { readonly text: string }

export class Reading {
  private readonly text: string
  private readonly trees = new Map<string, Tree>()

  constructor(text: string) {
    this.text = text
  }

  tree(sentence: Span): Tree {
    const key = `${sentence.start}-${sentence.end}`
    return kept(this.trees, key, () => parseSentence(this.text, sentence))
  }

  propositions(sentence: Span): readonly Proposition[] {
    return propositionsIn(this.tree(sentence))
  }

  /** Propositions whose predicate stands in a part of the sentence (a claim, a quotation). */
  within(sentence: Span, part: Span): Proposition[] {
    return this.propositions(sentence).filter(
      ({ predicate }) => predicate.start >= part.start && predicate.end <= part.end,
    )
  }
}

const propositionsIn = once((tree: Tree) => propositionsOf(tree))

const readings = new WeakMap<Owner, Reading>()

export function readingOf(owner: Owner): Reading {
  const known = readings.get(owner)
  if (known) return known
  const reading = new Reading(owner.text)
  readings.set(owner, reading)
  return reading
}

/** Two values with one text (an article and the same with its speakers settled) have one reading. */
export function shareReading(owner: Owner, other: Owner): void {
  readings.set(other, readingOf(owner))
}
