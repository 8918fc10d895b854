/** `synoptic compare`: reports of one event to one comparison; where there is nothing to compare, what was read of each source. */
import type { ReportSummary } from '../../model/pool-job.js'
import type { RawPage } from '../../model/raw-page.js'
import type { Report } from '../../model/report.js'
import type { Review } from '../../model/review.js'
import { write } from '../../pool/pooled.js'
import { generatorOf, version } from '../../generator.js'
import { usualForms } from '../../editions/forms.js'
import { exitCodeOf, UsageError, type ExitCode } from '../outcome.js'
import { folderNameFor, readReviews, savedReportAt, writeFolder, warnWithoutSheet } from '../files.js'
import { comparedWithNotes, readerNamed, type Noted } from '../reading.js'
import { readReference, readSources, withDesk, type Desk } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { CompareOptions, Run, compareOptions } from '../options.js'

// What only some options need is loaded where they are given: a comparison starts faster.

export const compare: Run<typeof compareOptions> = async (names, options, terminal) => {
  const { json, out, keep, why } = options
  if (keep && json && out === undefined)
    throw new UsageError('--keep writes a file beside the report: with --json, say where with --out.')
  const reviews = await readReviews(options.review)
  const [only] = names
  // A file that holds no saved report is a source as any other.
  const saved =
    why !== undefined && only !== undefined && names.length === 1 ? await savedReportAt(only) : null
  if (why !== undefined && saved) return explainSaved(saved, { finding: why, json }, terminal)
  return withDesk(options, terminal, async (desk) => {
    const pages: RawPage[] = []
    const compared = await comparison(names, desk, pages)
    const { summary } = compared
    if (summary.nothingComparable && !json && why === undefined) {
      const { leaveInspection } = await import('./inspect.js')
      await leaveInspection(compared.json, options, terminal)
    } else {
      const folder = folderOf(options, summary)
      await leave(compared, reviews, folder, desk)
      if (keep && folder !== null) await leavePages(pages, folder, desk)
    }
    return exitCodeOf(summary)
  })
}

async function explainSaved(
  saved: Report,
  asked: { readonly finding: string; readonly json: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { ruleOf } = await import('../../pipeline.js')
  const { explained } = await import('../../editions/why.js')
  const { summaryOf } = await import('../../editions/summary.js')
  const found = explained(saved, { ...asked, width: terminal.width }, ruleOf)
  if (!found.ok) throw new UsageError(found.reason)
  await terminal.out(found.text)
  return exitCodeOf(summaryOf(saved))
}

async function comparison(
  names: readonly string[],
  desk: Desk<CompareOptions>,
  pages: RawPage[],
): Promise<Noted> {
  const { options, terminal } = desk
  const given = options.notes === undefined ? null : { name: options.notes, location: options.notes }
  const second = given ? null : await readerNamed(options, terminal)
  const { title, notes, articles, issues } = await readSources(names, desk, {
    // The summary tells what could not be read.
    warn: options.json || options.why !== undefined,
    ...(options.keep && { keep: (page: RawPage) => pages.push(page) }),
  })
  const reference = options.reference === undefined ? null : await readReference(options.reference, desk)
  terminal.progress('comparing')
  const event = {
    ...{ title: options.title ?? title, articles, issues, reference, second, notes: given ?? notes ?? null },
    generator: generatorOf({ zone: options.zone, text: options.text }),
    folder: (summary: ReportSummary) => folderOf(options, summary),
  }
  return comparedWithNotes(event, desk)
}

async function leavePages(
  pages: readonly RawPage[],
  folder: string,
  { options, terminal }: Desk,
): Promise<void> {
  const [{ warcRecords }, { writeWarc }] = await Promise.all([
    import('../../evidence/pages.js'),
    import('../../text/warc.js'),
  ])
  const read = pages.filter((page) => page.state === 'read')
  const made = options.now ?? new Date().toISOString()
  const content = writeWarc(warcRecords(read, `synoptic/${version}`, made))
  await writeFolder(folder, [{ name: 'pages.warc', content }], terminal)
}

function folderOf({ why, out, json }: CompareOptions, { title }: ReportSummary): string | null {
  return why === undefined ? (out ?? (json ? null : folderNameFor(title))) : null
}

async function leave(
  { json: report, notesFile, issues }: Noted,
  reviews: readonly Review[],
  folder: string | null,
  { options, terminal, ...deps }: Desk<CompareOptions>,
): Promise<void> {
  const { json, why, full, text } = options
  const { width, colour } = terminal
  const also = options.classroom ? [...options.also, 'classroom' as const] : options.also
  const print =
    why !== undefined
      ? ({ as: 'why', finding: why, json, width } as const)
      : json
        ? ({ as: 'json' } as const)
        : ({ as: 'summary', width, colour, folder, full } as const)
  const forms = folder === null ? [] : [...usualForms, ...also]
  const job = { as: 'files', report, issues, reviews, withoutText: !text, forms, print } as const
  const written = await write(job, deps)
  if (written.state === 'refused') throw new UsageError(written.reason)
  const notes = notesFile === null || !text ? [] : [{ name: 'notes.json', content: notesFile }]
  if (folder !== null) await writeFolder(folder, [...written.files, ...notes], terminal)
  if (folder !== null && also.includes('classroom')) warnWithoutSheet(written.files, terminal)
  await terminal.out(written.printed)
}
