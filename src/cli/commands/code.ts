/** `synoptic code`: a codebook of the user's own applied to saved reports, with what people coded in their own program. */
import path from 'node:path'
import { codingsOf, type Coding, codingColumns } from '../../editions/coding/apply.js'
import { codeElements, qdc, readCodebook } from '../../editions/coding/codebook.js'
import {
  originOf,
  otherTexts,
  plainText,
  projectFile,
  readProject,
  sourceGuid,
  type ReadProject,
  type Selection,
  type Source,
} from '../../editions/coding/project.js'
import { marks } from '../../editions/coding/sample.js'
import { csvOf, csvRows } from '../../editions/tables/table.js'
import type { Codebook } from '../../model/codebook.js'
import { kept } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { hull } from '../../text/spans.js'
import { openSavedReport, readUserBytes, writeFolder } from '../files.js'
import type { codeOptions, Run } from '../options.js'
import { exitCodes, UsageError } from '../outcome.js'

export const code: Run<typeof codeOptions> = async (files, options, terminal) => {
  if (files.length === 0) throw new UsageError('Give the report.json files to code.')
  const codebook = await openCodebook(options.codebook)
  const projects = await openProjects(options.codings, codebook)
  const hands = projects.flatMap(({ codings }) => codings)
  let csv = csvOf(codingColumns, [])
  const given = new Map<string, number>()
  const sources = new Map<string, Source & { selections: Selection[] }>()
  const [texts, guids] = [new Set<string>(), new Set<string>()]
  for (const file of files) {
    const event = eventOf(file)
    const { articles, ...report } = await openSavedReport(file)
    const codings = codingsOf({ articles, ...report }, codebook, hands)
    const outlets = new Map(articles.map(({ id, outlet }) => [id, outlet.name]))
    const rows = codings.map((one) => ({ ...one, event, outlet: outlets.get(one.article.id) ?? '' }))
    csv += csvRows(codingColumns, rows)
    for (const { code: of, by } of codings)
      given.set(`${of.name}, by ${by}`, (given.get(`${of.name}, by ${by}`) ?? 0) + 1)
    for (const article of articles.filter(({ text }) => text !== '')) {
      texts.add(sha256(plainText(article.text)))
      guids.add(sourceGuid(article))
      const name = `${event}: ${article.outlet.name || article.source}`
      const source = kept(sources, article.id, () => ({ article: originOf(article), name, selections: [] }))
      source.selections.push(...selectionsOf(event, codings, article.id))
    }
  }
  const troubles = projects.flatMap((project) =>
    [...project.troubles, ...otherTexts(project, texts, guids)].map(
      (trouble) => `${project.file}: ${trouble}`,
    ),
  )
  for (const trouble of troubles) terminal.warn(`warning: ${trouble}`)
  const made = [
    { name: 'codings.csv', content: csv },
    { name: 'codebook.qdc', content: qdc(codebook) },
    {
      name: 'project.qdpx',
      content: projectFile({
        name: codebook.name,
        origin: 'Synoptic',
        description: `Texts of ${files.length} events. What Synoptic coded follows the rules of the codebook: check it, add to it, give the file back with --codings.`,
        users: [],
        codes: codeElements(codebook.codes),
        isBlind: false,
        sources: [...sources.values()],
      }),
    },
  ]
  const folder = options.out ?? 'coded'
  await writeFolder(folder, made, terminal)
  await terminal.out(
    [
      ...[...given].sort().map(([name, number]) => `${name}: ${number}`),
      ...made.map(({ name }) => path.join(folder, name)),
      '',
    ].join('\n'),
  )
  if (troubles.length > 0) return exitCodes.partial
  return given.size === 0 ? exitCodes.nothingComparable : exitCodes.complete
}

/** `strike` of `reports/strike/report.json`. */
export const eventOf = (file: string): string => path.basename(path.dirname(path.resolve(file)))

export async function openCodebook(file: string): Promise<Codebook> {
  const found = readCodebook(await readUserBytes(file), path.basename(file))
  if (typeof found === 'string')
    throw new UsageError(`${file}: ${found}. Give a codebook in YAML, or a .qdc of a QDA program.`)
  return found
}

export async function openProjects(
  files: readonly string[],
  { codes }: Pick<Codebook, 'codes'>,
): Promise<ReadProject[]> {
  const found: ReadProject[] = []
  for (const file of files) {
    const known = [...codes, ...Object.values(marks)]
    const project = readProject(await readUserBytes(file), path.basename(file), known)
    if (typeof project === 'string') throw new UsageError(`${file}: ${project}.`)
    found.push(project)
  }
  return found
}

/** A selection for each passage that rules gave a code, with all its codes. */
function selectionsOf(event: string, codings: readonly Coding[], articleId: string): readonly Selection[] {
  const found = new Map<string, Selection & { codes: string[] }>()
  for (const { article, by, kind, thing, code: given, spans, shown } of codings) {
    const place = hull(spans)
    if (article.id !== articleId || by !== 'rule' || !place) continue
    const selection = kept(found, [kind, thing, place.start, place.end].join(' '), () => ({
      ...place,
      key: [event, kind, thing, articleId, String(place.start)],
      name: kind,
      description: shown.join('; '),
      codes: [],
    }))
    selection.codes.push(given.id)
  }
  return [...found.values()]
}
