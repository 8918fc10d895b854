/** A day of three outlets: what they tell, when, and what changes, fails and goes. */
import { newsroom } from '../stories/newsroom.js'
import { hour, type Page } from './world.js'

export const outlets = ['courier', 'radio', 'gazette']
export const told = (name: string): string => newsroom[name] ?? ''

export function page(name: string, appears: number, more: Partial<Page> = {}): Page {
  return {
    outlet: outlets.indexOf(name.split('-')[1] ?? ''),
    path: `/${name}`,
    text: told(name),
    appears,
    ...more,
  }
}

const corrected = told('ferry-courier')
  .replace(
    'Ferry runs aground off Tarn Island, 84 taken off',
    'Ferry runs aground off Tarn Island, 86 taken off',
  )
  .replace('with 84 people aboard', 'with 86 people aboard')

export const dayOfNews: readonly Page[] = [
  page('ferry-courier', hour, { changes: { at: 3 * hour, text: corrected } }),
  page('ferry-radio', 2 * hour, { ticks: true }),
  page('ferry-gazette', 5 * hour),
  page('council-courier', 6 * hour),
  page('council-radio', 7 * hour, { vanishes: 9 * hour }),
  page('vaccine-courier', 8 * hour),
  { ...page('vaccine-radio', 8 * hour), path: '/private/vaccine-radio' },
]
