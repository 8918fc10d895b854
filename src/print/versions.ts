/** What changed between two versions, for people: in the terminal, as Markdown, as a page with the two side by side. */
import type { ChangeKind, Version, VersionChange, Versions } from '../model/versions.js'
import { wordDiff } from '../text/word-diff.js'
import { html, trusted, type Markup } from './html/markup.js'
import { escapeMarkdown } from './markdown.js'
import { shorten, visibleLine } from './safe-text.js'
import { readableTime } from './values.js'
import { count } from './words.js'
import { printer } from './wrap.js'

export const changeWords: Readonly<Record<ChangeKind, string>> = {
  'correction-note': 'Note of correction',
  'headline-changed': 'Headline changed',
  'quotation-removed': 'Quotation removed',
  'quotation-cut': 'Quotation cut',
  'quotation-altered': 'Quotation altered',
  'quotation-lengthened': 'Quotation lengthened',
  'quotation-added': 'Quotation added',
  'number-changed': 'Number changed',
  'date-changed': 'Date or time changed',
  'credit-lost': 'No longer credited',
  'credit-changed': 'Credited to somebody else',
  'credit-added': 'Credited now',
  'hedge-lost': 'Hedge lost',
  'hedge-added': 'Hedge added',
  'negation-lost': '“Not” lost',
  'negation-added': '“Not” added',
  'statement-removed': 'Statement removed',
  'statement-added': 'Statement added',
  reworded: 'Reworded',
}

type Piece = { readonly text: string; readonly differs: boolean }

/** The words of one side, those that the other has not marked; all of one mark where they have too little in common. */
function piecesOf(words: string, other: string | undefined): readonly Piece[] {
  if (other === undefined) return [{ text: words, differs: false }]
  const pieces = wordDiff(other, words)
  if (pieces === null) return [{ text: words, differs: true }]
  return pieces.flatMap(({ kind, text }) => (kind === 'there' ? [] : [{ text, differs: kind === 'here' }]))
}

type Sides = { readonly was: readonly Piece[] | null; readonly now: readonly Piece[] | null }

function sidesOf({ old, new: fresh }: VersionChange): Sides {
  return {
    was: old && piecesOf(old.text, fresh?.text),
    now: fresh && piecesOf(fresh.text, old?.text),
  }
}

function titleOf({ kind, was, now }: VersionChange): string {
  const short = (words: string): string => `“${shorten(visibleLine(words), 60)}”`
  if (was !== null && now !== null) return `${changeWords[kind]}: ${short(was)} → ${short(now)}`
  const words = was ?? now
  return words === null ? changeWords[kind] : `${changeWords[kind]}: ${short(words)}`
}

const besides = 'The page carries a note of correction beside its text.'

/** What is known of a version: when it was fetched or changed, how long it is. */
function versionLine({ source, modifiedAt, publishedAt, fetchedAt, words, completeness }: Version): string {
  const time = modifiedAt ?? publishedAt
  return [
    source,
    ...(time === null ? [] : [`dated ${readableTime(time)}`]),
    ...(fetchedAt === null ? [] : [`fetched ${readableTime(fetchedAt)}`]),
    count(words, 'word'),
    ...(completeness.state === 'complete' ? [] : [completeness.state]),
  ].join(', ')
}

/** What is said of all changes together. */
export function versionsSummary({ state, changes, notTold, old, new: fresh }: Versions): readonly string[] {
  switch (state) {
    case 'unreadable':
      return ['Nothing can be said of what changed: one of the two gave no text.']
    case 'other-articles':
      return ['These are not two versions of one article: they have hardly a sentence in common.']
    case 'compared':
      return [
        ...(changes.length > 0
          ? [`${count(changes.length, 'change')}.`]
          : [
              old.textSha256 === fresh.textSha256
                ? 'Nothing changed: the same text.'
                : 'Nothing that the article states has changed.',
            ]),
        ...(notTold.old > 0
          ? [
              `The new version ends early: ${count(notTold.old, 'sentence')} of the old one may be in it or not.`,
            ]
          : []),
        ...(notTold.new > 0
          ? [
              `The old version ends early: ${count(notTold.new, 'sentence')} of the new one may be in it or not.`,
            ]
          : []),
      ]
  }
}

export function renderVersions(found: Versions, width: number): string {
  const print = printer(width)
  const marked = (pieces: readonly Piece[], open: string, close: string): string =>
    pieces.map(({ text, differs }) => (differs && text.trim() !== '' ? open + text + close : text)).join('')
  const lines = found.changes.flatMap((change) => {
    const { was, now } = sidesOf(change)
    return [
      '',
      print(titleOf(change)),
      ...(was ? [print(marked(was, '[-', '-]'), '       ', '  was  ')] : []),
      ...(now ? [print(marked(now, '{+', '+}'), '       ', '  now  ')] : []),
      ...((was ?? now) ? [] : [print(besides, '  ')]),
    ]
  })
  return `${[
    print(found.new.headline || found.old.headline || 'Two versions'),
    print(versionLine(found.old), '     ', 'old  '),
    print(versionLine(found.new), '     ', 'new  '),
    '',
    ...versionsSummary(found).map((line) => print(line)),
    ...lines,
  ].join('\n')}\n`
}

export function versionsMarkdown(found: Versions): string {
  const marked = (pieces: readonly Piece[], mark: string): string =>
    pieces
      .map(({ text, differs }) => {
        const words = escapeMarkdown(text)
        const set = differs && words !== '' ? mark : ''
        return `${/^\s/u.test(text) ? ' ' : ''}${set}${words}${set}${/\S\s$/u.test(text) ? ' ' : ''}`
      })
      .join('')
  return `${[
    `# ${escapeMarkdown(found.new.headline || 'Two versions')}`,
    `Old: ${escapeMarkdown(versionLine(found.old))}  \nNew: ${escapeMarkdown(versionLine(found.new))}`,
    ...versionsSummary(found),
    ...found.changes.flatMap((change) => {
      const { was, now } = sidesOf(change)
      return [
        `## ${escapeMarkdown(titleOf(change))}`,
        ...(was ? [`> Was: ${marked(was, '~~')}`] : []),
        ...(now ? [`> Now: ${marked(now, '**')}`] : []),
        ...((was ?? now) ? [] : [besides]),
      ]
    }),
  ].join('\n\n')}\n`
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border-top:1px solid #bbb;padding:.5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
del{background:#fbe3df;color:#7a1f12}ins{background:#e0f1e4;color:#12552a}caption{text-align:left;padding:.5rem 0}td[colspan]{font-weight:600;border-top:2px solid #777}`

/** The two side by side. */
export function versionsTable(found: Versions): Markup {
  const cell = (pieces: readonly Piece[] | null, mark: (words: string) => Markup): Markup =>
    pieces
      ? html`<td>
          ${pieces.map(({ text, differs }) => (differs && text.trim() !== '' ? mark(text) : text))}
        </td>`
      : html`<td>—</td>`
  const rows = found.changes.map((change) => {
    const { was, now } = sidesOf(change)
    const cells =
      (was ?? now)
        ? [cell(was, (words) => html`<del>${words}</del>`), cell(now, (words) => html`<ins>${words}</ins>`)]
        : html`<td colspan="2">${besides}</td>`
    return [
      html`<tr>
        <td colspan="2">${titleOf(change)}</td>
      </tr>`,
      html`<tr>
        ${cells}
      </tr>`,
    ]
  })
  return html`<table class="versions">
    <thead>
      <tr>
        <th scope="col">${versionLine(found.old)}</th>
        <th scope="col">${versionLine(found.new)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

/** One file that loads nothing. */
export function versionsPage(found: Versions): string {
  const title = found.new.headline || 'Two versions'
  return `${html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${versionsSummary(found).map((line) => html`<p>${line}</p>`)} ${versionsTable(found)}
        </main>
      </body>
    </html>`}\n`
}
