/** The commands that read saved reports and reviews, and the options they share with `compare`. */
import { Option, type Command } from 'commander'
import { formNames } from '../report/exports/form-names.js'
import type { ExitCode } from './exit-codes.js'
import { openTerminal } from './terminal.js'
import { forms, several, type ExportOptions } from './typed.js'

const formHelp = `
Forms: html, json, md, csv (with codebook.md and datapackage.json), jsonl (the tables as JSON lines), docx (a
hand-out), annotations (W3C Web Annotations), qdpx (a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti).`

export function alsoOption(): Option {
  return new Option('--also <forms>', 'write these forms too, with commas: jsonl, docx, annotations, qdpx')
    .argParser(forms)
    .default([], 'none')
}

export function reviewOption(): Option {
  return new Option(
    '--review <file>',
    'apply the rulings exported from the page; may be given more than once',
  )
    .argParser(several)
    .default([], 'none')
}

export function reportCommands(synoptic: Command, run: (outcome: Promise<ExitCode>) => Promise<void>): void {
  synoptic
    .command('export')
    .description('write a saved report.json in other forms')
    .argument('<report>', 'a report.json')
    .addOption(
      new Option('--to <forms>', `which forms, with commas: ${formNames.join(', ')}`)
        .argParser(forms)
        .makeOptionMandatory(),
    )
    .option('--out <folder>', 'where to write (default: beside the report)')
    .addOption(reviewOption())
    .addHelpText('after', formHelp)
    .action(async (file: string, options: ExportOptions) => {
      const { exportReport } = await import('./commands/export.js')
      await run(exportReport(file, options, openTerminal(false)))
    })
}
