/**
 * The two ends of what one goes through, it opened and it closed, arrested and released, by stem: data/english/courses.txt.
 */
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(' ').map(stem))

export const courses: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = wordFile(
  'courses.txt',
)
  .lines('courses')
  .map((line) => {
    const [one = '', other = ''] = line.slice(line.indexOf(': ') + 2).split(' | ')
    return [stems(one), stems(other)]
  })
