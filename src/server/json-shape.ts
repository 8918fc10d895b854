/**
 * The shape of a JSON body: how deep it goes, how many names an object has and how many items a list; where the items of one list stand.
 *
 * Never builds a value: a body of millions of items costs a walk over its tokens, and no memory of values nor a sentence on each.
 */
import { createScanner } from 'jsonc-parser'
import { turn } from '../text/turn.js'
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
type Frames = readonly Frame[]

type Place = { readonly start: number; readonly end: number }

/** So many tokens, or characters where they are long, are looked at before others may have their turn. */
const tokensAtOnce = 2_000
const charactersAtOnce = 1_000_000

/** Where the items of `apart` stand, between brackets and commas; of a list that came twice, the last time, as JSON has it. */
export async function placesIn(text: string, limits: Shape): Promise<readonly Place[]> {
  const frames: Frame[] = []
  let places: Place[] = []
  /** The next string of an object is a name. */
  let nameNext = false
  const itemEnds = (frame: Frame | undefined, end: number): void => {
    const [outermost] = frames
    if (frame?.list !== true || frames.length !== 2 || outermost?.list !== false) return
    if (outermost.name !== limits.apart) return
    if (frame.commas === 0) places = []
    places.push({ start: frame.itemAt, end })
    frame.itemAt = end + 1
  }
  const scanner = createScanner(text, true)
  let lastTurn = 0
  for (let seen = 1; ; seen++) {
    scanner.scan()
    const at = scanner.getTokenOffset()
    if (seen % tokensAtOnce === 0 || at - lastTurn > charactersAtOnce) {
      await turn()
      lastTurn = at
    }
    const frame = frames.at(-1)
    switch (text[at]) {
      case undefined:
        return places
      case '"':
        if (nameNext && frame) frame.name = scanner.getTokenValue().slice(0, mostOfName)
        nameNext = false
        break
      case '{':
      case '[':
        nameNext = text[at] === '{'
        frames.push({ list: !nameNext, commas: 0, name: '', itemAt: at + 1 })
        if (frames.length > mostDeep)
          throw new HttpProblem('malformed-request', `The body nests more than ${mostDeep} levels deep.`)
        break
      case '}':
      case ']':
        itemEnds(frame, at)
        frames.pop()
        nameNext = false
        break
      case ',':
        if (!frame) break
        itemEnds(frame, at)
        frame.commas++
        nameNext = !frame.list
        refuseTooMany(frame, frames, limits)
    }
  }
}

function refuseTooMany({ list, commas }: Frame, frames: Frames, limits: Shape): void {
  const limit = list
    ? listLimit(frames, limits)
    : { most: mostNames, detail: `may have at most ${mostNames} names` }
  if (commas >= limit.most) throw invalidFields([{ pointer: pointerTo(frames), detail: limit.detail }])
}

function listLimit(frames: Frames, { lists }: Shape): ListLimit {
  if (frames.some(({ list, name }) => !list && name === 'notes')) return ofNotes
  const depth = frames.filter(({ list }) => list).length
  return lists[Math.min(depth, lists.length) - 1] ?? { most: 0, detail: 'no list is read here' }
}

function pointerTo(frames: Frames): string {
  return frames
    .slice(0, -1)
    .map(({ list, commas, name }) => (list ? String(commas) : name))
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}
