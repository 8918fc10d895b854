/** Reads gold packs. In: their folder. Out: rows. Never writes there; no gold text is kept in this repository. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The rows are what the pack's own description says they are. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast with a name
export function jsonLines<Row>(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

/** Folders below `gold` that hold the part, as paths from there (`alignment/ecbplus`). */
export function packsWith(gold: string, part: string): readonly string[] {
  const found: string[] = []
  const look = (at: string, depth: number): void => {
    if (depth > 2) return
    for (const entry of readdirSync(path.join(gold, at), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue
      if (entry.name === part) found.push(at)
      else look(path.join(at, entry.name), depth + 1)
    }
  }
  look('', 0)
  return found.sort()
}

export function has(gold: string, ...parts: readonly string[]): boolean {
  return existsSync(path.join(gold, ...parts))
}

/** Writes texts where the program can read them, lets `use` work on the paths, and removes them. */
export async function withFiles<Result>(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  use: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-eval-'))
  try {
    const paths = files.map(([name, content]) => {
      const file = path.join(folder, name)
      writeFileSync(file, content)
      return file
    })
    return await use(paths)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
