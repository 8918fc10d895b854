/**
 * The style sheet of the report page, in one string whose hash the page's policy names: the files beside this one, in which
 * a comment such as `widths` between slashes and stars stands for rules that are many and alike.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../text/data-file.js'
import { styleFile } from '../../style-file.js'
import { mostWidths } from '../outlets.js'
import { widestAnswer } from '../parting.js'

/** Subsets (scripts/build-fonts.mjs). */
const faces = [
  { family: 'Synoptic Serif', weight: '400', file: 'serif-400.woff2' },
  { family: 'Synoptic Serif', weight: '600 700', file: 'serif-600.woff2' },
  { family: 'Synoptic Sans', weight: '400', file: 'sans-400.woff2' },
  { family: 'Synoptic Sans', weight: '600 700', file: 'sans-600.woff2' },
] as const

/**
 * So many reports fit a wide screen: their tables need no region of their own. Heads stay under the bar either way; in a
 * region the script keeps `--head` up.
 */
const fewReports = 6
/** The claims' columns are as narrow as a letter. */
const fewInClaims = 20
/** Across paper, cells with words have room for so many reports; more are told by sign, with its key. */
const mostWithWords = 8

const colours = { light: declarations('light'), dark: declarations('dark') }

export const styleSheet = [
  sheet('type', { faces: faces.map(face).join('\n') }),
  sheet('colours', colours),
  sheet('base'),
  sheet('controls'),
  // An answer is as wide as the independent texts that give it.
  sheet('front', { widths: numbered(widestAnswer, (n) => `.t${n}{flex-grow:${n}}`).join('') }),
  sheet('findings'),
  sheet('tables', {
    widths: numbered(mostWidths, columnWidths).join(''),
    few: [
      ...numbered(fewReports, (n) => `.by-outlet.n${n}`),
      ...numbered(fewInClaims, (n) => `.matrix.n${n}`),
    ].join(','),
  }),
  sheet('articles'),
  sheet('pictures'),
  sheet('print', {
    light: colours.light,
    wide: `:is(${numbered(mostWidths, (n) => `.n${n}`)
      .slice(mostWithWords)
      .join(',')})`,
  }),
].join('\n')

function sheet(name: string, rules: Readonly<Record<string, string>> = {}): string {
  return Object.entries(rules).reduce(
    (css, [place, rule]) => css.replaceAll(`/*${place}*/`, () => rule),
    styleFile('print', 'html', 'style', `${name}.css`),
  )
}

/** Of a file with one rule. */
function declarations(name: string): string {
  const css = sheet(name)
  return css.slice(css.indexOf('{') + 1, css.lastIndexOf('}'))
}

function face({ family, weight, file }: (typeof faces)[number]): string {
  const bytes = readFileSync(packageFile('data', 'fonts', file)).toString('base64')
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${bytes}) format("woff2")}`
}

/** Columns of one width let a browser lay a large table out fast: `n5` is for five reports. The script keeps the class up. */
function columnWidths(n: number): string {
  return `.by-outlet.n${n}{width:max(100%,${17 + 7.5 * n}rem)}.matrix.n${n}{width:max(100%,${11 + 2.75 * n}rem)}`
}

function numbered(most: number, rule: (n: number) => string): readonly string[] {
  return Array.from({ length: most }, (_, index) => rule(index + 1))
}
