/** `synoptic mcp`: tools of an agent over standard input and output. Never opens a file outside `--root` and `--out`, or a private address. */
import { readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { z } from 'zod'
import { agentTools, type Ground } from '../../agent/tools.js'
import { generatorOf } from '../../generator.js'
import { Report } from '../../model/report.js'
import { compareEvent, expandSources, readSource, write, type Deps } from '../../pool/pooled.js'
import { isBelow } from '../../text/is-below.js'
import { looksLikeAddress } from '../../text/web-address.js'
import { folderNameFor, openSavedReport, readJson, writeFolder } from '../files.js'
import type { Given, mcpOptions, Run } from '../options.js'
import { exitCodes, UsageError } from '../outcome.js'
import { withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'

export const mcp: Run<typeof mcpOptions> = async (_, options, terminal) =>
  withDeps({ allowPrivate: false, now: options.now }, async (deps) => {
    // Real paths; files are opened below them alone.
    const roots = await Promise.all(options.root.map(realFolder))
    const ground = filesOf(roots, { ...options, out: path.resolve(options.out) }, deps, terminal)
    const handle = serveStdio(() => agentTools(ground))
    await new Promise<void>((resolve) => process.stdin.once('close', resolve).once('end', resolve))
    await handle.close()
    return exitCodes.complete
  })

async function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => {
    throw new UsageError(`--root ${folder}: there is no such folder.`)
  })
}

const Folder = z.object({ folder: z.string() })
const EventFile = z.object({ title: z.string().optional(), sources: z.array(z.unknown()).default([]) })

function filesOf(
  roots: readonly string[],
  { out, zone }: Pick<Given<typeof mcpOptions>, 'out' | 'zone'>,
  deps: Deps,
  terminal: Terminal,
): Ground<string, z.infer<typeof Folder>> {
  /** A file or folder below a root, or what was written before; symbolic links are resolved first. */
  async function allowed(name: string): Promise<string> {
    // What lies outside is not told from what is not there, or may not be looked at.
    const place = await realpath(name).catch(() => null)
    const within = [...roots, await realpath(out).catch(() => out)]
    if (place === null || !within.some((root) => root === place || isBelow(root, place)))
      throw new UsageError(
        `${name} cannot be opened: no file of that name lies in a folder given with --root.`,
      )
    return place
  }

  async function read(names: readonly string[]) {
    const places: string[] = []
    for (const name of names) places.push(looksLikeAddress(name) ? name : await allowed(name))
    const { title, issues, sources: found } = await expandSources(places, deps)
    const articles = await Promise.all(
      found.map(async (source) => {
        const inside = source.kind === 'file' ? await allowed(source.location) : null
        const bound = inside === null ? source : { ...source, within: path.dirname(inside) }
        return (await readSource(bound, deps, { zone })).json
      }),
    )
    return { title, issues, articles }
  }

  return {
    pool: deps.pool,
    source: z.string(),
    sourceWords: 'addresses (http, https), or files and folders below a folder given with --root',
    reportWords: 'path of a report.json, as compare_reports names it',
    place: Folder,
    placeWords: 'The stories that `synoptic watch` or `synoptic cluster` left in a folder',
    mostSources: 50,
    articles: async (sources) => (await read(sources)).articles,
    async compare(names, title) {
      const { articles, issues, title: named } = await read(names)
      const given = articles.map((json) => ({ json }))
      const event = { title: title ?? named, issues, articles: given, generator: generatorOf({ zone }) }
      const made = await compareEvent(event, deps)
      if (made.summary.nothingComparable) {
        const troubles = Report.parse(JSON.parse(made.json)).issues.map(({ message }) => message)
        throw new UsageError(`Nothing to compare. ${troubles.join(' ')}`)
      }
      const written = await write({ as: 'files', report: made.json, forms: ['html', 'json'] }, deps)
      if (written.state === 'refused') throw new UsageError(written.reason)
      const folder = path.join(out, folderNameFor(made.summary.title))
      await writeFolder(folder, written.files, terminal)
      const page = pathToFileURL(path.join(folder, 'report.html')).href
      return { name: path.join(folder, 'report.json'), json: made.json, page }
    },
    async saved(name) {
      const place = await allowed(name)
      const page = path.join(path.dirname(place), 'report.html')
      // A report may lie there without its page; a link that leads outside is none.
      const isThere = (await allowed(page).catch(() => null)) !== null
      const json = JSON.stringify(await openSavedReport(place))
      return { name, json, page: isThere ? pathToFileURL(page).href : null }
    },
    async stories({ folder: name }) {
      const folder = await allowed(name)
      const members = await readdir(folder, { withFileTypes: true })
      const stories = []
      for (const member of members.filter((one) => one.isDirectory())) {
        const names = await readdir(path.join(folder, member.name))
        if (!names.includes('event.json')) continue
        const file = await allowed(path.join(folder, member.name, 'event.json'))
        const event = await readJson(file, EventFile, 'the file of an event')
        const report = names.includes('report.json') ? path.join(folder, member.name, 'report.json') : null
        const { title = null, sources } = event
        stories.push({ name: member.name, title, sources: sources.length, report })
      }
      if (stories.length === 0)
        throw new UsageError(`${name} holds no story: no folder in it has an event.json.`)
      return { stories, next: null }
    },
  }
}
