/** A parsed sentence: each word hangs on one other; the words, their places in the text, and simple ways around. */
import type { Span } from '../../model/span.js'

export type TaggedWord = Span & {
  /** As printed. */
  readonly surface: string
  /** Lower case, apostrophes straight. */
  readonly lower: string
  readonly lemma: string
  /** Universal part of speech: `NOUN`, `VERB`, `AUX`. */
  readonly pos: string
  /** Penn part of speech: `VBD`, `NNS`. */
  readonly tag: string
}

export type Node = TaggedWord & {
  readonly index: number
  /** Index of the node it hangs on; -1 for the root. */
  readonly head: number
  /** Universal Dependencies relation to the head: `nsubj:pass`, `obl`; `root`. */
  readonly label: string
}

export class Tree {
  readonly nodes: readonly Node[]
  private readonly below: readonly (readonly Node[])[]

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes
    const below: Node[][] = nodes.map(() => [])
    for (const node of nodes) below[node.head]?.push(node)
    this.below = below
  }

  get root(): Node | undefined {
    return this.nodes.find((node) => node.head < 0)
  }

  /** The word that begins at an offset. */
  at({ start }: Pick<Span, 'start'>): Node | undefined {
    return this.nodes.find((node) => node.start === start)
  }

  headOf(node: Node): Node | undefined {
    return this.nodes[node.head]
  }

  /** What hangs on a node, in text order. */
  children(node: Node): readonly Node[] {
    return this.below[node.index] ?? []
  }

  /** The children by one of these relations; `nsubj` also stands for `nsubj:pass`. */
  by(node: Node, ...relations: readonly string[]): Node[] {
    return this.children(node).filter((child) => relations.some((name) => isRelation(child.label, name)))
  }

  /** Everything that hangs on a node, directly or not, and the node, in text order; `stop` leaves branches out. */
  under(node: Node, stop: (child: Node) => boolean = () => false): Node[] {
    const out: Node[] = []
    const walk = (one: Node): void => {
      out.push(one)
      for (const child of this.children(one)) if (!stop(child)) walk(child)
    }
    walk(node)
    return out.sort((a, b) => a.index - b.index)
  }
}

export function isRelation(label: string, name: string): boolean {
  return label === name || label.startsWith(name + ':')
}

/** From the first to the last of some nodes. */
export function spanOf(nodes: readonly Node[]): Span {
  return {
    start: Math.min(...nodes.map((node) => node.start)),
    end: Math.max(...nodes.map((node) => node.end)),
  }
}
