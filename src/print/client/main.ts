/**
 * The script of the report's page: filters, reading aids, review. Runs when the page is parsed; without it the page
 * is whole and its controls stay hidden.
 *
 * In: the page. Out: what a reader asked for. Never: a request, eval, or markup made from text.
 */
import { all } from './dom.js'
import { startFilters } from './filters.js'
import { openKept } from './kept.js'
import { startHeads } from './heads.js'
import { startMoving } from './moving.js'
import { startOutlets } from './outlets.js'
import { startReading } from './reading.js'
import { startReview } from './review/start.js'
import { startSettings } from './settings.js'
import { startTabs } from './tabs.js'

const kept = openKept(() => localStorage)
document.documentElement.classList.add('js')
for (const control of all('[data-js]')) control.hidden = false
startSettings(kept)
startTabs()
const outlets = startOutlets()
startFilters(outlets)
startReading()
startReview(kept)
startHeads()
startMoving(outlets)
