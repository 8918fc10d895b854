/**
 * What `--help` shows of each command: whole lines that run in a clone. A test runs every one of them as printed, in a
 * folder with the files they name.
 */
import type { Command } from 'commander'

const examples: Readonly<Record<string, readonly string[]>> = {
  synoptic: ['npx synoptic compare samples/moscow-talks', 'npx synoptic compare --help'],
  compare: [
    'npx synoptic compare samples/moscow-talks',
    'npx synoptic compare samples/moscow-talks --full',
    'npx synoptic compare page.html story.txt --out report/',
    'npx synoptic compare page.html story.txt --json > report.json',
  ],
  diff: ['npx synoptic diff monday/report.json friday/report.json'],
  inspect: [
    'npx synoptic inspect page.html story.txt',
    'npx synoptic inspect samples/moscow-talks/pages/brightline.html --removed',
  ],
  quotes: [
    'npx synoptic quotes samples/moscow-talks',
    'npx synoptic quotes page.html story.txt --csv > quotes.csv',
  ],
  match: [
    `echo '{"a":"Talks lasted five hours.","b":"The meeting ran to nearly four hours."}' | npx synoptic match`,
  ],
  batch: ['npx synoptic batch events.csv --out reports/'],
  worker: [
    'REDIS_URL=redis://127.0.0.1:6379 DATABASE_URL=postgresql://127.0.0.1/synoptic npx synoptic worker',
  ],
  serve: ['npx synoptic serve', 'npx synoptic serve --concurrency 4'],
  keys: ['npx synoptic keys add --name desk', 'npx synoptic keys list'],
  add: ['npx synoptic keys add --name desk --scope read,submit'],
  list: ['npx synoptic keys list'],
  remove: ['npx synoptic keys remove k-0a1b2c3d'],
  'webhook-secret': ['npx synoptic keys webhook-secret'],
  export: ['npx synoptic export report/report.json --to docx,jsonl --out hand-out/'],
  agreement: ['npx synoptic agreement review-ada.json review-bo.json --report report/report.json'],
  audit: [
    'npx synoptic audit --sample 200 reports/*/report.json --out audit',
    'npx synoptic audit --score audit/audit-sheet.csv --key audit/audit-key.json',
  ],
}

/**
 * Puts its examples under the help of a command and of every command below it, and the way to that help under its errors;
 * a command without examples is a defect.
 */
export function withExamples(command: Command, above = 'npx'): Command {
  const called = `${above} ${command.name()}`
  const lines = examples[command.name()]
  if (lines === undefined) throw new Error(`the command ${command.name()} has no example`)
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd())
  const isGroup = command.commands.length > 0
  command.showHelpAfterError(`(${called} --help ${isGroup ? 'lists the commands' : 'says what it takes'})`)
  for (const below of command.commands) withExamples(below, called)
  return command
}
