/**
 * A round of watching: feeds whose time has come → new entries → articles → newer versions → stories → comparisons.
 *
 * Never loses what was committed or does it twice: each step takes from the store what the one before left there, and commits what it did.
 */
import { lookAgain, takeIn } from './articles.js'
import { pollFeeds } from './poll.js'
import { leavesOf } from './robots.js'
import { Stories } from './stories.js'
import type { Round, Watching } from './watching.js'

/** What makes one round; what is known of the stories is kept from one to the next. */
export function startWatching(watching: Watching): () => Promise<Round> {
  const stories = new Stories()
  return async () => {
    const now = watching.now()
    const leaves = leavesOf(watching.store, watching.poller, now)
    const polled = await pollFeeds(watching, leaves, now)
    const taken = await takeIn(watching, leaves, now)
    const changed = await lookAgain(watching, leaves, now)
    await stories.group(watching, now)
    for (const article of changed) stories.open(article)
    const compared = await stories.compare(watching, now)
    return { ...polled, ...taken, versions: changed.length, ...compared }
  }
}
