/**
 * Event members: from an event file on disk to the sources it names.
 *
 * In:    the argument, and the path of the event file.
 * Out:   its title, and its sources in order, each named argument + `/` + member.
 * Never: lets an event file, which may come from somebody else, name a file outside its own folder.
 */
import path from 'node:path'
import type { Source, SourceList } from '../model/source.js'
import { looksLikeAddress } from '../text/web-address.js'
import { parseEventFile, type EventEntry } from './event-file.js'
import { addressSource, lostSource, memberSource, type ExpandDeps, titleFromName } from './sources.js'

/** An event file that was named itself may be a link; one that was found in a folder is a member as any other. */
export async function expandEventFile(name: string, location: string, deps: ExpandDeps): Promise<SourceList> {
  const folder = path.dirname(location)
  const named = titleFromName(folder)
  const opened = await deps.fetchers.file.fetch(location, name === location ? undefined : folder)
  if (opened.state === 'failed') return alone(named, lostSource(name, opened.code, opened.message))
  const event = parseEventFile(opened.bytes)
  if (!event.ok) return alone(named, lostSource(name, 'malformed-event', event.message))
  const sources = event.entries.map((entry) => member(name, folder, entry))
  const { notes } = event
  if (notes === null) return { title: event.title, sources, issues: [] }
  const file = path.resolve(folder, notes)
  if (!isBelow(path.resolve(folder), file))
    return alone(named, lostSource(name, 'malformed-event', `${notes}: ${outside}`))
  return {
    title: event.title,
    sources,
    notes: { name: `${name}/${notes}`, location: path.join(folder, notes), within: folder },
    issues: [],
  }
}

function member(argument: string, folder: string, { source, ...given }: EventEntry): Source {
  const name = `${argument}/${source}`
  if (looksLikeAddress(source)) return addressSource(name, source, given)
  const location = path.resolve(folder, source)
  if (!isBelow(path.resolve(folder), location))
    return {
      ...lostSource(name, 'outside-folder', outside),
      ...given,
    }
  if (path.basename(location) === 'event.json')
    return {
      ...lostSource(name, 'nested-event', 'an event file cannot hold another; list its pages.'),
      ...given,
    }
  return memberSource(name, path.join(folder, source), folder, given)
}

const outside =
  'an event file may only name files in its own folder and below; copy the file there, or give it as an argument of its own.'

/** By the path as written; where its links lead is looked at when the file is opened. */
function isBelow(from: string, to: string): boolean {
  const way = path.relative(from, to)
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

function alone(title: string | null, source: Source): SourceList {
  return { title, sources: [source], issues: [] }
}
