/** The commands that read saved reports and reviews, and the options they share with `compare`. */
import { Option, type Command } from 'commander'
import { formNames, forms as formRows, furtherForms } from '../editions/forms.js'
import type { ExitCode } from './exit-codes.js'
import { openTerminal } from './terminal.js'
import {
  forms,
  sampleSize,
  several,
  type AgreementOptions,
  type AuditOptions,
  type ExportOptions,
} from './typed.js'

const formHelp = `
Forms:
${formRows.map(({ name, describes }) => `  ${name.padEnd(12)} ${describes}`).join('\n')}`

export function alsoOption(): Option {
  return new Option('--also <forms>', `write these forms too, with commas: ${furtherForms.join(', ')}`)
    .argParser(forms)
    .default([])
}

export function reviewOption(): Option {
  return new Option(
    '--review <file>',
    'apply the rulings exported from the page; may be given more than once',
  )
    .argParser(several)
    .default([])
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

  synoptic
    .command('agreement')
    .description('how far the reviews of two people or more agree: Krippendorff’s alpha, nominal')
    .argument('<review...>', 'reviews exported from the page')
    .option('--report <file>', 'the report.json they are of: gives figures by kind of finding')
    .option('--json', 'print JSON (synoptic/agreement@1)', false)
    .addHelpText('after', '\nExit codes: 0 compared, 1 nothing that two of them ruled on, 64 wrong usage.')
    .action(async (files: string[], options: AgreementOptions) => {
      const { agreement } = await import('./commands/agreement.js')
      await run(agreement(files, options, openTerminal(false)))
    })

  synoptic
    .command('audit')
    .description(
      'measure the error rates on reports of your own: a blinded sample to judge, then precision and recall',
    )
    .argument('[report...]', 'report.json files to draw from')
    .addOption(
      new Option('--sample <number>', 'draw so many items into a coding sheet').argParser(sampleSize),
    )
    .addOption(new Option('--seed <text>', 'another seed draws another sample').default('1'))
    .option('--out <folder>', 'where the sheet, the texts and the key go (default: audit)')
    .option('--score <sheet>', 'the filled sheet')
    .option('--key <file>', 'the key that was written beside the sheet')
    .option('--json', 'print JSON (synoptic/audit@1)', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 nothing to judge, 64 wrong usage or a sheet that cannot be scored.',
    )
    .action(async (files: string[], options: AuditOptions) => {
      const { audit } = await import('./commands/audit.js')
      await run(audit(files, options, openTerminal(false)))
    })
}
