/** Files that a user names. Replaces none without saying so, deletes nothing, leaves no half a file; what goes wrong is a sentence. */
import type { Stats } from 'node:fs'
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { ReportFile } from '../editions/make.js'
import type { NotesInput } from '../model/notes.js'
import type { Report } from '../model/report.js'
import type { NotesFile } from '../model/source.js'
import { Review } from '../model/review.js'
import { readSavedReport } from '../report/saved-report.js'
import type { Deps } from '../pool/pooled.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { addTo } from '../text/grouped.js'
import { notesIn } from '../text/notes-file.js'
import { firstTrouble, jsonOf } from '../text/parsed.js'
import { errorCode, systemReason } from '../text/system-error.js'
import { UsageError } from './outcome.js'
import type { Terminal } from './terminal.js'

/** A report of 20 long articles has a few megabytes. */
const largest = 256_000_000

export async function readUserFile(file: string): Promise<string> {
  return (await readUserBytes(file)).toString('utf8').replace(/^\ufeff/, '')
}

export async function readUserBytes(file: string, most = largest): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > most) throw new UsageError(`${file} is larger than ${bytesInWords(most)}, and was not read.`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read: ${systemReason(error)}.`)
  }
}

export async function readJson<T>(file: string, schema: z.ZodType<T>, what: string): Promise<T> {
  const value = jsonOf(await readUserFile(file))
  if (value === undefined) throw new UsageError(`${file} is no JSON; ${what} was expected.`)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UsageError(`${file} is not ${what}${firstTrouble(parsed.error)}.`)
}

export async function readNotes(
  { name, location, within }: NotesFile,
  { fetchers }: Pick<Deps, 'fetchers'>,
): Promise<{ readonly text: string; readonly input: NotesInput }> {
  const file = await fetchers.file.fetch(location, within)
  if (file.state === 'failed') throw new UsageError(`${name}: ${file.message}`)
  const text = new TextDecoder().decode(file.bytes)
  const input = notesIn(text)
  if (typeof input === 'string') throw new UsageError(`${name} is ${input}.`)
  return { text, input }
}

/** Reviews of files that each hold one, or those of a service together. */
export async function readReviews(files: readonly string[]): Promise<readonly Review[]> {
  return (await reviewsIn(files)).map(({ review }) => review)
}

export async function reviewsIn(files: readonly string[]) {
  const found: { readonly file: string; readonly review: Review }[] = []
  for (const file of files) {
    const reviews = await readJson(file, Reviews, 'a review exported from the page (synoptic/review@1)')
    found.push(...reviews.map((review) => ({ file, review })))
  }
  return found
}

const Reviews = z.preprocess((value) => [value].flat(), z.array(Review))

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

export function refuseBare({ articles }: Report): void {
  if (articles.some(({ excerpts }) => excerpts !== undefined))
    throw new UsageError('This report was made with --no-text, so what its articles said is not in it.')
}

/** `moscow-talks-report` for the title "Moscow talks": letters and digits of any script, at most 60 characters. */
export function folderNameFor(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/gu, '')
  return `${slug || 'event'}-report`
}

export async function makeFolder(folder: string): Promise<void> {
  // Below a working folder that was deleted, making one with its parents never ends.
  const deleted = !path.isAbsolute(folder) && (await realpath('.').catch(() => null)) === null
  if (deleted)
    throw new UsageError(
      `The folder ${folder} cannot be made: the working folder was deleted. Change to another one (cd), or give a whole path with --out.`,
    )
  await makeWithParents(path.normalize(folder)).catch((error: unknown) => {
    const why = errorCode(error) === 'ENOENT' ? 'no folder can be made there' : systemReason(error)
    throw new UsageError(`The folder ${folder} cannot be made: ${why}. Give another one with --out.`)
  })
}

/** Node’s own way to make the parents too tries for ever in a place such as /proc, which takes no folders. */
async function makeWithParents(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const there = await stat(folder).catch(() => null)
    if (there?.isDirectory() === true) return
    const parent = path.dirname(folder)
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error
    await makeWithParents(parent)
    await mkdir(folder)
  }
}

export async function writeFolder(
  folder: string,
  files: readonly ReportFile[],
  terminal: Pick<Terminal, 'warn'>,
): Promise<void> {
  await makeFolder(folder)
  const replaced: string[] = []
  for (const { name, content } of files) {
    const target = path.join(folder, name)
    if (await isThere(target)) replaced.push(name)
    await putInPlace(target, content)
  }
  if (replaced.length > 0) terminal.warn(`replaced in ${folder}: ${replaced.join(', ')}`)
}

/** Whole or not at all; what goes wrong is told of the file, whose draft is nobody's. */
export async function putInPlace(file: string, content: string | Uint8Array): Promise<void> {
  const draft = draftOf(file)
  try {
    await writeFile(draft, content)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  }
}

const draftOf = (file: string): string => path.join(path.dirname(file), `.${path.basename(file)}.part`)

const mostHeld = 8 * 1024 * 1024

/** Files that grow and come to stand in a folder together, when they are finished; what is held back is bounded. */
export function drafts(folder: string) {
  const begun = new Set<string>()
  const held = new Map<string, string[]>()
  let size = 0
  const flush = async (): Promise<void> => {
    for (const [name, texts] of held) {
      const file = path.join(folder, name)
      // What a run that was stopped has left is written over.
      const flag = begun.has(name) ? 'a' : 'w'
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(draftOf(file), texts.join(''), { flag })
      begun.add(name)
    }
    held.clear()
    size = 0
  }
  return {
    async append(name: string, text: string): Promise<void> {
      addTo(held, name, text)
      size += text.length
      if (size > mostHeld) await flush()
    },
    async finish(): Promise<void> {
      await flush()
      for (const name of begun) await rename(draftOf(path.join(folder, name)), path.join(folder, name))
    },
  }
}

export async function isThere(file: string): Promise<boolean> {
  return (await found(file)) !== null
}

export async function isFile(name: string): Promise<boolean> {
  return (await found(name))?.isFile() ?? false
}

/** What may not be looked at is not taken for missing. */
async function found(name: string): Promise<Stats | null> {
  return stat(name).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null
    throw new UsageError(`${name} cannot be read: ${systemReason(error)}.`)
  })
}

/** The classroom sheet needs two passages to set side by side; without them there are no files of it, and that is said. */
export function warnWithoutSheet(files: readonly ReportFile[], terminal: Pick<Terminal, 'warn'>): void {
  if (!files.some(({ name }) => name.startsWith('classroom-')))
    terminal.warn('No classroom sheet was written: there are no two passages to set side by side.')
}
