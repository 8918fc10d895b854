/** Rewrites the expected files of the golden pages; the difference is what gets reviewed. `npm run pages:refresh` */
import { writeFileSync } from 'node:fs'
import { expectedFile, phenomena, renderedPage } from '../tests/normalize/golden.js'

for (const phenomenon of phenomena) writeFileSync(expectedFile(phenomenon), renderedPage(phenomenon))
