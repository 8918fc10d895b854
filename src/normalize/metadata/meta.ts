/** `<meta>` tags: names, properties and itemprops in lower case to their contents, first one first. */
export type MetaTags = ReadonlyMap<string, readonly string[]>

export function readMeta(metas: readonly ReadonlyMap<string, string>[]): MetaTags {
  const tags = new Map<string, string[]>()
  for (const attributes of metas) {
    const content = attributes.get('content')?.trim()
    if (content === undefined || content === '') continue
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributes.get(attribute)?.trim().toLowerCase()
      if (name !== undefined && name !== '') tags.set(name, [...(tags.get(name) ?? []), content])
    }
  }
  return tags
}

/** Content of the first of several names that the page has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

export function allMeta(tags: MetaTags, names: readonly string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? [])
}
