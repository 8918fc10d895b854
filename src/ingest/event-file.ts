/**
 * Event file: from the text of an `event.json` to its title and sources.
 *
 * In:    the bytes as read.
 * Out:   title and entries as written, or one sentence on what is wrong with the file and where.
 * Never: opens anything, or judges whether an entry exists.
 */
import { z } from 'zod'
import { GivenTime, nothingGiven, type Given } from '../model/source.js'
import { jsonTrouble } from '../text/json-trouble.js'

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

export type EventEntry = Given & { readonly source: string }
type ParsedEvent =
  | {
      readonly ok: true
      readonly title: string | null
      readonly notes: string | null
      readonly entries: readonly EventEntry[]
    }
  | { readonly ok: false; readonly message: string }

const shape =
  'It should look like {"title": "…", "sources": ["page.html", {"source": "https://…", "outlet": "…", "publishedAt": "2025-12-03T08:05:00+02:00"}]}.'

export function parseEventFile(bytes: Uint8Array): ParsedEvent {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.trim() === '') return { ok: false, message: `the event file is empty. ${shape}` }
  const trouble = jsonTrouble(text)
  if (trouble !== null)
    return {
      ok: false,
      message: `the event file is not valid JSON: line ${trouble.line}, column ${trouble.column}: expected ${trouble.expected}; correct it there.`,
    }
  const parsed = EventFile.safeParse(JSON.parse(text))
  if (parsed.success) {
    const { title, notes, sources: entries } = parsed.data
    return { ok: true, title, notes, entries }
  }
  const problems = parsed.error.issues.slice(0, 3).map(inWords)
  return { ok: false, message: `the event file does not fit: ${problems.join('; ')}. ${shape}` }
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
