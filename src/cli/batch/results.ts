/**
 * Results of a batch: a file of JSON lines that grows as events finish, and from which a killed batch goes on.
 *
 * Never: rewrites a line. A torn last line, left by a kill, is cut off.
 */
import { appendFile, readFile, truncate } from 'node:fs/promises'
import { BatchResult } from '../../model/batch-result.js'
import { UsageError } from '../usage-error.js'

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
