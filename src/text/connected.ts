/** Groups of items that pairs join, directly or through others; items without a pair are in none. */
export function connected<Item>(pairs: readonly (readonly [Item, Item])[]): readonly (readonly Item[])[] {
  const groups: Set<Item>[] = []
  for (const pair of pairs) {
    const touched = groups.filter((group) => pair.some((item) => group.has(item)))
    const merged = new Set([...pair, ...touched.flatMap((group) => [...group])])
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged)
  }
  return groups.map((group) => [...group])
}
