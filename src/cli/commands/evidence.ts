/** `synoptic evidence`: a zip of what a saved report rests on, and `evidence verify`: whether one holds together. */
import path from 'node:path'
import { evidenceNames, evidenceOf } from '../../evidence/evidence.js'
import { warcRecords, type KeptPage } from '../../evidence/pages.js'
import { verifyEvidence } from '../../evidence/verify.js'
import { generatorOf, version } from '../../generator.js'
import type { Report } from '../../model/report.js'
import { expandSources, ingestSource, type Deps } from '../../pool/pooled.js'
import { sha256 } from '../../text/hash.js'
import { systemReason } from '../../text/system-error.js'
import { readWarc, type WarcRecord } from '../../text/warc.js'
import { isThere, openSavedReport, putInPlace, readUserBytes, readUserFile } from '../files.js'
import type { EvidenceOptions, Run, evidenceOptions } from '../options.js'
import { exitCodes, UsageError, type ExitCode } from '../outcome.js'
import { withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'

export const evidence: Run<typeof evidenceOptions> = async ([first = '', second], options, terminal) => {
  if (first === 'verify' && second !== undefined) return verify(second, options, terminal)
  if (second !== undefined)
    throw new UsageError('Give one report.json; or verify and the zip that is to be checked.')
  return write(first, options, terminal)
}

async function write(file: string, options: EvidenceOptions, terminal: Terminal): Promise<ExitCode> {
  const report = await openSavedReport(file)
  const made = options.now ?? new Date().toISOString()
  const kept = await keptRecords(options.pages ?? path.join(path.dirname(file), evidenceNames.pages), options)
  const again = await withDeps(options, (deps) => filesAgain(report, deps))
  const zip = evidenceOf({
    report,
    json: await readUserFile(file),
    records: [...kept, ...warcRecords(again.pages, `synoptic/${version}`, made)],
    troubles: again.troubles,
    generator: generatorOf({}),
    made,
  })
  const target = options.out ?? path.join(path.dirname(file), 'evidence.zip')
  await putInPlace(target, zip.zip).catch((error: unknown) => {
    throw new UsageError(
      `${target} cannot be written: ${systemReason(error)}. Give another place with --out.`,
    )
  })
  const missing = zip.evidence.articles.filter(({ record }) => record === null)
  for (const { source, why = '' } of missing)
    terminal.warn(`warning: ${source}: the page is not in it: ${why}`)
  await terminal.out(
    options.json
      ? `${JSON.stringify(zip.evidence)}\n`
      : `${target}\nsha256 ${sha256(zip.zip)}\n${zip.evidence.articles.length - missing.length} of ${zip.evidence.articles.length} pages, texts, report and hashes\n`,
  )
  return missing.length > 0 ? exitCodes.partial : exitCodes.complete
}

async function keptRecords(file: string, { pages }: EvidenceOptions): Promise<readonly WarcRecord[]> {
  if (pages === undefined && !(await isThere(file))) return []
  const warc = readWarc(await readUserBytes(file, largest))
  if (warc === null || warc === 'too-large')
    throw new UsageError(
      `${file} is no WARC file that can be read; give the pages.warc that compare --keep wrote.`,
    )
  return warc.records
}

const largest = 500_000_000

/** Files are where they were; what is there now must be what was compared. An address is not asked again. */
async function filesAgain(
  report: Report,
  deps: Deps,
): Promise<{ readonly pages: readonly KeptPage[]; readonly troubles: ReadonlyMap<string, string> }> {
  const pages: KeptPage[] = []
  const troubles = new Map<string, string>()
  for (const { source, sha256: hash } of report.articles) {
    if (hash === null || source === '-') continue
    const [named] = (await expandSources([source], deps)).sources
    if (named?.kind !== 'file') continue
    const page = await ingestSource(named, deps)
    if (page.state === 'lost') troubles.set(source, page.issues[0]?.message ?? 'it could not be read.')
    else if (page.sha256 === hash) pages.push(page)
    else troubles.set(source, 'the file was changed since it was compared.')
  }
  return { pages, troubles }
}

async function verify(file: string, options: EvidenceOptions, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readUserBytes(file, largest)
  const found = verifyEvidence(bytes)
  if (typeof found === 'string')
    throw new UsageError(`${file}: ${found}. Give a zip that npx synoptic evidence wrote.`)
  const holds = found.troubles.length === 0
  const counts = `${found.files} files, ${found.articles} reports, ${found.kept} with their pages`
  await terminal.out(
    options.json
      ? `${JSON.stringify({ holds, sha256: sha256(bytes), ...found })}\n`
      : [
          `${counts}: ${holds ? 'all of it holds.' : 'this does not hold:'}`,
          ...found.troubles.map((trouble) => `  - ${trouble}`),
          `sha256 ${sha256(bytes)}`,
          '',
        ].join('\n'),
  )
  return holds ? exitCodes.complete : exitCodes.nothingComparable
}
