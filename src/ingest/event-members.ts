/**
 * Event members: from an event file on disk to the sources it names.
 *
 * In:    the argument, and the path of the event file.
 * Out:   its title, and its sources in order, each named argument + `/` + member.
 * Never: lets an event file, which may come from somebody else, name a file outside its own folder.
 */
import path from 'node:path'
import { type Source, type SourceList, GivenTime, nothingGiven } from '../model/source.js'
import { isBelow } from '../text/is-below.js'
import { looksLikeAddress } from '../text/web-address.js'
import { addressSource, lostSource, memberSource, type ExpandDeps, titleFromName } from './sources.js'
import { z } from 'zod'
import { jsonTrouble } from '../text/json-trouble.js'

/** An event file that was named itself may be a link; one that was found in a folder is a member as any other. */
export async function expandEventFile(name: string, location: string, deps: ExpandDeps): Promise<SourceList> {
  const folder = path.dirname(location)
  const named = titleFromName(folder)
  const opened = await deps.fetchers.file.fetch(location, name === location ? undefined : folder)
  if (opened.state === 'failed') return alone(named, lostSource(name, opened.code, opened.message))
  const event = parseEventFile(opened.bytes)
  if (typeof event === 'string') return alone(named, lostSource(name, 'malformed-event', event))
  const sources = event.sources.map((entry) => member(name, folder, entry))
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

function member(
  argument: string,
  folder: string,
  { source, ...given }: EventFile['sources'][number],
): Source {
  const name = `${argument}/${source}`
  if (looksLikeAddress(source)) return addressSource(name, source, given)
  const location = path.resolve(folder, source)
  if (!isBelow(path.resolve(folder), location))
    return { ...lostSource(name, 'outside-folder', outside), ...given }
  if (path.basename(location) === 'event.json')
    return {
      ...lostSource(name, 'nested-event', 'an event file cannot hold another; list its pages.'),
      ...given,
    }
  return memberSource(name, path.join(folder, source), folder, given)
}

const outside =
  'an event file may only name files in its own folder and below; copy the file there, or give it as an argument of its own.'

function alone(title: string | null, source: Source): SourceList {
  return { title, sources: [source], issues: [] }
}

// ---- event file

const mostSources = 500

const name = z.string().trim().min(1)
/** What is left open may be left out, null or empty. */
const open = <T extends z.ZodType>(value: T) =>
  z.union([z.literal('').transform(() => null), z.null(), value]).default(null)
const Entry = z.union([
  name.transform((source) => ({ source, ...nothingGiven })),
  z.strictObject({ source: name, outlet: open(name), publishedAt: open(GivenTime) }),
])
const EventFile = z.strictObject({
  $schema: z.string().optional(),
  title: z
    .string()
    .trim()
    .nullish()
    .transform((title) => (title === undefined || title === '' ? null : title)),
  /** File of a second reader's notes. */
  notes: open(name),
  sources: z.array(Entry).min(1).max(mostSources),
})

type EventFile = z.infer<typeof EventFile>

const shape =
  'It should look like {"title": "…", "sources": ["page.html", {"source": "https://…", "outlet": "…", "publishedAt": "2025-12-03T08:05:00+02:00"}]}.'

/** Or what is wrong with it. */
function parseEventFile(bytes: Uint8Array): EventFile | string {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.trim() === '') return `the event file is empty. ${shape}`
  const trouble = jsonTrouble(text)
  if (trouble !== null)
    return `the event file is not valid JSON: line ${trouble.line}, column ${trouble.column}: expected ${trouble.expected}; correct it there.`
  const parsed = EventFile.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 3).map(inWords)
  return `the event file does not fit: ${problems.join('; ')}. ${shape}`
}

/** Our own words: what zod prints changes with its version. */
function inWords(issue: z.core.$ZodIssue): string {
  const at = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  const where = at.join('').replace(/^\./u, '') || 'the whole file'
  if (issue.code === 'unrecognized_keys')
    return `${where} has unknown ${issue.keys.length === 1 ? 'name' : 'names'} ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`
  if (issue.code === 'too_small') return `${where} is an empty ${issue.origin === 'array' ? 'list' : 'text'}`
  if (issue.code === 'too_big') return `${where} has more than ${mostSources} entries`
  if (issue.code === 'invalid_union')
    return `${where} should be a path or address, or {"source": …, "outlet": …, "publishedAt": …}, the time as 2025-12-03 or 2025-12-03T08:05:00+02:00`
  return `${where} should be ${where === 'sources' ? 'a list' : where === 'the whole file' ? 'an object' : 'a text'}`
}
