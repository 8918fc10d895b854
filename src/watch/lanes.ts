/** Work on addresses, a lane a host: one after another, some hosts at once. A host that does not answer is left for this time. */
import { grouped } from '../text/grouped.js'

export async function inLanes<Item extends { readonly address: string }>(
  items: readonly Item[],
  lanes: number,
  /** False: the host is left. */
  work: (item: Item) => Promise<boolean>,
  /** Hears what was not worked on. */
  left: (rest: readonly Item[]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const hosts = grouped(items, ({ address }) => [new URL(address).host]).values()
  const lane = async (): Promise<void> => {
    for (const ofHost of hosts)
      for (const [at, item] of ofHost.entries()) {
        if (await work(item)) continue
        await left(ofHost.slice(at + 1))
        break
      }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
