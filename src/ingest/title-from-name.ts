/**
 * A folder's name made readable: `moscow-talks/` → `Moscow talks`. A folder that is named for what kind of file it holds
 * (`moscow-talks/html`) gives the name of the folder typed above it.
 *
 * In: the folder as typed. Out: a title, or null where no name says what the event is (`.`, `2025-12`, `html`): then
 * the first report's headline is taken. Never: the name of a folder that was not typed, but for `.` and `..`.
 */
import path from 'node:path'

const containers = new Set(
  'article articles data dataset documents docs download downloads event events file files folder htm html in input inputs news page pages raw report reports saved source sources src text texts tmp txt untitled'.split(
    ' ',
  ),
)

export function titleFromName(folder: string): string | null {
  const typed = path.normalize(folder).split(path.sep).filter(Boolean)
  const names = typed.every((name) => name === '.' || name === '..')
    ? [path.basename(path.resolve(folder))]
    : typed
  for (const name of names.reverse()) {
    const words = name.replace(/[\s_+.-]+/gu, ' ').trim()
    if (containers.has(words.toLowerCase())) continue
    return /\p{L}/u.test(words) ? capitalised(words) : null
  }
  return null
}

function capitalised(words: string): string {
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0x20)
  return first.toUpperCase() + words.slice(first.length)
}
