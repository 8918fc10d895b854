/** Makes the Source values that expand hands on. In: names and addresses. Out: sources. Never opens anything. */
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
