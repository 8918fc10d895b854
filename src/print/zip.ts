/** A zip archive whose bytes follow from its entries alone: entries in the order given, one fixed time, no extra fields. */
import { zipSync, type Zippable } from 'fflate'

export type ZipEntry = { readonly name: string; readonly content: string | Uint8Array }

/** The first day that zip can say. As local time, since zip has no zone and fflate prints local fields. */
const time = new Date(1980, 0, 1, 12, 0, 0)

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {}
  for (const { name, content } of entries) {
    files[name] = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  }
  return zipSync(files, { mtime: time, level: 6, os: 0, attrs: 0 })
}
