/** The program: arguments to a command, and the command's outcome to an exit code (contract v1: 0, 1, 2, 3, 64). */
import { Command, CommanderError, Help, Option } from 'commander'
import { queueNames } from '../model/job.js'
import type { BatchOptions } from './commands/batch.js'
import type { AddKeyOptions } from './commands/keys.js'
import type { ServeOptions } from './commands/serve.js'
import type { WorkerOptions } from './commands/worker.js'
import { withExamples } from './examples.js'
import { exitCodes, type ExitCode } from './exit-codes.js'
import { reportFailure } from './failure.js'
import { version } from '../version.js'
import { alsoOption, reportCommands, reviewOption } from './report-commands.js'
import { endQuietlyOnClosedPipe, openTerminal } from './terminal.js'
import {
  concurrency,
  concurrencyOrNone,
  port,
  queues,
  readOptions,
  scopes,
  type CompareOptions,
  type DiffOptions,
  type InspectOptions,
  type MatchOptions,
  type QuotesOptions,
} from './typed.js'

const sourceHelp = `
A source is a URL (http or https), an .html, .txt or .md file, a folder (its files, unless it holds an
event.json, which then is the event), an event.json, or - for standard input.`

const exitHelp = `
Exit codes: 0 complete, 1 nothing comparable, 2 report made but a source was lost, 3 failed, 64 wrong usage.`

const diffHelp = `
Exit codes: 0 compared (also where nothing changed), 1 no article in common, 64 a file is no report.`

const batchHelp = `
A manifest is a CSV file with the columns event and source (and outlet, title; a row a source), a JSONL file
with {"id": "…", "title": "…", "sources": ["a.html", {"source": "https://…", "outlet": "…"}]} a line, or a YAML
list of the same. Paths count from the manifest's folder. A source is a URL, a file, a folder or an event.json.`

// Each command loads what it needs when it runs, so that help and errors come at once.
function program(run: (outcome: Promise<ExitCode>) => Promise<void>): Command {
  const synoptic = new Command('synoptic')
    .description('Shows what several reports of one event tell, tell otherwise, and leave out.')
    .version(version)
    .configureHelp({ optionDescription })
    .addHelpText('after', exitHelp)
    .exitOverride()

  const reading = (name: string, summary: string): Command => {
    const command = synoptic
      .command(name)
      .description(summary)
      .argument('<source...>', 'what to read')
      .option('--json', 'print JSON (contract v1) to standard output', false)
      .addHelpText('after', sourceHelp + exitHelp)
    for (const option of readOptions()) command.addOption(option)
    return command
  }

  reading('compare', 'compare several reports of one event and write the report')
    .option('--out <folder>', 'where to write the report (default: a folder named after the event)')
    .option('--title <text>', 'title of the event (default: the event file’s, or the first headline)')
    .option('--full', 'print every finding in a sentence, how sure it is, and what could not be read', false)
    .addOption(alsoOption())
    .addOption(reviewOption())
    .option(
      '--reference <file>',
      'a transcript or communiqué: quotations are checked against it, and it is no report of its own',
    )
    .option(
      '--why <finding>',
      'explain one finding, by its id or the start of it; a single report.json as source is explained as it is',
    )
    .option('--classroom', 'also write a sheet for a lesson, outlets’ names masked, and its key', false)
    .action(async (names: string[], options: CompareOptions) => {
      const { compare } = await import('./commands/compare.js')
      await run(compare(names, options, openTerminal(options.quiet)))
    })

  synoptic
    .command('diff')
    .description('show what changed between two saved reports: articles, findings, cells')
    .argument('<old.json>', 'the older report.json')
    .argument('<new.json>', 'the newer one')
    .option('--json', 'print JSON (synoptic/diff@1) to standard output', false)
    .addHelpText('after', diffHelp)
    .action(async (oldFile: string, newFile: string, options: DiffOptions) => {
      const { diff } = await import('./commands/diff.js')
      await run(diff(oldFile, newFile, options, openTerminal(false)))
    })

  reading('inspect', 'show what is read of each source')
    .option('--removed', 'also show what the cleaning rules removed, and which rule', false)
    .action(async (names: string[], options: InspectOptions) => {
      const { inspect } = await import('./commands/inspect.js')
      await run(inspect(names, options, openTerminal(options.quiet)))
    })

  const quotes = synoptic
    .command('quotes')
    .description('show who said what over all sources: a table, CSV or JSON lines')
    .argument('<source...>', 'what to read')
    .option('--json', 'print JSON lines (contract v1) to standard output', false)
    .option('--csv', 'print CSV to standard output', false)
    .addHelpText('after', sourceHelp + exitHelp)
    .action(async (names: string[], options: QuotesOptions) => {
      const { quotes: runQuotes } = await import('./commands/quotes.js')
      await run(runQuotes(names, options, openTerminal(options.quiet)))
    })
  // The words are what is asked for.
  for (const option of readOptions()) if (option.long !== '--no-text') quotes.addOption(option)

  synoptic
    .command('match')
    .description('judge pairs of sentences: JSON lines {"a":"…","b":"…"} on standard input')
    .option('--json', 'print JSON lines {score, same, contradicts}', false)
    .action(async (options: MatchOptions) => {
      const { match } = await import('./commands/match.js')
      await run(match(options, openTerminal(false)))
    })

  const batch = synoptic
    .command('batch')
    .description('compare many events: a CSV, JSONL or YAML manifest to a folder of reports')
    .argument('<manifest>', 'the events with their sources')
    .requiredOption('--out <folder>', 'where the reports go; begun again, a batch goes on from there')
    .option('--queue', 'run through the queue (REDIS_URL, DATABASE_URL) instead of in this process', false)
    .addOption(
      new Option('--concurrency <number>', 'events at once (default: one a core)').argParser(concurrency),
    )
    .addHelpText('after', batchHelp + exitHelp)
    .action(async (manifest: string, options: BatchOptions) => {
      const { batch: runBatch } = await import('./commands/batch.js')
      await run(runBatch(manifest, options, openTerminal(options.quiet)))
    })
  for (const option of readOptions()) if (option.long !== '--no-text') batch.addOption(option)

  synoptic
    .command('worker')
    .description('serve the queues of a distributed installation (REDIS_URL, DATABASE_URL)')
    .addOption(
      new Option('--queues <names>', 'which queues, with commas')
        .argParser(queues)
        .default([...queueNames], queueNames.join(',')),
    )
    .addOption(
      new Option('--concurrency <number>', 'jobs at once in each queue').argParser(concurrency).default(2),
    )
    .action(async (options: WorkerOptions) => {
      const { worker } = await import('./commands/worker.js')
      await run(worker(options))
    })

  synoptic
    .command('serve')
    .description('serve the API, the pages and, unless told otherwise, the queues')
    .option('--host <address>', 'address to listen on (default: SYNOPTIC_HOST, else 127.0.0.1)')
    .addOption(
      new Option('--port <number>', 'port, 0 for a free one (default: SYNOPTIC_PORT, else 8080)').argParser(
        port,
      ),
    )
    .addOption(
      new Option('--concurrency <number>', 'jobs at once in each queue; 0 leaves them to npx synoptic worker')
        .argParser(concurrencyOrNone)
        .default(2),
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./commands/serve.js')
      await run(serve(options, openTerminal(false)))
    })

  keysCommand(synoptic, run)
  reportCommands(synoptic, run)

  return withExamples(synoptic)
}

/** What is not given counts as not wanted; that needs no words. */
function optionDescription(option: Option): string {
  const { defaultValue } = option as { readonly defaultValue?: unknown }
  const isOff = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0)
  return isOff ? option.description : new Help().optionDescription(option)
}

/** Works beside a running server. */
function keysCommand(synoptic: Command, run: (outcome: Promise<ExitCode>) => Promise<void>): void {
  const keys = synoptic.command('keys').description('API keys of the server, and its webhook secret')
  keys
    .command('add')
    .description('make a key and print it, once')
    .requiredOption('--name <text>', 'who it is for')
    .addOption(
      new Option('--scope <names>', 'what it may do: read, submit, admin, with commas')
        .argParser(scopes)
        .default(['read', 'submit'], 'read,submit'),
    )
    .action(async (options: AddKeyOptions) => {
      const { addKey } = await import('./commands/keys.js')
      await run(addKey(options, openTerminal(false)))
    })
  keys
    .command('list')
    .description('list the keys: id, time, scopes, name')
    .action(async () => {
      const { listKeys } = await import('./commands/keys.js')
      await run(listKeys(openTerminal(false)))
    })
  keys
    .command('remove')
    .description('take a key back')
    .argument('<id>')
    .action(async (id: string) => {
      const { removeKey } = await import('./commands/keys.js')
      await run(removeKey(id, openTerminal(false)))
    })
  keys
    .command('webhook-secret')
    .description('print the secret that webhooks are signed with')
    .action(async () => {
      const { showWebhookSecret } = await import('./commands/keys.js')
      await run(showWebhookSecret(openTerminal(false)))
    })
}

async function main(): Promise<void> {
  endQuietlyOnClosedPipe()
  try {
    // Never process.exit(): it would cut off what a pipe has not taken yet.
    await program(async (outcome) => {
      process.exitCode = await outcome
    }).parseAsync()
  } catch (error) {
    // Commander has printed its own message; help and version are no errors.
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.complete : exitCodes.usage
    else process.exitCode = reportFailure(error)
  }
}

void main()
