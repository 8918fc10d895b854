/** The sources of a batch's event, opened: paths are relative to the manifest, outlet names come from it. */
import path from 'node:path'
import type { Issue } from '../../model/issue.js'
import type { Source, SourceList } from '../../model/source.js'
import type { BatchItem } from './manifest.js'

export async function expandItem(
  item: BatchItem,
  folder: string,
  expand: (names: readonly string[]) => Promise<SourceList>,
): Promise<SourceList> {
  const sources: Source[] = []
  const issues: Issue[] = []
  let title: string | null = null
  for (const entry of item.sources) {
    const isPath = !/^[a-z][a-z0-9+.-]*:/iu.test(entry.source) && entry.source !== '-'
    const list = await expand([isPath ? path.join(folder, entry.source) : entry.source])
    title ??= list.title
    issues.push(...list.issues)
    sources.push(
      ...list.sources.map((source) => ({
        ...source,
        // Named as in the manifest, so that a batch gives the same bytes wherever its folder lies.
        name: isPath ? entry.source + source.name.slice(path.join(folder, entry.source).length) : source.name,
        outlet: entry.outlet ?? source.outlet,
      })),
    )
  }
  return { title: item.sources.length === 1 ? title : null, sources, issues }
}
