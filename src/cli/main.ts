#!/usr/bin/env node
/** The program: arguments to a command, exit codes of the contract. */
import { createRequire } from 'node:module'
import { Command } from 'commander'
import { InspectedArticle, Report } from '../model/report.js'
import { compareArticles, expandSources, readSource } from '../pipeline.js'
import { inspectedArticle } from '../report/report.js'
import { writeJson } from '../report/json.js'
import { wire } from '../wire.js'

const { version } = createRequire(import.meta.url)('../../../package.json') as { version: string }
const generator = { name: 'synoptic' as const, version, options: {}, versions: {} }
const program = new Command('synoptic')

program
  .command('inspect')
  .argument('<source...>')
  .option('--json')
  .action(async (names: string[]) => {
    const deps = wire()
    for (const source of (await expandSources(names, deps)).sources) {
      const article = await readSource(source, deps, { zone: 'UTC' })
      process.stdout.write(writeJson(InspectedArticle, inspectedArticle(article, generator)) + '\n')
    }
  })
program
  .command('compare')
  .argument('<source...>')
  .option('--json')
  .action(async (names: string[]) => {
    const deps = wire()
    const list = await expandSources(names, deps)
    const articles = await Promise.all(
      list.sources.map((source) => readSource(source, deps, { zone: 'UTC' })),
    )
    const report = compareArticles(list.title ?? 'Untitled event', articles, generator)
    process.stdout.write(writeJson(Report, report) + '\n')
  })

await program.parseAsync()
