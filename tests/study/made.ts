/** Studies made in memory, of reports that are at hand. */
import type { Report } from '../../src/model/report.js'
import type { Study } from '../../src/model/study.js'
import { noCodes } from '../../src/study/codes.js'
import { makeStudy, type EventSource, type StudyOptions } from '../../src/study/study.js'

const none: StudyOptions = {
  version: 'test',
  actors: [],
  variables: { names: [], of: () => undefined },
  audit: new Map(),
  codes: noCodes,
  leftOut: [],
}

export type Made = { readonly study: Study; readonly files: ReadonlyMap<string, string> }

export async function studyOf(
  sources: readonly EventSource[],
  options: Partial<StudyOptions> = {},
): Promise<Made> {
  const files = new Map<string, string>()
  const append = async (name: string, text: string): Promise<void> => {
    files.set(name, (files.get(name) ?? '') + text)
    return Promise.resolve()
  }
  return { study: await makeStudy(sources, { ...none, ...options }, { append }), files }
}

export function source(event: string, report: Report): EventSource {
  return { event, folder: `../reports/${event}`, read: () => Promise.resolve(JSON.stringify(report)) }
}

/** As if it were another event with the same tendencies: its articles have other ids. */
export function copy(report: Report, number: number): Report {
  const other = JSON.stringify(report).replaceAll(
    /\ba-([0-9a-f]{10})[0-9a-f]{2}/gu,
    (_, kept: string) => `a-${kept}${String(number).padStart(2, '0')}`,
  )
  return JSON.parse(other) as Report
}
