/** Two reports of one meeting, read as the program reads them, each with a sentence of its own. */
import { align } from '../../src/align/align.js'
import { readText } from '../support/event.js'
import { compare, type Worded } from './worded.js'

export async function twoReports(one: string, other: string): Promise<Worded> {
  const articles = [
    await readText(
      'ant.txt',
      `Bridge closed\n\nThe council of Dorn closed the bridge over the river to lorries on Monday. ${one}`,
    ),
    await readText(
      'bee.txt',
      `Dorn shuts its bridge\n\nLorries may not cross the bridge over the river, which the council of Dorn closed on Monday. ${other}`,
    ),
  ]
  return compare(articles, align(articles))
}
