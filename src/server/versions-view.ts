/** Versions of the reports of a comparison or a story. In: what the store knows. Out: which are newer, and what changed. Never: texts. */
import type { KeptVersion } from '../model/watch.js'
import { Versions } from '../model/versions.js'
import type { Store } from '../ports/store.js'

export type Change = { readonly old: KeptVersion; readonly new: KeptVersion; readonly found: Versions | null }
export type Followed = {
  readonly address: string
  readonly outlet: string
  readonly versions: readonly KeptVersion[]
  /** The version that is compared, by its place; null where it is none of them. */
  readonly restsOn: number | null
  /** From that version on, else from the first. `found`: null where two could not be compared. */
  readonly changes: readonly Change[]
  readonly differs: boolean
  readonly dueAt: number | null
  readonly trouble: string | null
}

/** `text`: of the version that is compared, or null. Of addresses that nothing is kept of, there is nothing. */
export async function followed(
  reports: readonly { readonly address: string; readonly text: string | null }[],
  store: Store,
): Promise<readonly Followed[]> {
  const known = await store.changes([...new Set(reports.map(({ address }) => address))])
  const all: Followed[] = []
  for (const { address, text } of reports) {
    const article = await store.watching.article(address)
    if (!article) continue
    const { versions, outlet, dueAt, trouble } = article
    const at = versions.findLastIndex((version) => version.text === text)
    const changes = versions.slice(Math.max(0, at)).flatMap((version, i, newer): readonly Change[] => {
      const next = newer[i + 1]
      if (!next) return []
      const change = known.find(
        (one) => one.address === address && one.old === version.text && one.new === next.text,
      )
      return [{ old: version, new: next, found: change ? Versions.parse(JSON.parse(change.found)) : null }]
    })
    const differs = at >= 0 && changes.some(({ found }) => found === null || statesOther(found))
    all.push({ address, outlet, versions, restsOn: at < 0 ? null : at, changes, differs, dueAt, trouble })
  }
  return all
}

function statesOther({ state, changes }: Versions): boolean {
  return state !== 'compared' || changes.some(({ kind }) => kind !== 'reworded')
}

/** Of a comparison's sources those that were read at an address. */
export async function versionsOfComparison(id: string, store: Store): Promise<readonly Followed[]> {
  const sources = await store.sources(id)
  return followed(
    sources.flatMap(({ address, text }) => (address === null || text === null ? [] : [{ address, text }])),
    store,
  )
}
