/** What is done for each kind of job. Each loads what it needs when the first of its kind comes. */
import { Report } from '../model/report.js'
import { onlyPrinted, type PoolAnswers, type PoolJobs, type PoolKind } from '../model/pool-job.js'

type Work = {
  readonly [K in PoolKind]: () => Promise<(job: PoolJobs[K]) => PoolAnswers[K] | Promise<PoolAnswers[K]>>
}

export const poolWork: Work = {
  read: async () => (await import('./pool-stages.js')).read,
  skim: async () => (await import('./pool-stages.js')).skim,
  feed: async () => (await import('../feeds/read-feed.js')).readFeed,
  compare: async () => (await import('./pool-stages.js')).compare,
  write: async () => {
    const { write } = await import('../editions/write.js')
    return async (job) => {
      if (job.as === 'versions') return (await import('./pool-stages.js')).compareTwo(job)
      if (job.as === 'asked') return (await import('./pool-stages.js')).answer(job)
      if (job.as === 'match') return (await import('./pool-stages.js')).matched(job)
      if (job.as === 'evidence') return (await import('./pool-stages.js')).zipped(job)
      if (job.as !== 'reading') return write(job, async () => (await import('../pipeline.js')).ruleOf)
      const { prepare } = await import('../reader/prepare.js')
      return onlyPrinted(JSON.stringify(prepare(Report.parse(JSON.parse(job.report)))))
    }
  },
}
