/**
 * The shape of a JSON body: how deep it goes, how many names an object has and how many items a list.
 *
 * Never builds a value: a body of millions of items costs a walk over its tokens, and no memory of values nor a sentence on each.
 */
import { createScanner } from 'jsonc-parser'
import { turn } from '../text/turn.js'
import { HttpProblem, invalidFields } from './problems.js'

export type ListLimit = { readonly most: number; readonly detail: string }
/** The outermost list, the lists in it, and so on; the last holds for all that are deeper. */
export type ListLimits = readonly ListLimit[]

/** No request of this service nests deeper than nine, or has more than six names in an object. */
const mostDeep = 16
const mostNames = 32
/** The schema of notes has limits of its own, all lower. */
const ofNotes: ListLimit = { most: 2_000, detail: 'a list of notes has at most 2,000 items' }
/** Of a name, as much as a pointer to it needs. */
const mostOfName = 40

type Frame = { readonly list: boolean; commas: number; name: string }
type Frames = readonly Frame[]

/** So many tokens, or characters where they are long, are looked at before others may have their turn. */
const tokensAtOnce = 2_000
const charactersAtOnce = 1_000_000

/** Refuses what is deeper, or has more names or items; whether it is JSON at all is for the parser to say. */
export async function checkShape(text: string, lists: ListLimits): Promise<void> {
  const frames: Frame[] = []
  /** The next string of an object is a name. */
  let nameNext = false
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
        return
      case '"':
        if (nameNext && frame) frame.name = scanner.getTokenValue().slice(0, mostOfName)
        nameNext = false
        break
      case '{':
      case '[':
        nameNext = text[at] === '{'
        frames.push({ list: !nameNext, commas: 0, name: '' })
        if (frames.length > mostDeep)
          throw new HttpProblem('malformed-request', `The body nests more than ${mostDeep} levels deep.`)
        break
      case '}':
      case ']':
        frames.pop()
        nameNext = false
        break
      case ',':
        if (!frame) break
        frame.commas++
        nameNext = !frame.list
        refuseTooMany(frame, frames, lists)
    }
  }
}

function refuseTooMany({ list, commas }: Frame, frames: Frames, lists: ListLimits): void {
  const limit = list
    ? listLimit(frames, lists)
    : { most: mostNames, detail: `may have at most ${mostNames} names` }
  if (commas >= limit.most) throw invalidFields([{ pointer: pointerTo(frames), detail: limit.detail }])
}

function listLimit(frames: Frames, lists: ListLimits): ListLimit {
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
