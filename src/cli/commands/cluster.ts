/** `synoptic cluster`: many reports to the stories they are of; what a person ruled in decisions.csv is kept. */
import path from 'node:path'
import type { StoryText } from '../../model/story.js'
import {
  expandSources,
  groupIntoStories,
  openArchive,
  rulingsOf,
  skimPage,
  skimSource,
  type Deps,
} from '../../pool/pooled.js'
import { count } from '../../print/words.js'
import { contentId } from '../../text/hash.js'
import { expandItem } from '../batch/event.js'
import { makeFolder } from '../files.js'
import type { Run, clusterOptions } from '../options.js'
import { exitCodes, UsageError } from '../outcome.js'
import { inOrder, warnOf, withDeps } from '../sources.js'
import {
  listedSources,
  readDecisions,
  writeDecisions,
  writeStories,
  type Decisions,
  type NamedStory,
} from '../stories.js'
import type { Terminal } from '../terminal.js'

export const cluster: Run<typeof clusterOptions> = async ([name = ''], options, terminal) => {
  const { out, json } = options
  if (out === undefined && !json)
    throw new UsageError('Give --out <folder> for event files, or --json for a line a report.')
  if (out !== undefined) await makeFolder(out)
  const file = options.decisions ?? (out === undefined ? null : path.join(out, 'decisions.csv'))
  const decisions: Decisions =
    file === null ? { rulings: [], kept: [], troubles: [] } : await readDecisions(file)
  const warn = (line: string): void => {
    if (!options.quiet) terminal.warn(line)
  }
  for (const trouble of decisions.troubles) warn(`warning: ${trouble}`)

  const { sources, texts, lost, pages } = await withDeps(options, (deps) => read(name, deps, terminal, warn))
  for (const { unreadable } of texts) if (unreadable !== null) warn(`error: ${unreadable}`)
  const foreign = texts.filter(
    ({ language, unreadable }) => unreadable === null && language !== 'en' && language !== 'und',
  ).length
  if (foreign > 0)
    warn(
      `warning: ${foreign === 1 ? '1 report is' : `${foreign} reports are`} not in English; each stands alone but for its copies.`,
    )

  const rulings = rulingsOf(decisions.rulings)
  for (const refused of rulings.refused)
    warn(
      `warning: ${refused.source} ${refused.ruling} ${refused.with}: an earlier ruling says otherwise; it stands.`,
    )
  const unknown = decisions.rulings.filter((row) => !sources.has(row.source) || !sources.has(row.with)).length
  if (unknown > 0) warn(`${unknown} rulings name a report that is not here; they are kept.`)
  const grouped = groupIntoStories(texts, rulings, (done) => {
    if (done % 500 === 0) terminal.progress(`grouped ${done} of ${texts.length}`)
  })
  const stories = named(grouped.stories.map(({ members }) => members))
  if (file !== null) await writeDecisions(file, decisions, grouped.doubts)
  if (json) {
    const ids = new Map(stories.flatMap(({ id, members }) => members.map((one) => [one.source, id])))
    const lines = [...sources.keys()].map((source) => JSON.stringify({ source, story: ids.get(source) }))
    await terminal.out(lines.map((line) => `${line}\n`).join(''))
  }
  if (out !== undefined) {
    const { events, troubles } = await writeStories(out, stories, { sources, pages }, options.least)
    for (const trouble of troubles) warn(`warning: ${trouble}`)
    const told = `${count(texts.length, 'report')}, ${count(stories.length, 'story', 'stories')}, ${events} of them with ${options.least} reports or more.\nEvent files: ${path.join(out, 'events.jsonl')}; decisions to look at: ${String(file)}\n`
    if (json) warn(told.trimEnd())
    else await terminal.out(told)
  }
  const readable = texts.filter(({ unreadable }) => unreadable === null).length
  if (readable === 0) return exitCodes.nothingComparable
  return readable < texts.length || lost > 0 ? exitCodes.partial : exitCodes.complete
}

async function read(name: string, deps: Deps, terminal: Terminal, warn: (line: string) => void) {
  const isArchive = /\.warc(?:\.gz)?$/iu.test(name)
  const pages = new Map(
    (isArchive ? await openArchive(name, deps) : []).map((page) => [page.source.name, page]),
  )
  const listed = /\.csv$/iu.test(name) ? await listedSources(name) : null
  for (const trouble of listed?.troubles ?? []) warn(`warning: ${trouble}`)
  const { sources, issues } = isArchive
    ? { sources: [...pages.values()].map(({ source }) => source), issues: [] }
    : listed
      ? await expandItem(
          { id: '', title: null, notes: null, hash: '', sources: listed.sources },
          path.dirname(name),
          (names) => expandSources(names, deps),
        )
      : await expandSources([name], deps)
  warnOf(issues, { warn })
  const byName = new Map(sources.map((source) => [source.name, source]))
  let done = 0
  const texts = await inOrder([...byName.values()], async (source) => {
    const page = pages.get(source.name)
    const text = await (page ? skimPage(page, deps) : skimSource(source, deps))
    done++
    terminal.progress(`read ${done} of ${byName.size}: ${source.name}`)
    return text
  })
  return { sources: byName, texts, pages, lost: listed?.lost ?? 0 }
}

/** Ids of the founders' texts, which stay as reports are added; where two stories begin with one text, of its name too. */
function named(stories: readonly (readonly StoryText[])[]): readonly NamedStory[] {
  const taken = new Set<string>()
  return stories.map((members) => {
    const [founder] = members
    if (!founder) throw new Error('a story has no reports')
    const plain = contentId('s', founder.id)
    const id = taken.has(plain) ? contentId('s', founder.id, founder.source) : plain
    taken.add(id)
    return { id, members }
  })
}
