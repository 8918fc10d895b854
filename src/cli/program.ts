/** The program: its commands, each declared once. A test runs every example as printed, in a clone with the files it names. */
import { Command, CommanderError, Help, type Option } from 'commander'
import { forms } from '../editions/forms.js'
import { version } from '../generator.js'
import { exitCodes, reportFailure } from './outcome.js'
import * as options from './options.js'
import { openTerminal } from './terminal.js'

const sourceHelp = `
A source is a URL (http or https), an .html, .txt or .md file, a page saved as .mhtml, a web archive (.warc,
.warc.gz; of several pages file.warc#address), a folder (its files, unless it holds an event.json, which then is
the event), an event.json, or - for standard input.`

const exits = (codes: string): string => `\nExit codes: ${codes}.`
const exitHelp = exits(
  '0 complete, 1 nothing comparable, 2 report made but a source was lost, 3 failed, 64 wrong usage',
)
const askHelp =
  sourceHelp + exits('0 every report was searched, 1 none could be, 2 a source was lost, 64 wrong usage')

type Declaration<Rows extends options.Options> = {
  readonly says: string
  readonly takes?: Readonly<Record<string, string>>
  readonly options?: Rows
  readonly help?: string
  /** Whole lines that run in a clone. */
  readonly examples: readonly string[]
  readonly run: options.Run<Rows>
}

function add<Rows extends options.Options>(above: Command, name: string, declared: Declaration<Rows>): void {
  const command = above.command(name).description(declared.says)
  for (const [argument, says] of Object.entries(declared.takes ?? {})) command.argument(argument, says)
  for (const option of Object.values(declared.options ?? {}))
    command.addOption(options.commanderOption(option))
  if (declared.help !== undefined) command.addHelpText('after', declared.help)
  showExamples(command, declared.examples, 'says what it takes')
  command.action(async () => {
    const given = command.opts<options.Given<Rows>>()
    process.exitCode = await declared.run(command.args, given, openTerminal(command.opts()['quiet'] === true))
  })
}

function showExamples(command: Command, examples: readonly string[], helpSays: string): void {
  command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`)
  const called = [command, ...ancestors(command)].map((one) => one.name()).toReversed()
  command.showHelpAfterError(`(npx ${called.join(' ')} --help ${helpSays})`)
}

function ancestors({ parent }: Command): readonly Command[] {
  return parent ? [parent, ...ancestors(parent)] : []
}

// Each command loads what it needs when it runs, so that help and errors come at once.
function program(): Command {
  const synoptic = new Command('synoptic')
    .description('Shows what several reports of one event tell, tell otherwise, and leave out.')
    .version(version)
    .configureHelp({ optionDescription })
    .addHelpText('after', exitHelp)
    .exitOverride()
  showExamples(
    synoptic,
    ['npx synoptic compare samples/moscow-talks', 'npx synoptic compare --help'],
    'lists the commands',
  )
  const takes = { '<source...>': 'what to read' }
  const asking = (words: string) => ({
    '<words>': words,
    '[source...]': 'what to search: reports, or one saved report.json',
  })
  const help = sourceHelp + exitHelp

  add(synoptic, 'compare', {
    says: 'compare several reports of one event and write the report',
    takes,
    options: options.compareOptions,
    help,
    examples: [
      'npx synoptic compare samples/moscow-talks',
      'npx synoptic compare samples/moscow-talks --full',
      'npx synoptic compare page.html story.txt --out report/',
      'npx synoptic compare page.html story.txt --json > report.json',
    ],
    run: async (...given) => (await import('./commands/compare.js')).compare(...given),
  })
  add(synoptic, 'diff', {
    says: 'show what changed between two saved reports: articles, findings, cells',
    takes: { '<old.json>': 'the older report.json', '<new.json>': 'the newer one' },
    options: options.diffOptions,
    help: exits('0 compared (also where nothing changed), 1 no article in common, 64 a file is no report'),
    examples: ['npx synoptic diff monday/report.json friday/report.json'],
    run: async (...given) => (await import('./commands/saved.js')).diff(...given),
  })
  add(synoptic, 'versions', {
    says: 'show what changed between two versions of one article, by kind',
    takes: {
      '<old>': 'the older version: an address, a file; or a saved report.json, whose articles are read again',
      '[new]': 'the newer version',
    },
    options: options.versionsOptions,
    help:
      sourceHelp +
      `
Exit codes: 0 compared (also where nothing changed), 1 nothing to compare (one gave no text, or they are two articles),
2 a source of the report was lost, 64 wrong usage.`,
    examples: [
      'npx synoptic versions monday.html friday.html',
      'npx synoptic versions monday.html friday.html --out changes/',
      'npx synoptic versions report/report.json',
    ],
    run: async (...given) => (await import('./commands/versions.js')).versions(...given),
  })
  add(synoptic, 'evidence', {
    says: 'write a zip of what a report rests on (pages, texts, report, hashes), or verify one',
    takes: { '<report>': 'a report.json; or the word verify', '[zip]': 'the zip to verify' },
    options: options.evidenceOptions,
    help: `
Pages from addresses are in it where compare was run with --keep; files are read again, if they are what was compared.

Exit codes: 0 all is there, or holds; 1 something does not hold; 2 a page is not in it; 64 wrong usage.`,
    examples: [
      'npx synoptic compare page.html story.txt --out report/ --keep',
      'npx synoptic evidence report/report.json',
      'npx synoptic evidence verify report/evidence.zip',
    ],
    run: async (...given) => (await import('./commands/evidence.js')).evidence(...given),
  })
  add(synoptic, 'inspect', {
    says: 'show what is read of each source',
    takes,
    options: options.inspectOptions,
    help,
    examples: [
      'npx synoptic inspect page.html story.txt',
      'npx synoptic inspect samples/moscow-talks/pages/brightline.html --removed',
    ],
    run: async (...given) => (await import('./commands/inspect.js')).inspect(...given),
  })
  add(synoptic, 'quotes', {
    says: 'show who said what over all sources: a table, CSV or JSON lines',
    takes,
    options: options.quotesOptions,
    help,
    examples: [
      'npx synoptic quotes samples/moscow-talks',
      'npx synoptic quotes page.html story.txt --csv > quotes.csv',
    ],
    run: async (...given) => (await import('./commands/inspect.js')).quotes(...given),
  })
  add(synoptic, 'check-quotation', {
    says: 'tell whether each report has some words: verbatim, cut, altered, in other words, credited to somebody else',
    takes: asking('the words, in quotation marks (left out with --from)'),
    options: options.checkQuotationOptions,
    help: askHelp,
    examples: [
      'npx synoptic check-quotation "We heard them" --said-by "Steve Witkoff" samples/moscow-talks',
      'npx synoptic check-quotation --from quotations.csv report/report.json --json',
    ],
    run: async (...given) => (await import('./commands/ask.js')).checkQuotation(...given),
  })
  add(synoptic, 'find-statement', {
    says: 'tell whether each report makes a statement: says it, gives another value, denies it, does not tell it',
    takes: asking('the statement, in quotation marks (left out with --from)'),
    options: options.findStatementOptions,
    help: askHelp,
    examples: ['npx synoptic find-statement "The talks lasted five hours." samples/moscow-talks'],
    run: async (...given) => (await import('./commands/ask.js')).findStatement(...given),
  })
  add(synoptic, 'mcp', {
    says: 'serve agents by the Model Context Protocol, over standard input and output',
    options: options.mcpOptions,
    examples: ['npx synoptic mcp --root samples --out reports/'],
    run: async (...given) => (await import('./commands/mcp.js')).mcp(...given),
  })
  add(synoptic, 'match', {
    says: 'judge pairs of sentences: JSON lines {"a":"…","b":"…"} on standard input',
    options: options.matchOptions,
    examples: [
      `echo '{"a":"Talks lasted five hours.","b":"The meeting ran to nearly four hours."}' | npx synoptic match`,
    ],
    run: async (...given) => (await import('./commands/inspect.js')).match(...given),
  })
  add(synoptic, 'batch', {
    says: 'compare many events: a CSV, JSONL or YAML manifest to a folder of reports',
    takes: { '<manifest>': 'the events with their sources' },
    options: options.batchOptions,
    help:
      `
A manifest is a CSV file with the columns event and source (and outlet, title; a row a source), a JSONL file
with {"id": "…", "title": "…", "sources": ["a.html", {"source": "https://…", "outlet": "…"}]} a line, or a YAML
list of the same. Paths count from the manifest's folder. A source is a URL, a file, a folder or an event.json.` +
      exitHelp,
    examples: ['npx synoptic batch events.csv --out reports/'],
    run: async (...given) => (await import('./commands/batch.js')).batch(...given),
  })
  add(synoptic, 'study', {
    says: 'pool the reports of batches: tables for R and pandas, rates of outlets with intervals, a page across events',
    takes: { '<batch...>': 'folders that synoptic batch wrote' },
    options: options.studyOptions,
    help: `
Docs: docs/study.md. Rates are what the program counts, uncorrected unless --audit is given.
Exit codes: 0 complete, 1 no event could be used, 2 some could not, 64 wrong usage.`,
    examples: ['npx synoptic study reports/ --out study/'],
    run: async (...given) => (await import('./commands/study.js')).study(...given),
  })
  add(synoptic, 'cluster', {
    says: 'tell which reports are of one story: a folder, a CSV list or a web archive to an event file a story',
    takes: {
      '<reports>': 'a folder of pages, a CSV file with the column source, or a .warc or .warc.gz file',
    },
    options: options.clusterOptions,
    help: `
A CSV file has the column source, and may have outlet and publishedAt; a row a report, paths count from its folder.
What the program was not sure of stands in decisions.csv: write together or apart into its column ruling, and run again.
Exit codes: 0 complete, 1 nothing could be read, 2 a report was lost, 64 wrong usage.`,
    examples: ['npx synoptic cluster samples/moscow-talks/pages --out stories/'],
    run: async (...given) => (await import('./commands/cluster.js')).cluster(...given),
  })
  add(synoptic, 'watch', {
    says: 'follow feeds: find their articles, group them into stories, compare them as reports come',
    takes: { '<source...>': 'an OPML file, or addresses of feeds, news sitemaps or lists of them' },
    options: options.watchOptions,
    help: `
Feeds are RSS, Atom, JSON Feed and sitemaps; robots.txt and what servers ask are obeyed. Stories stand in folders of
their own, comparisons in feed.atom; stop it at any moment and start it again.
Exit codes with --once: 0 complete, 1 no feed could be read, 2 a feed or an article could not, 64 wrong usage.`,
    examples: ['npx synoptic watch feeds.opml --out stories/ --once'],
    run: async (...given) => (await import('./commands/watch.js')).watch(...given),
  })
  add(synoptic, 'worker', {
    says: 'serve the queues of a distributed installation (REDIS_URL, DATABASE_URL)',
    options: options.workerOptions,
    examples: [
      'REDIS_URL=redis://127.0.0.1:6379 DATABASE_URL=postgresql://127.0.0.1/synoptic npx synoptic worker',
    ],
    run: async (_, given) => (await import('./commands/serve.js')).worker(given),
  })
  add(synoptic, 'serve', {
    says: 'serve the API, the pages and, unless told otherwise, the queues',
    options: options.serveOptions,
    examples: ['npx synoptic serve', 'npx synoptic serve --concurrency 4'],
    run: async (...given) => (await import('./commands/serve.js')).serve(...given),
  })

  add(synoptic, 'backup', {
    says: 'write all that the service keeps into one file, beside a running server',
    takes: { '<file>': 'the file, such as backup.jsonl.gz' },
    examples: ['npx synoptic backup backup.jsonl.gz'],
    run: async ([file = ''], _, terminal) => (await import('./commands/store.js')).backup(file, terminal),
  })
  add(synoptic, 'restore', {
    says: 'put a backup, its keys too, into an empty store (SYNOPTIC_DATA or DATABASE_URL), before keys are added',
    takes: { '<file>': 'what backup wrote' },
    examples: ['SYNOPTIC_DATA=new npx synoptic restore backup.jsonl.gz'],
    run: async ([file = ''], _, terminal) => (await import('./commands/store.js')).restore(file, terminal),
  })

  const keys = synoptic.command('keys').description('API keys of the server, and its webhook secret')
  showExamples(keys, ['npx synoptic keys add --name Ana', 'npx synoptic keys list'], 'lists the commands')
  add(keys, 'add', {
    says: 'make a key and print it, once',
    options: options.keyOptions,
    examples: ['npx synoptic keys add --name Ana --role edits'],
    run: async (_, given, terminal) => (await import('./commands/store.js')).addKey(given, terminal),
  })
  add(keys, 'list', {
    says: 'list the keys: id, time, role, name',
    examples: ['npx synoptic keys list'],
    run: async (_, __, terminal) => (await import('./commands/store.js')).listKeys(terminal),
  })
  add(keys, 'remove', {
    says: 'take a key back',
    takes: { '<id>': '' },
    examples: ['npx synoptic keys remove k-0a1b2c3d'],
    run: async ([id = ''], _, terminal) => (await import('./commands/store.js')).removeKey(id, terminal),
  })
  add(keys, 'webhook-secret', {
    says: 'print the secret that webhooks are signed with',
    examples: ['npx synoptic keys webhook-secret'],
    run: async (_, __, terminal) => (await import('./commands/store.js')).showWebhookSecret(terminal),
  })

  const notes = synoptic
    .command('notes')
    .description('a second reader: a model, or a person, by way of files')
  showExamples(notes, ['npx synoptic notes requests event/ > requests.jsonl'], 'lists the commands')
  add(notes, 'requests', {
    says: 'print what a second reader is asked: lines of a batch as OpenAI and others take it',
    takes: { '<source...>': 'what to read, or one manifest of a batch' },
    options: options.notesRequestsOptions,
    help: sourceHelp + exitHelp,
    examples: [
      'npx synoptic notes requests event/ > requests.jsonl',
      'npx synoptic notes requests events.csv --reader-model small > overnight.jsonl',
    ],
    run: async (...given) => (await import('./commands/notes.js')).requests(...given),
  })
  add(notes, 'read', {
    says: 'make notes of the answers',
    takes: { '<answers>': 'lines as a batch gives them: custom_id, response' },
    options: options.notesReadOptions,
    help: exits('0 every request is answered, 1 none, 2 some, 64 wrong usage'),
    examples: ['npx synoptic notes read answers.jsonl --out notes/'],
    run: async (...given) => (await import('./commands/notes.js')).read(...given),
  })
  add(notes, 'check', {
    says: 'say line by line what of some notes the texts do not bear out',
    takes: { '<notes>': 'a file of notes (synoptic-notes/1)', '<source...>': 'the reports' },
    options: options.notesCheckOptions,
    help: sourceHelp + exits('0 all of it holds, 1 something does not, 2 a source was lost, 64 wrong usage'),
    examples: ['npx synoptic notes check notes.json page.html story.txt'],
    run: async (...given) => (await import('./commands/notes.js')).check(...given),
  })
  add(notes, 'test', {
    says: 'put a model to invented events with known answers, and keep how it did',
    options: options.notesTestOptions,
    help: exits(
      '0 the model is fit, 1 it falls short (compare then wants --reader-anyway), 3 it could not be asked',
    ),
    examples: ['npx synoptic notes test --reader http://localhost:11434 --reader-model qwen3'],
    run: async (...given) => (await import('./commands/notes.js')).test(...given),
  })

  add(synoptic, 'export', {
    says: 'write a saved report.json in other forms',
    takes: { '<report>': 'a report.json' },
    options: options.exportOptions,
    help: `
Forms:
${forms.map(({ name, describes }) => `  ${name.padEnd(12)} ${describes}`).join('\n')}`,
    examples: ['npx synoptic export report/report.json --to docx,jsonl --out hand-out/'],
    run: async (...given) => (await import('./commands/saved.js')).exportReport(...given),
  })
  add(synoptic, 'agreement', {
    says: 'how far the reviews of two people or more agree: Krippendorff’s alpha, nominal',
    takes: { '<review...>': 'reviews exported from the page' },
    options: options.agreementOptions,
    help: exits('0 compared, 1 nothing that two of them ruled on, 64 wrong usage'),
    examples: ['npx synoptic agreement review-ada.json review-bo.json --report report/report.json'],
    run: async (...given) => (await import('./commands/saved.js')).agreement(...given),
  })
  add(synoptic, 'code', {
    says: 'apply a codebook of your own to saved reports: codings.csv, and a project for coding by hand',
    takes: { '<report...>': 'report.json files' },
    options: options.codeOptions,
    help: exits('0 done, 1 nothing got a code, 2 some of what people coded was not taken, 64 wrong usage'),
    examples: [
      'npx synoptic code reports/*/report.json --codebook codes.yaml --out coded',
      'npx synoptic code reports/*/report.json --codebook codes.yaml --codings ada.qdpx',
    ],
    run: async (...given) => (await import('./commands/code.js')).code(...given),
  })
  add(synoptic, 'audit', {
    says: 'measure the error rates on reports of your own: a blinded sample to judge, then precision and recall',
    takes: { '[report...]': 'report.json files to draw from' },
    options: options.auditOptions,
    help: exits('0 done, 1 nothing to judge, 64 wrong usage or a file that cannot be scored'),
    examples: [
      'npx synoptic audit --sample 200 reports/*/report.json --out audit',
      'npx synoptic audit --score audit/audit-sheet.csv --key audit/audit-key.json',
      'npx synoptic audit --sample 200 reports/*/report.json --codebook codes.yaml --out coding',
      'npx synoptic audit --score ada.qdpx --score bo.qdpx --key coding/coding-key.json',
      'npx synoptic audit report.json --review reviews.json',
    ],
    run: async (...given) => (await import('./commands/audit.js')).audit(...given),
  })
  return synoptic
}

/** What is not given counts as not wanted; that needs no words. */
function optionDescription(option: Option): string {
  const { defaultValue } = option as { readonly defaultValue?: unknown }
  const isOff = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0)
  return isOff ? option.description : new Help().optionDescription(option)
}

/** Runs one command line; how it ended stands in `process.exitCode`. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    // Never process.exit(): it would cut off what a pipe has not taken yet.
    await program().parseAsync(args, { from: 'user' })
  } catch (error) {
    // Commander has printed its own message; help and version are no errors.
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.complete : exitCodes.usage
    else process.exitCode = reportFailure(error)
  }
}
