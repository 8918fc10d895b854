/**
 * The style sheets of the house, made of the files beside this one, in which a comment such as `shares` between slashes and
 * stars stands for rules that are many and alike: what all pages share, and the report's, in one string whose hash its policy names.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../text/data-file.js'
import { styleFile } from '../../page-files.js'

/** Subsets (scripts/build-fonts.mjs). */
export const faces = [
  { family: 'Synoptic Serif', weight: '400', file: 'serif-400.woff2' },
  { family: 'Synoptic Serif', weight: '600 700', file: 'serif-600.woff2' },
  { family: 'Synoptic Sans', weight: '400', file: 'sans-400.woff2' },
  { family: 'Synoptic Sans', weight: '600 700', file: 'sans-600.woff2' },
] as const

const colours = { light: declarations('light'), dark: declarations('dark') }

/** Type, colours, buttons, tables, the bar of places. `src`: where a face is loaded from. */
export function houseSheet(src: (file: string) => string): string {
  const face = ({ family, weight, file }: (typeof faces)[number]): string =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${src(file)}) format("woff2")}`
  return [
    sheet('type', { faces: faces.map(face).join('\n') }),
    sheet('colours', colours),
    sheet('base'),
    sheet('bar'),
    sheet('controls'),
    // A share of a bar, in hundredths: the page's policy allows no style of an element's own.
    sheet('tables', {
      shares: Array.from({ length: 101 }, (_, share) => `.w${share}{width:${share}%}`).join(''),
    }),
  ].join('\n')
}

/** For a page that is one file, with the faces in it. */
export const carriedHouseSheet = houseSheet(
  (file) => `data:font/woff2;base64,${faceBytes(file).toString('base64')}`,
)

export const styleSheet = [
  carriedHouseSheet,
  sheet('front'),
  sheet('rows'),
  sheet('articles'),
  sheet('print', { light: colours.light }),
].join('\n')

export function faceBytes(file: string): Buffer {
  return readFileSync(packageFile('data', 'fonts', file))
}

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
