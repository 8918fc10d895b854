/**
 * Trees drawn in one line, for tests: each word with its Penn tag, its relation and the word it hangs on,
 * `Police_NNS:nsubj>refused refused_VBD to_TO:mark>sign sign_VB:xcomp>refused`. The root has no relation; of equal words
 * the nearest is meant.
 */
import { lemmaOf } from '../../src/english/parse/word-forms.js'
import { Tree, type Node } from '../../src/english/parse/tree.js'
import type { Argument, Proposition } from '../../src/english/propositions/proposition.js'

const universal: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  VB: 'VERB',
  VBD: 'VERB',
  VBZ: 'VERB',
  VBP: 'VERB',
  VBN: 'VERB',
  VBG: 'VERB',
  JJ: 'ADJ',
  RB: 'ADV',
  PRP: 'PRON',
  WP: 'PRON',
  WDT: 'PRON',
  MD: 'AUX',
  CD: 'NUM',
  DT: 'DET',
  IN: 'ADP',
  TO: 'PART',
}

export function drawTree(drawing: string): { text: string; tree: Tree } {
  const parts = drawing.split(/\s+/).map((word) => {
    const [, surface = '', tag = '', label = 'root', head = ''] =
      /^(.+?)_([^:]+?)(?::(.+)>(.+))?$/.exec(word) ?? []
    return { surface, tag, label, head }
  })
  let at = 0
  const nodes = parts.map(({ surface, tag, label, head }, index): Node => {
    const start = at
    at += surface.length + 1
    const helper = label.startsWith('aux') || label === 'cop'
    return {
      index,
      surface,
      start,
      end: start + surface.length,
      lower: surface.toLowerCase(),
      lemma: lemmaOf(surface, tag),
      pos: helper ? 'AUX' : (universal[tag] ?? 'PUNCT'),
      tag,
      label,
      head: label === 'root' ? -1 : nearest(parts, head, index),
    }
  })
  return { text: parts.map((part) => part.surface).join(' '), tree: new Tree(nodes) }
}

function nearest(parts: readonly { surface: string }[], word: string, from: number): number {
  const places = parts.flatMap((part, i) => (part.surface === word && i !== from ? [i] : []))
  const [first] = places.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
  if (first === undefined) throw new Error(`the drawing has no word ${word}`)
  return first
}

/** One line a proposition: `refuse > sign: subject Police, object the deal; not (refused); say by the union`. */
export function drawPropositions(text: string, propositions: readonly Proposition[]): string[] {
  return propositions.map((p) => {
    const verb = [...p.governors.map((g) => g.lemma), p.predicate.lemma].join(' > ')
    const words = (span: { start: number; end: number }): string => text.slice(span.start, span.end)
    const argument = (a: Argument): string =>
      [a.role, words(a), a.alias && `(= ${words(a.alias)})`].filter(Boolean).join(' ')
    return [
      [verb + (p.particle ? ` ${words(p.particle)}` : ''), p.arguments.map(argument).join(', ')]
        .filter((part) => part !== '')
        .join(': '),
      ...p.modals.map((modal) => modal.lemma),
      ...p.negations.map((cue) => `not (${words(cue)})`),
      ...p.conditions.map((one) => (one.start === p.start ? 'is the condition' : `if: ${words(one)}`)),
      ...(p.credit
        ? [`${p.credit.cue.lemma} by ${p.credit.source ? words(p.credit.source) : 'nobody'}`]
        : []),
    ].join('; ')
  })
}
