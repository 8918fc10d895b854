/**
 * Writes the sections of a list in data/english/; its head, which names source and licence, stays as it stands there.
 * In: the file's name, sections with their lines. Out: the file.
 */
import { readFileSync, writeFileSync } from 'node:fs'

export function writeSections(name, sections) {
  const file = new URL(`../data/english/${name}`, import.meta.url)
  const head = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'))
  const body = Object.entries(sections).map(([section, lines]) => `\n[${section}]\n${lines.join('\n')}\n`)
  writeFileSync(file, `${head.join('\n')}\n${body.join('')}`)
}

/** Words in lines of at most so many characters. */
export function wrapped(words, width = 116) {
  const lines = ['']
  for (const word of words) {
    if (lines.at(-1).length + word.length + 1 > width) lines.push('')
    lines.push(`${lines.pop()} ${word}`.trim())
  }
  return lines
}
