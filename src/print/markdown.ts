/** The report in Markdown (CommonMark with pipe tables): for mail, wikis and repositories. */
import type { Report } from '../model/report.js'
import { memoOf, outlineOf, type Block, type Outline, type OutlineRow, type Said } from './outline.js'
import { visibleLine } from './safe-text.js'

export const renderMarkdown = (report: Report): string => markdownOf(outlineOf(report))
export const memoMarkdown = (report: Report): string => markdownOf(memoOf(report))

function markdownOf({ title, happened, extent, reports, sections, made }: Outline): string {
  return (
    [
      `# ${escapeMarkdown(title)}`,
      ...(happened === null ? [] : [saidLine(happened)]),
      escapeMarkdown(extent),
      escapeMarkdown(reports),
      ...sections.flatMap(({ title: name, blocks }) => [
        `## ${escapeMarkdown(name)}`,
        ...blocks.map(blockText),
      ]),
      escapeMarkdown(made),
    ]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  )
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escapeMarkdown(block.text)
    case 'list':
      return block.items.map((item) => `- ${saidLine(item)}`).join('\n')
    case 'rows':
      return block.rows.map(rowLines).join('\n')
    case 'table': {
      const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
      return [
        line(block.head),
        line(block.head.map(() => '---')).replaceAll('\\-', '-'),
        ...block.rows.map(line),
      ].join('\n')
    }
  }
}

function rowLines({ word, question, answers, below }: OutlineRow): string {
  const parts = [
    ...(word === '' ? [] : [`*${escapeMarkdown(word)}*`]),
    `**${escapeMarkdown(question)}**`,
    escapeMarkdown(answers),
  ]
  return [`- ${parts.join(' ').trim()}`, ...below.map((one) => `  - ${saidLine(one)}`)].join('\n')
}

function saidLine({ lead, text }: Said): string {
  return lead === '' ? escapeMarkdown(text) : `**${escapeMarkdown(lead)}** ${escapeMarkdown(text)}`
}

/**
 * Text on one line in which nothing is markup: what CommonMark, GitHub's tables, its mathematics and its autolinks give
 * a meaning gets a backslash or becomes an entity. At the start of the line, where lists and headings begin, more does.
 */
export function escapeMarkdown(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]|~$]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1&#58;')
    .replace(/\bwww\./gi, (match) => match.replace('.', '&#46;'))
    .replace(/^[#+\-=]/, (character) => `\\${character}`)
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
