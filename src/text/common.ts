/** In: two sets. Out: how many members they share. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}
