/**
 * What was typed: options as commander hands them over, checked and no more. What they mean is decided by the
 * commands; nothing here opens a file, reads the clock or knows an adapter.
 */
import { InvalidArgumentError, Option } from 'commander'
import { Scope } from '../model/api-key.js'
import { queueNames, type QueueName } from '../model/job.js'
import { formNames, type FormName } from '../editions/forms.js'

export type ReadOptions = {
  readonly now?: string
  readonly zone: string
  readonly allowPrivate: boolean
  readonly quiet: boolean
  readonly text: boolean
}

export type InspectOptions = ReadOptions & { readonly json: boolean; readonly removed: boolean }

export type CompareOptions = ReadOptions & {
  readonly json: boolean
  readonly out?: string
  readonly title?: string
  readonly also: readonly FormName[]
  readonly review: readonly string[]
  readonly classroom: boolean
  /** Print every finding, not only where the reports part. */
  readonly full: boolean
  /** Id of a finding, or the start of it. */
  readonly why?: string
  /** A transcript or communiqué that quotations are checked against. */
  readonly reference?: string
}

export type ExportOptions = {
  readonly to: readonly FormName[]
  readonly out?: string
  readonly review: readonly string[]
}

export type AgreementOptions = { readonly json: boolean; readonly report?: string }

export type AuditOptions = {
  readonly sample?: number
  readonly seed: string
  readonly out?: string
  readonly score?: string
  readonly key?: string
  readonly json: boolean
}

export type DiffOptions = { readonly json: boolean }

export type QuotesOptions = Omit<ReadOptions, 'text'> & { readonly json: boolean; readonly csv: boolean }

export type MatchOptions = { readonly json: boolean }

/** Options of every command that reads sources. */
export function readOptions(): Option[] {
  return [
    new Option('--now <time>', 'clock to use instead of the current time, ISO 8601').argParser(isoTime),
    new Option('--zone <zone>', 'time zone for dates in articles that state none, an IANA name')
      .argParser(zone)
      .default('UTC'),
    new Option('--allow-private', 'allow addresses of private networks and of this machine').default(false),
    new Option('--no-text', 'replace the articles’ text by hashes and excerpts'),
    new Option('--quiet', 'no progress and no warnings on standard error').default(false),
  ]
}

function isoTime(value: string): string {
  const time = Date.parse(value)
  if (!/^\d{4}-\d{2}-\d{2}/u.test(value) || Number.isNaN(time))
    throw new InvalidArgumentError('It must be an ISO 8601 time such as 2025-12-03T09:00:00Z.')
  return new Date(time).toISOString()
}

function zone(value: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch {
    throw new InvalidArgumentError('It must be an IANA time zone such as Europe/Berlin.')
  }
}

/** `fetch,read`: names of queues, each once. */
export function queues(value: string): QueueName[] {
  return oneOrMore(queueNames, value)
}

export function concurrency(value: string): number {
  return wholeNumber(value, 1, 64)
}

/** 0: none here, other processes do the work. */
export function concurrencyOrNone(value: string): number {
  return wholeNumber(value, 0, 64)
}

export function port(value: string): number {
  return wholeNumber(value, 0, 65_535)
}

function wholeNumber(value: string, least: number, most: number): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  return number
}

/** `read,submit`: scopes of an API key. */
export function scopes(value: string): Scope[] {
  return oneOrMore(Scope.options, value)
}

/** `docx,jsonl`: forms of a report, each once. */
export function forms(value: string): FormName[] {
  return oneOrMore(formNames, value)
}

function oneOrMore<Name extends string>(all: readonly Name[], value: string): Name[] {
  const names = value.split(',').map((name) => name.trim())
  const known = all.filter((name) => names.includes(name))
  if (known.length !== new Set(names).size)
    throw new InvalidArgumentError(`It must be one or more of ${all.join(', ')}, with commas between.`)
  return known
}

export function several(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

export function sampleSize(value: string): number {
  return wholeNumber(value, 1, 10_000)
}
