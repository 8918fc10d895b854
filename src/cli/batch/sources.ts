/**
 * The sources of a batch's event, opened: paths are relative to the manifest, outlet names come from it.
 *
 * Out:   sources and remarks named as in the manifest, so that a batch gives the same bytes wherever its folder lies.
 * Never: reads standard input (the manifest refuses it), or takes an absolute path for one below the manifest.
 */
import path from 'node:path'
import type { Issue } from '../../model/issue.js'
import type { Source, SourceList } from '../../model/source.js'
import { looksLikeAddress } from '../../text/web-address.js'
import type { BatchItem } from '../../batch-manifest.js'

export async function expandItem(
  item: BatchItem,
  folder: string,
  expand: (names: readonly string[]) => Promise<SourceList>,
): Promise<SourceList> {
  const sources: Source[] = []
  const issues: Issue[] = []
  let title: string | null = null
  for (const { source: typed, outlet, publishedAt } of item.sources) {
    const opened = looksLikeAddress(typed) || path.isAbsolute(typed) ? typed : path.join(folder, typed)
    const asTyped = (name: string): string =>
      name.startsWith(opened) ? typed + name.slice(opened.length) : name
    const list = await expand([opened])
    title ??= list.title
    issues.push(
      ...list.issues.map((issue) => ({
        ...issue,
        source: issue.source === null ? null : asTyped(issue.source),
        message: asTyped(issue.message),
      })),
    )
    sources.push(
      ...list.sources.map((source) => ({
        ...source,
        name: asTyped(source.name),
        outlet: outlet ?? source.outlet,
        publishedAt: publishedAt ?? source.publishedAt ?? null,
      })),
    )
  }
  return { title: item.sources.length === 1 ? title : null, sources, issues }
}
