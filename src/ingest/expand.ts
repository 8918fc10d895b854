/**
 * Expand: from the arguments as typed to the list of sources.
 *
 * In:    URLs, files, folders, event files, `-`.
 * Out:   the sources in input order, with the event's title where an event file gives one.
 * Never: opens a page.
 */
import type { Source, SourceList } from '../model/source.js'

export function expandSources(names: readonly string[]): Promise<SourceList> {
  const sources = names.map((name): Source => {
    if (name === '-') return { name, kind: 'stdin', location: '-', outlet: null }
    if (/^https?:/iu.test(name)) return { name, kind: 'url', location: name, outlet: null }
    return { name, kind: 'file', location: name, outlet: null }
  })
  return Promise.resolve({ title: null, sources })
}
