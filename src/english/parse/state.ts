/**
 * Arc-hybrid parsing (Kuhlmann, Gómez-Rodríguez and Satta 2011) as moves over a stack and the words still to come.
 * Words are numbered from 1; the root stands after the last one (Ballesteros and Nivre 2013); 0 is nobody.
 *
 * Marks (commas, quotation marks) are no words here: they stand in `before`, what is printed before each word.
 */

import { itemAt } from '../../text/item-at.js'
export const SHIFT = 0
/** The top of the stack hangs on the next word. */
export const LEFT = 1
/** The top of the stack hangs on the word below it. */
export const RIGHT = 2
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT

export class State {
  readonly size: number
  readonly root: number
  readonly stack: Int32Array
  depth = 0
  front = 1
  readonly head: Int32Array
  readonly label: Int32Array
  /** Outermost and second outermost child on either side. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
  /** Labels of the children so far, as a bit set folded to 31 bits. */
  readonly leftLabels: Int32Array
  readonly rightLabels: Int32Array
  /** First word of what hangs on a word. */
  readonly edge: Int32Array

  constructor(size: number) {
    this.size = size
    this.root = size + 1
    const room = (): Int32Array => new Int32Array(size + 2)
    this.stack = room()
    this.head = room()
    this.label = room().fill(-1)
    this.left1 = room()
    this.left2 = room()
    this.right1 = room()
    this.right2 = room()
    this.leftCount = room()
    this.rightCount = room()
    this.leftLabels = room()
    this.rightLabels = room()
    this.edge = room()
    for (let i = 0; i <= this.root; i++) this.edge[i] = i
  }

  /** The word `n` below the top of the stack. */
  top(n: number): number {
    return n < this.depth ? itemAt(this.stack, this.depth - 1 - n) : 0
  }

  get done(): boolean {
    return this.front === this.root && this.depth === 0
  }

  /** The last word of all hangs on the root. */
  get atRoot(): boolean {
    return this.front === this.root && this.depth === 1
  }

  shift(): void {
    this.stack[this.depth++] = this.front++
  }

  /** Hangs the top of the stack on the next word or on the one below it. */
  attach(move: typeof LEFT | typeof RIGHT, label: number): void {
    const child = this.top(0)
    const head = move === LEFT ? this.front : this.top(1)
    const bit = 1 << (label % 31)
    this.depth--
    this.head[child] = head
    this.label[child] = label
    if (move === LEFT) {
      this.left2[head] = itemAt(this.left1, head)
      this.left1[head] = child
      this.leftCount[head] = itemAt(this.leftCount, head) + 1
      this.leftLabels[head] = itemAt(this.leftLabels, head) | bit
      this.edge[head] = this.edge[child] ?? child
    } else {
      this.right2[head] = itemAt(this.right1, head)
      this.right1[head] = child
      this.rightCount[head] = itemAt(this.rightCount, head) + 1
      this.rightLabels[head] = itemAt(this.rightLabels, head) | bit
    }
  }
}
