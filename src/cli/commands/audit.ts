/**
 * `synoptic audit`: a blinded sample of reports as a sheet to fill in (`--sample`), and error rates from the filled
 * sheet (`--score` with `--key`).
 */
import path from 'node:path'
import { AuditKey, AuditResult } from '../../model/audit.js'
import { auditFiles, strataIn, type NamedReport } from '../../editions/audit/sample.js'
import { auditText, readSheet, score } from '../../editions/audit/score.js'
import { writeJson } from '../../report/json.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import { openSavedReport, readJson, readUserFile, writeFolder } from '../files.js'
import type { Terminal } from '../terminal.js'
import type { AuditOptions, Run, auditOptions } from '../options.js'

export const audit: Run<typeof auditOptions> = async (files, options, terminal) => {
  const { sample, score: sheet } = options
  if (sample !== undefined && sheet === undefined) return drawSample(files, sample, options, terminal)
  if (sheet !== undefined && sample === undefined && files.length === 0)
    return scoreSheet(sheet, options, terminal)
  throw new UsageError('Give --sample <number> with reports, or --score <sheet> with --key <file>.')
}

async function drawSample(
  files: readonly string[],
  size: number,
  { seed, out = 'audit' }: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('Give the report.json files to draw from.')
  const named: NamedReport[] = []
  for (const file of files) named.push({ file, report: await openSavedReport(file) })
  const bare = named.find(({ report }) => report.articles.some((article) => article.excerpts !== undefined))
  if (bare)
    throw new UsageError(`${bare.file} was made with --no-text; whoever judges needs the articles’ texts.`)
  const strata = strataIn(named.map(({ report }) => report))
  if (strata === 0) {
    terminal.warn('Nothing to judge: the reports have no findings and no cells.')
    return exitCodes.nothingComparable
  }
  if (size < strata)
    throw new UsageError(
      `--sample must be at least ${strata}: one for each kind of finding and cell in these reports.`,
    )
  const made = auditFiles(named, size, seed)
  await writeFolder(out, made.files, terminal)
  await terminal.out(
    [
      ...made.strata.map(({ stratum, size: all, sampled }) => `${stratum}: ${sampled} of ${all}`),
      ...made.files.map(({ name }) => path.join(out, name)),
    ].join('\n') + '\n',
  )
  return exitCodes.complete
}

async function scoreSheet(
  file: string,
  { key: keyFile, json }: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (keyFile === undefined)
    throw new UsageError('--score needs the key that was written beside the sheet: --key <file>.')
  const key = await readJson(keyFile, AuditKey, 'the key of an audit (synoptic/audit-key@1)')
  const sheet = readSheet(await readUserFile(file), key)
  if (!sheet.ok) throw new UsageError(`${file} cannot be scored: ${sheet.problem}.`)
  if (sheet.missing > 0)
    terminal.warn(`${sheet.missing} rows of the sample are missing from ${file}; they count as open.`)
  const result = score(key, sheet.answers)
  await terminal.out(json ? `${writeJson(AuditResult, result)}\n` : auditText(result))
  return exitCodes.complete
}
