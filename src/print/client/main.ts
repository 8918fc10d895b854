/** The script of the report’s page: filters, reading aids, review. Without it the page is whole and its controls stay hidden. */
import { all } from './dom.js'
import { startFilters, startOutlets } from './filters.js'
import { startMoving } from './moving.js'
import { startReading } from './reading.js'
import { startReview } from './review.js'
import { openKept, startSettings } from './settings.js'

const kept = openKept()
document.documentElement.classList.add('js')
for (const control of all('[data-js]')) control.hidden = false
// A browser that comes back from elsewhere would set controls as they were, and nothing would follow them.
for (const control of all('input, select')) control.setAttribute('autocomplete', 'off')
startSettings(kept)
const outlets = startOutlets()
startFilters(outlets)
startReading()
startReview(kept)
startMoving(outlets)
