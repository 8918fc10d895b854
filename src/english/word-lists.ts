/**
 * The word lists of `data/english/`, one file a subject, and other lists of `data/` in the same form.
 *
 * In:    a file's name; then the name of a section in it, `[like this]` on a line of its own.
 * Out:   its words (separated by blanks or line ends), its lines, or its groups (`name: words`; a name that
 *        stands on several lines has the words of all).
 * Never: reads a file without source and licence in its head, or gives an empty list for a section that is not there.
 */
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { dataFile } from '../text/data-file.js'

type WordFile = {
  readonly sections: readonly string[]
  readonly words: (section: string) => ReadonlySet<string>
  readonly lines: (section: string) => readonly string[]
  readonly groups: (section: string) => ReadonlyMap<string, readonly string[]>
  /** Groups whose names the schema knows. */
  readonly groupsOf: <Name extends string>(
    section: string,
    name: z.ZodType<Name>,
  ) => ReadonlyMap<Name, readonly string[]>
}

export function wordFile(name: string): WordFile {
  return listFile(`english/${name}`)
}

/** `text` is what the file of `data/` holds; tests give it themselves. */
export function listFile(name: string, text = readFileSync(dataFile(name), 'utf8')): WordFile {
  const sections = parseWordFile(name, text)
  const lines = (section: string): readonly string[] =>
    sections.get(section) ?? fail(name, `has no section [${section}]`)
  const groups = (section: string): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>()
    for (const [group, words] of lines(section).map((line) => groupOf(name, line)))
      found.set(group, [...(found.get(group) ?? []), ...words])
    return found
  }
  return {
    sections: [...sections.keys()],
    lines,
    groups,
    words: (section) => new Set(lines(section).join(' ').split(' ')),
    groupsOf: (section, schema) =>
      new Map(
        [...groups(section)].map(([group, words]) => {
          const known = schema.safeParse(group)
          return [known.success ? known.data : fail(name, `[${section}] knows no group ${group}`), words]
        }),
      ),
  }
}

/** The source of a pattern that matches one of the phrases as whole words; what a list writes in a pattern's signs is kept. */
export function anyOf(phrases: Iterable<string>): string {
  return `\\b(?:${[...phrases].join('|')})\\b`
}

export function parseWordFile(name: string, text: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  const head: string[] = []
  let open: string[] | undefined
  for (const line of text.split('\n').map((item) => item.trim())) {
    if (line.startsWith('#')) head.push(line)
    else if (line.startsWith('[')) {
      const section = line.slice(1, -1)
      if (sections.has(section)) fail(name, `has two sections [${section}]`)
      open = []
      sections.set(section, open)
    } else if (line !== '') (open ?? fail(name, `has a line before its first section: ${line}`)).push(line)
  }
  for (const word of ['Source:', 'Licence:'])
    if (!head.some((line) => line.startsWith(`# ${word}`))) fail(name, `names no "${word}" in its head`)
  for (const [section, lines] of sections) if (lines.length === 0) fail(name, `[${section}] is empty`)
  return sections
}

function groupOf(name: string, line: string): readonly [string, readonly string[]] {
  const at = line.indexOf(': ')
  if (at < 1) fail(name, `has no "name: words" in the line ${line}`)
  return [line.slice(0, at), line.slice(at + 2).split(' ')]
}

function fail(name: string, what: string): never {
  throw new Error(`data/${name} ${what}`)
}
