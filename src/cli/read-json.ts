/**
 * JSON files that a user names: reviews, audit keys; reports: saved-report.ts.
 *
 * In: a path and a schema. Out: the value. Never: a stack trace for a file that is missing, broken or something else.
 */
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { Review } from '../model/review.js'
import { systemReason } from '../text/system-error.js'
import { UsageError } from './usage-error.js'

/** A report of 20 long articles has a few megabytes. */
const largest = 256 * 1024 * 1024

export async function readUserFile(file: string): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size > largest) throw new UsageError(`${file} is larger than ${largest / 1024 / 1024} MB.`)
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read: ${systemReason(error)}.`)
  }
}

export async function readJson<T>(file: string, schema: z.ZodType<T>, what: string): Promise<T> {
  const text = await readUserFile(file)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`${file} is no JSON; ${what} was expected.`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  throw new UsageError(`${file} is not ${what}${place}: ${issue?.message ?? 'another form'}.`)
}

export async function readReviews(files: readonly string[]): Promise<readonly Review[]> {
  const reviews: Review[] = []
  for (const file of files)
    reviews.push(await readJson(file, Review, 'a review exported from the page (synoptic/review@1)'))
  return reviews
}
