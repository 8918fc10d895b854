/** The files of a zip, in memory alone: a size that the zip states is not trusted, and a name that leaves its folder is refused. */
import { unzipSync } from 'fflate'
import { bytesInWords } from './bytes-in-words.js'

/** A part of a sentence where the bytes are no zip that can be read. */
export function unzipped(bytes: Uint8Array, mostBytes: number): ReadonlyMap<string, Uint8Array> | string {
  let total = 0
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (leavesItsFolder.test(name)) throw new Refused('it holds a name that leads out of its folder')
        total += originalSize
        if (total > mostBytes) throw new Refused(`it unpacks to more than ${bytesInWords(mostBytes)}`)
        return true
      },
    })
    return new Map(Object.entries(found))
  } catch (error) {
    return error instanceof Refused ? error.message : 'it is no zip file, or is broken'
  }
}

class Refused extends Error {}

const leavesItsFolder = /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/iu
