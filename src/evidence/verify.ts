/** Whether a zip of evidence holds together. Never unpacks more than `mostBytes`, or trusts a size that the zip states. */
import { Evidence } from '../model/evidence.js'
import { readSavedReport } from '../report/saved-report.js'
import { sha256 } from '../text/hash.js'
import { unzipped } from '../text/unzipped.js'
import { bodyOf, pagesOf } from '../text/warc-pages.js'
import { readWarc, valueOf, type WarcRecord } from '../text/warc.js'
import { evidenceNames } from './evidence.js'
import { idOf } from './pages.js'

export type Verified = {
  readonly files: number
  readonly articles: number
  readonly kept: number
  readonly troubles: readonly string[]
}

const mostBytes = 500_000_000

/** A sentence where the bytes are no such zip. */
export function verifyEvidence(bytes: Uint8Array): Verified | string {
  const files = unzipped(bytes, mostBytes)
  if (typeof files === 'string') return files
  const manifest = manifestIn(files)
  if (manifest === null) return 'it holds no manifest.json of Synoptic (synoptic/evidence@1)'
  const troubles = [
    ...sumTroubles(files),
    ...fileTroubles(files, manifest),
    ...articleTroubles(files, manifest),
  ]
  return {
    files: files.size,
    articles: manifest.articles.length,
    kept: manifest.articles.filter(({ record }) => record !== null).length,
    troubles,
  }
}

type Files = ReadonlyMap<string, Uint8Array>

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

function manifestIn(files: Files): Evidence | null {
  try {
    return Evidence.parse(JSON.parse(textOf(files.get(evidenceNames.manifest))))
  } catch {
    return null
  }
}

function sumTroubles(files: Files): readonly string[] {
  const listed = new Map(
    textOf(files.get(evidenceNames.sums))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  )
  const here = [...files].filter(([name]) => name !== evidenceNames.sums)
  return [
    ...here.flatMap(([name, bytes]) => {
      const sum = listed.get(name)
      if (sum === undefined) return [`${name} is not in SHA256SUMS.`]
      return sum === sha256(bytes) ? [] : [`${name} is not what SHA256SUMS says: it was changed.`]
    }),
    ...[...listed.keys()]
      .filter((name) => !files.has(name))
      .map((name) => `${name} is in SHA256SUMS and not in the zip.`),
  ]
}

function fileTroubles(files: Files, { files: named }: Evidence): readonly string[] {
  return named.flatMap(({ name, sha256: hash }) => {
    const bytes = files.get(name)
    return bytes && sha256(bytes) === hash ? [] : [`${name} is not what manifest.json says.`]
  })
}

function articleTroubles(files: Files, { articles }: Evidence): readonly string[] {
  const found = readSavedReport(textOf(files.get(evidenceNames.report)))
  if (!found.ok) return [`report.json cannot be read: ${found.trouble}.`]
  const warc = readWarc(files.get(evidenceNames.pages) ?? new Uint8Array())
  if (warc === null || warc === 'too-large' || warc.cut) return ['pages.warc is no whole WARC file.']
  const payloads = new Map(pagesOf(warc.records).map((page) => [idOf(page.record), bodyOf(page)]))
  const reported = new Map(found.report.articles.map((article) => [article.id, article]))
  const missing = [...reported.keys()].filter((id) => !articles.some((article) => article.id === id))
  return [
    ...warc.records.flatMap(blockTroubles),
    ...missing.map((id) => `The article ${id} of the report is not in manifest.json.`),
    ...articles.flatMap((article) => {
      const { id, source, text, textSha256, record } = article
      const told = reported.get(id)
      if (!told) return [`${source}: the report has no article ${id}.`]
      const payload = record === null ? null : payloads.get(record)
      return [
        ...(told.sha256 === article.sha256 ? [] : [`${source}: its hash is another in the report.`]),
        ...(text === null || (textOf(files.get(text)) === told.text && sha256(told.text) === textSha256)
          ? []
          : [`${source}: its text is not the one in the report.`]),
        ...(record === null || (payload && sha256(payload) === article.sha256)
          ? []
          : [`${source}: its page in pages.warc is not the one that the report was made of.`]),
      ]
    }),
  ]
}

function blockTroubles(record: WarcRecord): readonly string[] {
  const digest = valueOf(record.headers, 'warc-block-digest')
  return digest === `sha256:${sha256(record.content)}`
    ? []
    : [`The record ${idOf(record)} is not what its digest says.`]
}
