/** A pool process as it is built, but for three words: it spins where it reads or compares, or writes the form, of a text with one. */
import { poolWork } from '../../dist/src/pool/pool-work.js'

const poisons = { read: 'spinreading', compare: 'spincomparing', write: 'spinwriting' }

process.on('disconnect', () => process.exit())
process.on('message', async ({ kind, job }) => {
  try {
    const work = await poolWork[kind]()
    process.send({ loaded: true })
    if (textOf(kind, job).includes(poisons[kind])) for (;;);
    process.send({ answer: await work(job) })
  } catch (error) {
    process.send({ failure: error.message })
  }
})

function textOf(kind, job) {
  if (kind === 'read') return Buffer.from(job.page.bytes ?? '', 'base64').toString()
  if (kind === 'write') return job.forms?.includes('report.md') ? job.report : ''
  return job.articles
    .filter(({ leftOut }) => leftOut === null)
    .map(({ json }) => json)
    .join(' ')
}
