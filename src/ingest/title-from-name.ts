/** A folder's name made readable: `moscow-talks/` → `Moscow talks`; null where the name holds no letter (`.`, `2025-12`). */
import path from 'node:path'

export function titleFromName(folder: string): string | null {
  const words = path
    .basename(path.resolve(folder))
    .replace(/[\s_+.-]+/gu, ' ')
    .trim()
  if (!/\p{L}/u.test(words)) return null
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0x20)
  return first.toUpperCase() + words.slice(first.length)
}
