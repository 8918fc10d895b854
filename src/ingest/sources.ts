/** Makes the Source values that expand hands on. In: names and addresses. Out: sources. Never opens anything. */
import path from 'node:path'
import { nothingGiven, type Given, type Source } from '../model/source.js'
import type { Disk } from '../ports/fetcher.js'
import { checkAddress } from '../text/web-address.js'
import type { Fetchers } from './ingest.js'

/** What expand needs from outside. */
export type ExpandDeps = { readonly disk: Disk; readonly fetchers: Fetchers }

export function fileSource(name: string, location: string, given: Given = nothingGiven): Source {
  return { name, kind: 'file', location, ...given }
}

/** A file that somebody else may have put into a folder or named in an event file. */
export function memberSource(
  name: string,
  location: string,
  within: string,
  given: Given = nothingGiven,
): Source {
  return { ...fileSource(name, location, given), within }
}

/** An address, or its refusal in the same place. */
export function addressSource(name: string, address: string, given: Given = nothingGiven): Source {
  const checked = checkAddress(address)
  if (checked.ok) return { name, kind: 'url', location: checked.url.href, ...given }
  const { code, message } = checked
  return { name, kind: 'url', location: name, ...given, problem: { code, message } }
}

/** An argument or member that gives nothing to open: it keeps its place, and ingest reports it. */
export function lostSource(name: string, code: string, message: string): Source {
  return { name, kind: 'file', location: name, ...nothingGiven, problem: { code, message } }
}

/** Folders of which the name tells nothing of the event. */
const containers = new Set(
  'article articles data dataset documents docs download downloads event events file files folder htm html in input inputs news page pages raw report reports saved source sources src text texts tmp txt untitled'.split(
    ' ',
  ),
)

/** A title from the name of a folder, "harbour-accord", the nearest that tells something; null where none does. */
export function titleFromName(folder: string): string | null {
  const typed = path.normalize(folder).split(path.sep).filter(Boolean)
  const names = typed.every((name) => name === '.' || name === '..')
    ? [path.basename(path.resolve(folder))]
    : typed
  for (const name of names.reverse()) {
    const words = name.replace(/[\s_+.-]+/gu, ' ').trim()
    if (containers.has(words.toLowerCase())) continue
    return /\p{L}/u.test(words) ? capitalised(words) : null
  }
  return null
}

function capitalised(words: string): string {
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0x20)
  return first.toUpperCase() + words.slice(first.length)
}
