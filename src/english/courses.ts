/**
 * The two ends of what one goes through, it opened and it closed, arrested and released, by stem: data/english/courses.txt.
 */
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const file = wordFile('courses.txt')

export const courses: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = file
  .lines('courses')
  .map((line) => {
    const [one = '', other = ''] = line.slice(line.indexOf(': ') + 2).split(' | ')
    return [stems(one), stems(other)]
  })

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem))
}
