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
import { addressSource, fileSource, lostSource, type ExpandDeps } from './sources.js'
import { titleFromName } from './title-from-name.js'

export async function expandEventFile(name: string, location: string, deps: ExpandDeps): Promise<SourceList> {
  const folder = path.dirname(location)
  const named = titleFromName(folder)
  const opened = await deps.fetchers.file.fetch(location)
  if (opened.state === 'failed') return alone(named, lostSource(name, opened.code, opened.message))
  const event = parseEventFile(opened.bytes)
  if (!event.ok) return alone(named, lostSource(name, 'malformed-event', event.message))
  const sources: Source[] = []
  for (const entry of event.entries) sources.push(await member(name, folder, entry, deps))
  return { title: event.title, sources, issues: [] }
}

async function member(
  argument: string,
  folder: string,
  { source, ...given }: EventEntry,
  deps: ExpandDeps,
): Promise<Source> {
  const name = `${argument}/${source}`
  if (looksLikeAddress(source)) return addressSource(name, source, given)
  const location = path.resolve(folder, source)
  if (!(await isInside(folder, location, deps)))
    return {
      ...lostSource(
        name,
        'outside-folder',
        'an event file may only name files in its own folder and below; copy the file there, or give it as an argument of its own.',
      ),
      ...given,
    }
  if (path.basename(location) === 'event.json')
    return {
      ...lostSource(name, 'nested-event', 'an event file cannot hold another; list its pages.'),
      ...given,
    }
  return fileSource(name, path.join(folder, source), given)
}

/** By the path as written and by where its symbolic links lead. */
async function isInside(folder: string, location: string, { disk }: ExpandDeps): Promise<boolean> {
  const below = (from: string, to: string): boolean => {
    const way = path.relative(from, to)
    return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
  }
  return below(path.resolve(folder), location) && below(await disk.real(folder), await disk.real(location))
}

function alone(title: string | null, source: Source): SourceList {
  return { title, sources: [source], issues: [] }
}
