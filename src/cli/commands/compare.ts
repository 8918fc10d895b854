/**
 * `synoptic compare`: several reports of one event to one comparison. Prints a summary and writes the report's files;
 * with `--json` prints the Report and writes files only where `--out` says. Where there is nothing to compare, it prints
 * what was read of each source instead. With `--why` prints why one finding was made
 * and writes nothing.
 */
import type { ReportSummary } from '../../model/pool-job.js'
import type { RawPage } from '../../model/raw-page.js'
import type { Review } from '../../model/review.js'
import { write, type Deps } from '../../pool/pooled.js'
import { generatorOf, version } from '../../generator.js'
import { usualForms } from '../../editions/forms.js'
import { exitCodeOf, UsageError } from '../outcome.js'
import { folderNameFor, writeFolder, warnWithoutSheet } from '../files.js'
import { comparedWithNotes, readerNamed, type Noted } from '../reading.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { CompareOptions, Run, compareOptions } from '../options.js'

// What only some options need is loaded where they are given: a comparison starts faster.

export const compare: Run<typeof compareOptions> = async (names, options, terminal) => {
  if (options.keep && options.json && options.out === undefined)
    throw new UsageError('--keep writes a file beside the report: with --json, say where with --out.')
  const reviews = await reviewsOf(options)
  const [only] = names
  if (options.why !== undefined && only !== undefined && names.length === 1) {
    const summary = await explainSaved(only, { ...options, finding: options.why }, terminal)
    if (summary) return exitCodeOf(summary)
  }
  return withDeps(options, async (deps) => {
    const pages: RawPage[] = []
    const compared = await comparison(names, options, terminal, deps, pages)
    const { summary, json } = compared
    if (summary.nothingComparable && !options.json && options.why === undefined) {
      const { leaveInspection } = await import('./inspect.js')
      await leaveInspection(json, options, terminal)
    } else {
      await leave(compared, reviews, options, terminal, deps)
      const folder = folderOf(options, summary)
      if (options.keep && folder !== null) await leavePages(pages, folder, options, terminal)
    }
    return exitCodeOf(summary)
  })
}

/** A saved report is explained as it is; null where the file holds none: then it is a source as any other. */
async function explainSaved(
  file: string,
  { finding, json }: { readonly finding: string; readonly json: boolean },
  terminal: Terminal,
): Promise<ReportSummary | null> {
  const { savedReportAt } = await import('../files.js')
  const saved = await savedReportAt(file)
  if (!saved) return null
  const { ruleOf } = await import('../../pipeline.js')
  const { explained } = await import('../../editions/why.js')
  const { summaryOf } = await import('../../editions/summary.js')
  const found = explained(saved, { finding, json, width: terminal.width }, ruleOf)
  if (!found.ok) throw new UsageError(found.reason)
  await terminal.out(found.text)
  return summaryOf(saved)
}

async function reviewsOf({ review }: CompareOptions): Promise<readonly Review[]> {
  return review.length === 0 ? [] : (await import('../files.js')).readReviews(review)
}

async function comparison(
  names: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
  deps: Deps,
  pages: RawPage[],
): Promise<Noted> {
  const second = options.notes === undefined ? await readerNamed(options, terminal) : null
  const {
    title,
    notes: named,
    articles,
    issues,
  } = await readSources(names, options, terminal, deps, {
    // The summary tells what could not be read.
    warn: options.json || options.why !== undefined,
    ...(options.keep && { keep: (page: RawPage) => pages.push(page) }),
  })
  const reference =
    options.reference === undefined
      ? null
      : await (await import('../sources.js')).readReference(options.reference, options, terminal, deps)
  const given = options.notes === undefined ? named : { name: options.notes, location: options.notes }
  terminal.progress('comparing')
  return comparedWithNotes(
    {
      title: options.title ?? title,
      articles,
      issues,
      generator: generatorOf({ zone: options.zone, text: options.text }),
      reference,
      notes: given ?? null,
      second,
      folder: (summary) => folderOf(options, summary),
    },
    deps,
  )
}

/** The pages as they were fetched, for `evidence`. */
async function leavePages(
  pages: readonly RawPage[],
  folder: string,
  { now }: CompareOptions,
  terminal: Terminal,
): Promise<void> {
  const [{ warcRecords }, { writeWarc }] = await Promise.all([
    import('../../evidence/pages.js'),
    import('../../text/warc.js'),
  ])
  const read = pages.filter((page) => page.state === 'read')
  const made = now ?? new Date().toISOString()
  const content = writeWarc(warcRecords(read, `synoptic/${version}`, made))
  await writeFolder(folder, [{ name: 'pages.warc', content }], terminal)
}

function folderOf(
  { why, out, json }: Pick<CompareOptions, 'why' | 'out' | 'json'>,
  { title }: ReportSummary,
): string | null {
  return why === undefined ? (out ?? (json ? null : folderNameFor(title))) : null
}

/** Writes the files and prints what was asked for. */
async function leave(
  { json: report, summary, notesFile, issues }: Noted,
  reviews: readonly Review[],
  options: CompareOptions,
  terminal: Terminal,
  deps: Deps,
): Promise<void> {
  const { json, why } = options
  const { width, colour } = terminal
  const also = options.classroom ? [...options.also, 'classroom' as const] : options.also
  const folder = folderOf(options, summary)
  const print =
    why !== undefined
      ? ({ as: 'why', finding: why, json, width } as const)
      : json
        ? ({ as: 'json' } as const)
        : ({ as: 'summary', width, colour, folder, full: options.full } as const)
  const forms = folder === null ? [] : [...usualForms, ...also]
  const job = { as: 'files', report, issues, reviews, withoutText: !options.text, forms, print } as const
  const written = await write(job, deps)
  if (written.state === 'refused') throw new UsageError(written.reason)
  const notes = notesFile === null || !options.text ? [] : [{ name: 'notes.json', content: notesFile }]
  if (folder !== null) await writeFolder(folder, [...written.files, ...notes], terminal)
  if (folder !== null && also.includes('classroom')) warnWithoutSheet(written.files, terminal)
  await terminal.out(written.printed)
}
