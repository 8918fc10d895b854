/**
 * The shape of a JSON body, looked at while it arrives: how deep it goes, how many names an object has and how many
 * items a list. In: bytes, piece by piece. Out: a problem for what is too much, as soon as it is.
 * Never: builds a value, or checks that the text is JSON: a body of millions of items costs a walk over its bytes, and
 * neither the memory of its values nor a schema's sentence on each.
 */
import { HttpProblem, invalidFields } from './problems.js'

export type ListLimit = { readonly most: number; readonly detail: string }
export type Shape = {
  /** The outermost list, the lists in it, and so on; the last holds for all that are deeper. */
  readonly lists: readonly ListLimit[]
  /** Name of a list in the outermost object whose items' places are noted. */
  readonly apart?: string
}

/** No request of this service nests deeper than nine, or has more than six names in an object. */
const mostDeep = 16
const mostNames = 32
/** The schema of notes has limits of its own, all lower. */
const ofNotes: ListLimit = { most: 2_000, detail: 'a list of notes has at most 2,000 items' }
/** Of a name, as much as a pointer to it needs. */
const mostOfName = 40

type Frame = { readonly list: boolean; commas: number; name: string; itemAt: number }

type Place = { readonly start: number; readonly end: number }

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d]

export class JsonShape {
  readonly #limits: Shape
  readonly #frames: Frame[] = []
  #places: Place[] = []
  #at = 0
  #inString = false
  #escaped = false
  /** The bytes of a name that is being read, or null. */
  #name: number[] | null = null
  /** The next string of an object is a name. */
  #nameNext = false

  constructor(limits: Shape) {
    this.#limits = limits
  }

  /** What is too much in all that was seen up to here, or null. */
  push(bytes: Uint8Array): HttpProblem | null {
    for (const byte of bytes) {
      if (this.#inString) this.#string(byte)
      else {
        const problem = this.#structure(byte)
        if (problem) return problem
      }
      this.#at++
    }
    return null
  }

  /** Where the items stand, between brackets and commas; of a list that came twice, the last time, as JSON has it. */
  get apart(): readonly Place[] {
    return this.#places
  }

  #itemEnds(frame: Frame | undefined): void {
    const [outermost] = this.#frames
    if (frame?.list !== true || this.#frames.length !== 2 || outermost?.list !== false) return
    if (outermost.name !== this.#limits.apart) return
    if (frame.commas === 0) this.#places = []
    this.#places.push({ start: frame.itemAt, end: this.#at })
    frame.itemAt = this.#at + 1
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === backslash) this.#escaped = true
    else if (byte === quote) {
      this.#inString = false
      const frame = this.#frames.at(-1)
      if (this.#name && frame) frame.name = Buffer.from(this.#name).toString()
      this.#name = null
      return
    }
    if (this.#name && this.#name.length < mostOfName) this.#name.push(byte)
  }

  #structure(byte: number): HttpProblem | null {
    switch (byte) {
      case quote:
        this.#inString = true
        this.#name = this.#nameNext ? [] : null
        this.#nameNext = false
        return null
      case openObject:
      case openList:
        this.#frames.push({ list: byte === openList, commas: 0, name: '', itemAt: this.#at + 1 })
        this.#nameNext = byte === openObject
        return this.#frames.length > mostDeep
          ? new HttpProblem('malformed-request', `The body nests more than ${mostDeep} levels deep.`)
          : null
      case closeObject:
      case closeList:
        this.#itemEnds(this.#frames.at(-1))
        this.#frames.pop()
        this.#nameNext = false
        return null
      case comma:
        return this.#next()
      default:
        return null
    }
  }

  #next(): HttpProblem | null {
    const frame = this.#frames.at(-1)
    if (!frame) return null
    this.#itemEnds(frame)
    frame.commas++
    this.#nameNext = !frame.list
    const limit = frame.list
      ? this.#limitHere()
      : { most: mostNames, detail: `may have at most ${mostNames} names` }
    if (frame.commas < limit.most) return null
    const error = { pointer: this.#pointer(), detail: limit.detail }
    return invalidFields([error])
  }

  #limitHere(): ListLimit {
    if (this.#frames.some(({ list, name }) => !list && name === 'notes')) return ofNotes
    const depth = this.#frames.filter(({ list }) => list).length
    const { lists } = this.#limits
    return lists[Math.min(depth, lists.length) - 1] ?? { most: 0, detail: 'no list is read here' }
  }

  /** Of the innermost list or object (RFC 6901). */
  #pointer(): string {
    return this.#frames
      .slice(0, -1)
      .map(({ list, commas, name }) => (list ? String(commas) : name))
      .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('')
  }
}
