/**
 * Results of a batch: a file of JSON lines that grows as events finish, and from which a killed batch goes on.
 *
 * Never: rewrites a line. A torn last line, left by a kill, is cut off.
 */
import { appendFile, readFile, truncate } from 'node:fs/promises'
import { z } from 'zod'
import { UsageError } from '../usage-error.js'

export const BatchResult = z.strictObject({
  id: z.string(),
  /** Of the manifest's entry. */
  hash: z.string(),
  state: z.enum(['complete', 'partial', 'nothing-comparable', 'failed']),
  title: z.string().nullable(),
  /** Folder of the report, relative to the batch's; null without a report. */
  folder: z.string().nullable(),
  sources: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  texts: z.int().nonnegative(),
  findings: z.int().nonnegative(),
  /** Findings of the three blocks in front; results of earlier versions lack it and `first`. */
  blocks: z
    .strictObject({
      cannot: z.int().nonnegative(),
      quoted: z.int().nonnegative(),
      told: z.int().nonnegative(),
    })
    .default({ cannot: 0, quoted: 0, told: 0 }),
  /** The sentence that stands first in the report. */
  first: z.string().nullable().default(null),
  /** Why it is not complete, sentences for people. */
  reasons: z.array(z.string()),
  seconds: z.number().nonnegative(),
})
export type BatchResult = z.infer<typeof BatchResult>

export class ResultsFile {
  /** Of the file, made when the first result comes. */
  readonly path: string
  constructor(path: string) {
    this.path = path
  }

  /** Results of an earlier run, the last one of each event. */
  async read(): Promise<Map<string, BatchResult>> {
    const results = new Map<string, BatchResult>()
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    })
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) await truncate(this.path, Buffer.byteLength(whole))
    for (const [index, line] of whole.split('\n').entries()) {
      if (line === '') continue
      const result = resultIn(line)
      if (result === null)
        throw new UsageError(
          `${this.path}, line ${index + 1}: it is no result of a batch of this version; remove the file, or give another folder with --out.`,
        )
      results.set(result.id, result)
    }
    return results
  }

  async append(result: BatchResult): Promise<void> {
    await appendFile(this.path, `${JSON.stringify(BatchResult.parse(result))}\n`)
  }
}

function resultIn(line: string): BatchResult | null {
  try {
    return BatchResult.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
