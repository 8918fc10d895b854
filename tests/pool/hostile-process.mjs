/** A pool process that does what the name of the form asks of it, and otherwise answers with its own number. */
const deeds = {
  'never ends'() {
    for (;;);
  },
  'grows an array'() {
    for (const items = []; ;) items.push(new Array(1e5).fill({}))
  },
  'grows a map'() {
    const map = new Map()
    for (let count = 0; ; count++) map.set(`key ${count}`, count)
  },
  'sorts too much'() {
    for (const all = []; ;)
      all.push(Array.from({ length: 3e6 }, (_, at) => ({ at })).sort((a, b) => b.at - a.at))
  },
  'fills buffers'() {
    for (const buffers = []; ;) {
      buffers.push(new Float64Array(5e5).fill(1))
      work(2)
    }
  },
  'ends its process'() {
    process.exit(3)
  },
  'is killed'() {
    process.kill(process.pid, 'SIGKILL')
  },
  'stops itself'() {
    process.kill(process.pid, 'SIGSTOP')
  },
  throws() {
    throw new Error('boom')
  },
  'works for 0.1 s'() {
    work(100)
  },
  'works for 0.3 s'() {
    work(300)
  },
  'works for 1 s'() {
    work(1_000)
  },
}

/** Milliseconds of processor time. */
function work(milliseconds) {
  const start = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }
  while (used() < milliseconds);
}

process.on('disconnect', () => process.exit())
process.on('message', ({ job }) => {
  process.send({ loaded: true })
  try {
    deeds[job.forms?.[0]]?.()
    const value = { state: 'written', files: [], printed: String(process.pid), summary: null }
    process.send({ answer: value })
  } catch (error) {
    process.send({ failure: error.message })
  }
})
