/** The style sheet of the report page, in one string whose hash the page's policy names. */
import { articles } from './articles.js'
import { base } from './base.js'
import { colours } from './colours.js'
import { controls } from './controls.js'
import { findings } from './findings.js'
import { front } from './front.js'
import { pictures } from './pictures.js'
import { print } from './print.js'
import { tables } from './tables.js'
import { type } from './type.js'

export const styleSheet =
  type + colours + base + controls + front + findings + tables + articles + pictures + print
