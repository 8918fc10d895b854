/** Evidence: one zip that opens without this program: pages as they were read, texts, report, hashes; no page that is not the report's. */
import { Evidence, type EvidenceArticle } from '../model/evidence.js'
import type { Generator, InspectedArticle, Report } from '../model/report.js'
import { zip, type ZipEntry } from '../print/xml.js'
import { sha256 } from '../text/hash.js'
import { bodyOf, pagesOf } from '../text/warc-pages.js'
import { writeWarc, type WarcRecord } from '../text/warc.js'
import { idOf } from './pages.js'

export type EvidenceInput = {
  readonly report: Report
  readonly json: string
  readonly records: readonly WarcRecord[]
  /** Why a source of the report could not be read again, by its name. */
  readonly troubles: ReadonlyMap<string, string>
  readonly generator: Generator
  readonly made: string
}
export type MadeEvidence = { readonly zip: Uint8Array; readonly evidence: Evidence }

export const evidenceNames = {
  sums: 'SHA256SUMS',
  manifest: 'manifest.json',
  report: 'report.json',
  pages: 'pages.warc',
} as const

export function evidenceOf(input: EvidenceInput): MadeEvidence {
  const { report, json, records, troubles, generator, made } = input
  const bySha = new Map(
    pagesOf(records).flatMap((page) => {
      const body = bodyOf(page)
      return body ? [[sha256(body), idOf(page.record)] as const] : []
    }),
  )
  const texts: ZipEntry[] = []
  const articles = report.articles.map((article, at): EvidenceArticle => {
    const record = (article.sha256 === null ? undefined : bySha.get(article.sha256)) ?? null
    const name = `texts/${String(at + 1).padStart(2, '0')}-${slug(article)}.txt`
    const isThere = article.excerpts === undefined && article.text !== ''
    if (isThere) texts.push({ name, content: article.text })
    const { id, source, url, outlet, fetchedAt, sha256: hash } = article
    return {
      ...{ id, source, url, outlet: outlet.name, fetchedAt, sha256: hash },
      text: isThere ? name : null,
      textSha256: isThere ? sha256(article.text) : null,
      record,
      ...(record === null && {
        why: troubles.get(source) ?? 'its bytes were not kept; compare with --keep next time.',
      }),
    }
  })
  const wanted = new Set(articles.flatMap(({ record }) => record ?? []))
  const kept = records.filter((record) => isWanted(record, wanted))
  const entries: readonly ZipEntry[] = [
    { name: evidenceNames.report, content: json },
    ...texts,
    { name: evidenceNames.pages, content: writeWarc(kept) },
    { name: 'README.txt', content: readme },
  ]
  const files = entries.map(({ name, content }) => {
    const bytes = Buffer.from(content)
    return { name, bytes: bytes.length, sha256: sha256(bytes) }
  })
  const evidence: Evidence = { schema: 'synoptic/evidence@1', made, generator, articles, files }
  const manifest = `${JSON.stringify(Evidence.parse(evidence), null, 1)}\n`
  const all = [...files, { name: evidenceNames.manifest, sha256: sha256(manifest) }]
  return {
    evidence,
    zip: zip([
      ...entries,
      { name: evidenceNames.manifest, content: manifest },
      { name: evidenceNames.sums, content: all.map((file) => `${file.sha256}  ${file.name}\n`).join('') },
    ]),
  }
}

/** What the records are of, the pages that the report rests on, and what was asked for them. */
function isWanted(record: WarcRecord, wanted: ReadonlySet<string>): boolean {
  const about = record.headers.find(([name]) => name === 'WARC-Concurrent-To')?.[1]
  return record.type === 'warcinfo' || wanted.has(idOf(record)) || (about !== undefined && wanted.has(about))
}

function slug({ outlet, id }: InspectedArticle): string {
  const name = outlet.name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 40)
  return name.replace(/^-|-$/gu, '') || id
}

const readme = `What this archive holds

  report.json     the comparison, as Synoptic wrote it
  texts/          the text of each report as it was read; all places in report.json count UTF-16 code units in it
  pages.warc      the pages as they were fetched or read, with request and answer, as a WARC 1.1 file (ISO 28500), without cookies
  manifest.json   which text and which record belongs to which report, and when it was fetched
  SHA256SUMS      the SHA-256 of each file

To check the files:   sha256sum -c SHA256SUMS
To check all of it:   npx synoptic evidence verify <this file>
To read the pages:    any program for WARC files, such as ReplayWeb.page

Pages are kept unpacked; fields of the answer that said how they were packed are named x-archive-orig-….
The hashes show that nothing in the archive was changed since it was made. They do not show when it was made: have the SHA-256
of the archive itself stamped by somebody whom others trust, on the day you make it.
`
