/** `synoptic audit`: a blinded sample of reports to fill in, and error rates from what was filled in, coded twice, or ruled. */
import path from 'node:path'
import { z } from 'zod'
import { codeOf } from '../../editions/coding/codebook.js'
import { otherTexts, sourceGuid } from '../../editions/coding/project.js'
import { codingText, scoreCodings } from '../../editions/coding/score.js'
import { sampler } from '../../editions/coding/sample.js'
import { AuditKey, AuditResult } from '../../model/audit.js'
import { CodingKey, CodingScore } from '../../model/codebook.js'
import { auditOf, type NamedReport } from '../../editions/audit/sample.js'
import { applyReviews } from '../../editions/review/apply.js'
import { auditText, readSheet, ruledAudit, score } from '../../editions/audit/score.js'
import { version } from '../../generator.js'
import { writeJson } from '../../report/json.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import { openSavedReport, readJson, readReviews, readUserFile, writeFolder } from '../files.js'
import { eventOf, openCodebook, openProjects } from './code.js'
import type { Terminal } from '../terminal.js'
import type { AuditOptions, Run, auditOptions } from '../options.js'

export const audit: Run<typeof auditOptions> = async (files, options, terminal) => {
  const { sample, score: filled } = options
  if (sample !== undefined && filled.length === 0) return drawn(files, sample, options, terminal)
  if (filled.length > 0 && sample === undefined && files.length === 0)
    return scoreFilled(filled, options, terminal)
  if (options.review.length > 0 && sample === undefined && filled.length === 0)
    return scoreRulings(files, options, terminal)
  throw new UsageError(
    'Give --sample <number> with reports, --score <file> with --key <file>, or --review <file> with the report.',
  )
}

async function drawn(
  files: readonly string[],
  size: number,
  { codebook, seed, out = 'audit' }: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('Give the report.json files to draw from.')
  const sample =
    codebook === undefined
      ? await findingsAndCells(files, size, seed)
      : await codedThings(files, size, seed, codebook)
  if (typeof sample === 'number')
    throw new UsageError(
      `--sample must be at least ${sample}: one for each kind of finding and cell in these reports, or for each code and one without.`,
    )
  if (sample.key.items.length === 0) {
    terminal.warn(
      codebook === undefined
        ? 'Nothing to judge: the reports have no findings and no cells.'
        : 'Nothing to code: the reports hold no texts, or nothing that a code applies to.',
    )
    return exitCodes.nothingComparable
  }
  await writeFolder(out, sample.files, terminal)
  const written = sample.files.map(({ name }) => path.join(out, name))
  await terminal.out(`${[...sample.lines, ...written].join('\n')}\n`)
  return exitCodes.complete
}

/** For double coding: a report at a time, since there may be thousands. */
async function codedThings(files: readonly string[], size: number, seed: string, codebook: string) {
  const { add, draw } = sampler(await openCodebook(codebook), size, seed, `synoptic ${version}`)
  for (const name of files) add(eventOf(name), await openSavedReport(name))
  return draw()
}

async function findingsAndCells(files: readonly string[], size: number, seed: string) {
  const named: NamedReport[] = []
  for (const file of files) named.push({ file, report: await openSavedReport(file) })
  const bare = named.find(({ report }) => report.articles.some((article) => article.excerpts !== undefined))
  if (bare)
    throw new UsageError(`${bare.file} was made with --no-text; whoever judges needs the articles’ texts.`)
  return auditOf(named, size, seed)
}

/** What people ruled on a report is no sample of it; what they chose to rule on is said. */
async function scoreRulings(
  files: readonly string[],
  { review, json }: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [file] = files
  if (file === undefined || files.length > 1)
    throw new UsageError('Give the one report.json that the reviews are of.')
  const report = applyReviews(await openSavedReport(file), await readReviews(review))
  const result = ruledAudit([report])
  if (result.items === 0) {
    terminal.warn('No ruling is on a finding of this report.')
    return exitCodes.nothingComparable
  }
  const all = report.findings.length
  if (result.items < all)
    terminal.warn(
      `${result.items} of ${all} findings were ruled on, by choice: intervals hold where that was no choice by kind.`,
    )
  await terminal.out(json ? `${writeJson(AuditResult, result)}\n` : auditText(result))
  return exitCodes.complete
}

const Key = z.discriminatedUnion('schema', [AuditKey, CodingKey])

async function scoreFilled(
  files: readonly string[],
  { key: keyFile, json }: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (keyFile === undefined)
    throw new UsageError('--score needs the key that was written beside what was filled in: --key <file>.')
  const what = 'the key of an audit (synoptic/audit-key@1, synoptic/coding-key@1)'
  const key = await readJson(keyFile, Key, what)
  if (key.schema === 'synoptic/coding-key@1') return scoreProjects(files, key, json, terminal)
  const [file = '', another] = files
  if (another !== undefined) throw new UsageError('A sheet is scored alone: give --score once.')
  const sheet = readSheet(await readUserFile(file), key)
  if (!sheet.ok) throw new UsageError(`${file} cannot be scored: ${sheet.problem}.`)
  if (sheet.missing > 0)
    terminal.warn(`${sheet.missing} rows of the sample are missing from ${file}; they count as open.`)
  const result = score(key, sheet.answers)
  await terminal.out(json ? `${writeJson(AuditResult, result)}\n` : auditText(result))
  return exitCodes.complete
}

async function scoreProjects(
  files: readonly string[],
  key: CodingKey,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const codes = key.codes.map(({ id, name, applies }) =>
    codeOf(name.split(' / ').at(-1) ?? name, null, { id, name, applies }),
  )
  const projects = await openProjects(files, { codes })
  const known = new Set(key.items.map(({ text }) => text))
  const guids = new Set(key.items.map(({ article }) => sourceGuid({ id: article })))
  for (const project of projects) {
    const troubles = [...project.troubles, ...otherTexts(project, known, guids)]
    if (troubles.length > 0) throw new UsageError(`${project.file} cannot be scored: ${troubles.join(' ')}`)
    if (project.codings.length === 0) throw new UsageError(`${project.file}: nobody has coded in it.`)
  }
  const result = scoreCodings(key, projects)
  await terminal.out(json ? `${writeJson(CodingScore, result)}\n` : codingText(result))
  return exitCodes.complete
}
