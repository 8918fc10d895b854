/**
 * Changes of state, each a row written in the transaction that makes it. A unique index lets a comparison have one final
 * one: a second end is an error of the database, whatever the code above forgets.
 */
import type { Kysely, Transaction } from 'kysely'
import { ComparisonState } from '../../model/submission.js'
import type { Transition } from '../../ports/store.js'
import type { Tables } from './schema.js'

export const finalStates = ['complete', 'partial', 'failed']

export async function record(
  tx: Transaction<Tables>,
  comparison: string,
  state: Transition['state'],
  at: number,
): Promise<void> {
  const final = finalStates.includes(state) ? 1 : 0
  await tx.insertInto('transitions').values({ comparison, state, at, final }).execute()
}

/** One state follows from the one before, which tells their order where two share a millisecond. */
const order: readonly string[] = ['running', ...finalStates, 'withdrawn']

export async function transitions(db: Kysely<Tables>, id: string): Promise<readonly Transition[]> {
  const rows = await db
    .selectFrom('transitions')
    .select(['state', 'at'])
    .where('comparison', '=', id)
    .execute()
  return rows
    .toSorted((a, b) => a.at - b.at || order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ state, at }) => ({ state: state === 'withdrawn' ? state : ComparisonState.parse(state), at }))
}
