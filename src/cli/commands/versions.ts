/** `synoptic versions`: what changed between two versions of one report, or since the articles of a saved report were compared. */
import { generatorOf } from '../../generator.js'
import { Versions } from '../../model/versions.js'
import { readPage, write } from '../../pool/pooled.js'
import { renderVersions, versionsMarkdown, versionsPage } from '../../print/versions.js'
import { annotatedArticle } from '../../report/saved-report.js'
import { refuseBare, savedReportAt, writeFolder } from '../files.js'
import type { Run, versionsOptions } from '../options.js'
import { exitCodes, UsageError } from '../outcome.js'
import { readSources, withDesk, type Desk } from '../sources.js'
import type { Terminal } from '../terminal.js'

type Two = { readonly old: string; readonly new: string }

export const versions: Run<typeof versionsOptions> = async (names, options, terminal) => {
  if (names.length > 2) throw new UsageError('Give two versions, the older first, or one saved report.json.')
  return withDesk(options, terminal, async (desk) => {
    const found: Versions[] = []
    for (const two of await pairsOf(names, desk)) {
      const job = { as: 'versions', ...two, generator: generatorOf({ zone: options.zone }) } as const
      const written = await write(job, desk)
      if (written.state === 'refused') throw new UsageError(written.reason)
      found.push(Versions.parse(JSON.parse(written.printed)))
      if (options.json) await terminal.out(`${written.printed}\n`)
    }
    if (!options.json) await terminal.out(found.map((one) => renderVersions(one, terminal.width)).join('\n'))
    if (options.out !== undefined) await leave(found, options.out, terminal)
    const compared = found.filter(({ state }) => state === 'compared').length
    if (compared === 0) return exitCodes.nothingComparable
    return compared < found.length ? exitCodes.partial : exitCodes.complete
  })
}

/** Two that were named, or each article of a saved report beside its source as it is now. */
async function pairsOf([old = '', fresh]: readonly string[], desk: Desk): Promise<readonly Two[]> {
  if (fresh !== undefined) return [{ old: await oneArticle(old, desk), new: await oneArticle(fresh, desk) }]
  const report = await savedReportAt(old)
  if (!report)
    throw new UsageError(
      `${old} is no saved report. Give two versions of one article, the older first, or a report.json alone: then each of its articles is read again.`,
    )
  const read = report.articles.filter(({ completeness }) => completeness.state !== 'unreadable')
  refuseBare({ ...report, articles: read })
  const pairs: Two[] = []
  for (const article of read)
    pairs.push({
      old: JSON.stringify(annotatedArticle(article)),
      new: await oneArticle(article.source, desk),
    })
  return pairs
}

async function oneArticle(name: string, desk: Desk): Promise<string> {
  if (storedName.test(name)) return storedArticle(name, desk)
  const { articles } = await readSources([name], desk)
  const [article] = articles
  if (!article || articles.length !== 1)
    throw new UsageError(
      `${name}: a version is one article, and ${articles.length} were found there; name one.`,
    )
  return article.json
}

/** A version that the service keeps, as its pages name it: `stored:` and the hash of its bytes, or the beginning of that. */
const storedName = /^stored:[0-9a-f]{12,64}$/u

async function storedArticle(name: string, { options: { zone }, ...deps }: Desk): Promise<string> {
  const { withStore } = await import('./store.js')
  const page = await withStore((store) => store.storedPage(name.slice('stored:'.length)))
  if (page) return (await readPage(page, deps, { zone })).json
  throw new UsageError(`${name}: the store of the service holds no such version any more, or two.`)
}

async function leave(found: readonly Versions[], folder: string, terminal: Terminal): Promise<void> {
  const files = found.flatMap((one, at) => {
    const name = found.length === 1 ? 'versions' : `versions-${at + 1}`
    return [
      { name: `${name}.html`, content: versionsPage(one) },
      { name: `${name}.md`, content: versionsMarkdown(one) },
      { name: `${name}.json`, content: `${JSON.stringify(one)}\n` },
    ]
  })
  await writeFolder(folder, files, terminal)
}
