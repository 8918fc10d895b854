/** The method note: what was counted and how, with this run's numbers, in words that can go into a paper. */
import type { Study, StudyMeasure } from '../model/study.js'
import { escapeMarkdown } from '../print/markdown.js'
import { caseTitle } from './cases.js'
import type { Measure } from './measures.js'
import { fewestJudged, level } from './rates.js'
import { count } from '../print/words.js'
import { countWords, percent, withInterval } from './words.js'

export function methodNote(study: Study, measures: readonly Measure[]): string {
  const { events, reports, outlets, incomplete, leftOut, fewest, differences, rates } = study
  const standing = differences.filter(({ q }) => q <= level).length
  const corrected = rates.filter((rate) => rate.corrected !== null)
  const span =
    study.from === null
      ? ''
      : `, published from ${study.from.slice(0, 10)} to ${(study.to ?? '').slice(0, 10)}`
  return `${[
    '# Method',
    `We compared ${reports} reports of ${events} events by ${outlets.length} outlets${span}, with synoptic ${escapeMarkdown(study.generator.version)} (event reports made by version ${study.reportsBy.map(escapeMarkdown).join(', ')}). For each event the program sets side by side the passages of the reports that state the same thing, and the versions of each utterance; reports that share half of their text count as one independent text. ${incomplete} reports could not be read as a whole: what they may have told counts as unknown, never as absent.`,
    leftOut.length === 0
      ? 'No event was left out.'
      : `Left out: ${count(leftOut.length, 'event')}.\n\n${leftOut.map(({ event, reason }) => `- ${escapeMarkdown(event)}: ${escapeMarkdown(reason)}`).join('\n')}`,
    '## What is counted',
    'Each rate is a number of cases over a number of things that could have been one. What could not be told stands in no denominator; its number is printed beside the rate, and where it is large the rate may be off by more than its interval says.',
    measureTable(study),
    '“Right” and “found” are shares of what each cell names, as careful readers of other coverage than this judged it (of codes, your own coders), with 95 % intervals after Wilson (1927). A rate is what the program counts: it is **uncorrected** for these errors unless it is listed below as corrected.',
    '## Intervals',
    `Statements of one report, and reports of one event, are not independent. Intervals (95 %) therefore go by whole events: how much a rate varies is told from what it is without each event in turn (jackknife; Tukey 1958), and the interval is Wilson’s (1927) at the number of independent observations that would vary as much (Korn and Graubard 1998; Dean and Pagano 2015), with Student’s t. Where there is no case, or nothing else, an event is one observation. An outlet with fewer than ${fewest} events in a denominator gets its counts and no rate.`,
    '## Correction',
    corrected.length === 0
      ? 'None: no audit of this batch was given, or none with enough judgements for an outlet. All rates are uncorrected.'
      : `From an audit of this batch, ${corrected.length} rates were corrected for the program’s errors, outlet by outlet, after Rogan and Gladen (1978), in the form for samples drawn from what the program said: rate × share of cases judged right + (1 − rate) × share of other cells judged wrong. Variances are those of the rate over events and of both shares (flat prior), intervals as above. An outlet needs ${fewestJudged} judged cells of each kind.`,
    '## Comparisons',
    `Two outlets are compared over the events in which both have something in the denominator, if there are ${fewest} or more. The probability of a difference as large by chance comes from swapping the two outlets at random within events (up to 9,999 times, with a fixed seed, ended early where it is plainly not small: Besag and Clifford 1991). ${differences.length} differences were looked at; ${standing} stand at a false discovery rate of ${percent(level)} (Benjamini and Hochberg 1995), over all of them.`,
    '## What the figures do not say',
    'Nothing of intent, and nothing of what is true. More than half of what two reports tell in common is not linked, since they use other words; rates are over what is linked. An error that falls on outlets unevenly (long sentences, a house style of quoting) looks like a difference between them: judge a sample of this batch, by outlet, before a difference is published. The events are those that were put in; they stand for no others.',
    '## Rates',
    ratesTable(study, measures),
    '## References',
    `- Benjamini, Y., Hochberg, Y. (1995). Controlling the false discovery rate. *J. R. Stat. Soc. B* 57, 289–300.
- Besag, J., Clifford, P. (1991). Sequential Monte Carlo p-values. *Biometrika* 78, 301–304.
- Dean, N., Pagano, M. (2015). Evaluating confidence interval methods for binomial proportions in clustered surveys. *J. Surv. Stat. Methodol.* 3, 484–503.
- Korn, E. L., Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. *Surv. Methodol.* 24, 193–201.
- Rogan, W. J., Gladen, B. (1978). Estimating prevalence from the results of a screening test. *Am. J. Epidemiol.* 107, 71–76.
- Tukey, J. W. (1958). Bias and confidence in not quite large samples. *Ann. Math. Stat.* 29, 614.
- Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. *J. Am. Stat. Assoc.* 22, 209–212.`,
  ].join('\n\n')}\n`
}

function measureTable({ measures }: Study): string {
  const figure = (value: StudyMeasure['precision']): string =>
    value === null ? 'not measured' : `${withInterval(value.value, value)}; ${value.set}`
  return [
    '| measure | what the report does | of | right | found |',
    '|---|---|---|---|---|',
    ...measures.map(
      ({ id, says, of, precision, recall }) =>
        `| \`${id}\` | ${escapeMarkdown(says)} | ${escapeMarkdown(of)} | ${figure(precision)} | ${figure(recall)} |`,
    ),
  ].join('\n')
}

function ratesTable({ rates }: Study, measures: readonly Measure[]): string {
  return [
    '| what | outlet | rate (95 %) | counts | corrected |',
    '|---|---|---|---|---|',
    ...rates.map((rate) => {
      const measure = measures.find(({ id }) => id === rate.measure)
      const title = measure === undefined ? rate.measure : caseTitle(measure, rate.category)
      const value =
        rate.rate === null || rate.interval === null
          ? 'too few events'
          : withInterval(rate.rate, rate.interval)
      const corrected =
        rate.corrected === null ? 'uncorrected' : withInterval(rate.corrected.rate, rate.corrected.interval)
      return `| ${escapeMarkdown(title)} | ${escapeMarkdown(rate.outlet)} | ${value} | ${countWords(rate)} | ${rate.rate === null ? '' : corrected} |`
    }),
  ].join('\n')
}
