/** Opens a saved report.json. What is no report is wrong usage: the message says what is wrong with it. */
import type { Report } from '../model/report.js'
import { readSavedReport } from '../report/saved-report.js'
import { readUserFile } from './read-json.js'
import { UsageError } from './usage-error.js'

export async function openSavedReport(file: string): Promise<Report> {
  const found = readSavedReport(await readUserFile(file))
  if (!found.ok)
    throw new UsageError(`${file}: ${found.trouble}. Give a report.json that npx synoptic compare wrote.`)
  return found.report
}

/** Null where the file holds no report, or is larger than one: then it is a source as any other. */
export async function savedReportAt(file: string): Promise<Report | null> {
  if (!file.endsWith('.json')) return null
  const text = await readUserFile(file).catch(() => null)
  if (text === null || !/"schema"\s*:\s*"synoptic\/report@/u.test(text.slice(0, 2_000))) return null
  const found = readSavedReport(text)
  if (!found.ok) throw new UsageError(`${file}: ${found.trouble}.`)
  return found.report
}
