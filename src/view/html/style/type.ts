/**
 * Type: the two faces, carried in the page as subsets, and the scale and the grid that all other files go by.
 *
 * In: data/fonts/ (scripts/build-fonts.mjs). Out: CSS. Never: a face that is loaded from anywhere.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../text/data-file.js'

/** Letters that a subset lacks come from the device's own serif or sans. */
const faces = [
  { family: 'Synoptic Serif', weight: '400', file: 'serif-400.woff2' },
  { family: 'Synoptic Serif', weight: '600 700', file: 'serif-600.woff2' },
  { family: 'Synoptic Sans', weight: '400', file: 'sans-400.woff2' },
  { family: 'Synoptic Sans', weight: '600 700', file: 'sans-600.woff2' },
] as const

function face({ family, weight, file }: (typeof faces)[number]): string {
  const bytes = readFileSync(packageFile('data', 'fonts', file)).toString('base64')
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${bytes}) format("woff2")}`
}

/** The scale: nine sizes, no other; in rem, so that a reader's own size counts. From the smallest label to the title. */
const scale = [0.75, 0.8125, 0.875, 0.9375, 1, 1.0625, 1.1875, 1.375, 1.875] as const

/**
 * The grid: an eighth of the reader's letter size. Every space inside and between parts is a multiple of it; lines of one
 * and two pixels, and what hangs on a letter's own size (em), are not.
 */
export const grid = 0.125

const sizes = scale.map((size, step) => `--t${step + 1}:${String(size).replace(/^0/u, '')}rem`).join(';')

export const type = `${faces.map(face).join('\n')}
:root{${sizes};--sans:"Synoptic Sans",-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue","Liberation Sans",Arial,sans-serif;--serif:"Synoptic Serif",Charter,"Source Serif 4",Georgia,"Noto Serif","Liberation Serif",serif}
`
