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

export const type = `${faces.map(face).join('\n')}
:root{--sans:"Synoptic Sans",-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue","Liberation Sans",Arial,sans-serif;--serif:"Synoptic Serif",Charter,"Source Serif 4",Georgia,"Noto Serif","Liberation Serif",serif}
`
