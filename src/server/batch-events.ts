/**
 * Events of a batch as a person gives them on a page: paragraphs of a title and sources, or a manifest.
 *
 * In: typed lines, or a manifest and its name, and the files that came along. Out: events to submit, or what is wrong, in
 * sentences that name the event. Never: opens a path; a source is an address or one of the files.
 */
import { parseManifest, type BatchItem } from '../batch-manifest.js'
import { nothingGiven } from '../model/source.js'
import { looksLikeAddress } from '../text/web-address.js'
import { turn } from '../text/turn.js'
import type { AnySource, EventRequest, FileSource, KeptSource } from './submission.js'

/** What events name: a file that came along, or is in the store already. */
export type NamedFile = FileSource | KeptSource

export type BatchEvents =
  | { readonly ok: true; readonly events: readonly EventRequest[] }
  | { readonly ok: false; readonly problems: readonly string[] }

export async function manifestEvents(
  name: string,
  text: string,
  files: readonly NamedFile[],
): Promise<BatchEvents> {
  const entries = await parseManifest(name, pieces(text))
  const problems = entries.flatMap((entry) => (entry.ok ? [] : [entry.message]))
  if (problems.length > 0) return { ok: false, problems }
  return found(
    entries.flatMap((entry) => (entry.ok ? [entry.item] : [])),
    files,
  )
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) {
    await turn()
    yield text.slice(at, at + 65_536)
  }
}

/** Paragraphs: a first line that is neither an address nor a file is the title. */
export function typedEvents(text: string, files: readonly NamedFile[]): BatchEvents {
  const names = new Set(files.map(({ name }) => name))
  const isSource = (line: string): boolean => looksLikeAddress(line) || names.has(line)
  const paragraphs = text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.split('\n').flatMap((line) => line.trim() || []))
    .filter((lines) => lines.length > 0)
  return found(
    paragraphs.map((lines, index) => {
      const [first = ''] = lines
      const title = isSource(first) ? null : first
      const sources = (title === null ? lines : lines.slice(1)).map((source) => ({ source, ...nothingGiven }))
      return { id: title ?? `event ${index + 1}`, title, sources }
    }),
    files,
  )
}

type Item = Pick<BatchItem, 'id' | 'title' | 'sources'>

function found(items: readonly Item[], files: readonly NamedFile[]): BatchEvents {
  const byName = new Map(files.map((file) => [file.name, file]))
  const problems: string[] = []
  const events = items.map(({ id, title, sources }): EventRequest => {
    if (sources.length === 0) problems.push(`${id}: no source is named`)
    return {
      title: title ?? id,
      sources: sources.flatMap(({ source, outlet, publishedAt }): AnySource[] => {
        if (looksLikeAddress(source))
          return [
            {
              url: source,
              ...(outlet === null ? {} : { outlet }),
              ...(publishedAt === null ? {} : { publishedAt }),
            },
          ]
        const file = byName.get(source.split(/[/\\]/u).at(-1) ?? source)
        if (file) return [{ ...file, outlet, publishedAt }]
        problems.push(`${id}: ${source} is neither an address nor one of the files`)
        return []
      }),
    }
  })
  if (events.length === 0) problems.push('no event is named')
  return problems.length === 0 ? { ok: true, events } : { ok: false, problems }
}
