/** The style sheet of the report page, in one string whose hash the page's policy names. */
import { articles } from './articles.js'
import { base } from './base.js'
import { front } from './front.js'
import { tables } from './tables.js'

export const styleSheet = base + front + tables + articles
