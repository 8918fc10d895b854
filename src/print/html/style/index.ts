/**
 * The style sheet of the report page, in one string whose hash the page's policy names: the files beside this one, in which
 * a comment such as `shares` between slashes and stars stands for rules that are many and alike.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../text/data-file.js'
import { styleFile } from '../../page-files.js'

/** Subsets (scripts/build-fonts.mjs). */
const faces = [
  { family: 'Synoptic Serif', weight: '400', file: 'serif-400.woff2' },
  { family: 'Synoptic Serif', weight: '600 700', file: 'serif-600.woff2' },
  { family: 'Synoptic Sans', weight: '400', file: 'sans-400.woff2' },
  { family: 'Synoptic Sans', weight: '600 700', file: 'sans-600.woff2' },
] as const

const colours = { light: declarations('light'), dark: declarations('dark') }

export const styleSheet = [
  sheet('type', { faces: faces.map(face).join('\n') }),
  sheet('colours', colours),
  sheet('base'),
  sheet('controls'),
  sheet('front'),
  sheet('rows'),
  // A share of a bar, in hundredths: the page's policy allows no style of an element's own.
  sheet('tables', {
    shares: Array.from({ length: 101 }, (_, share) => `.w${share}{width:${share}%}`).join(''),
  }),
  sheet('articles'),
  sheet('print', { light: colours.light }),
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
