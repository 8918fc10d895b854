/** A processor that runs in a process of its own: spins for a time, or ends its process. */
export default function run(job) {
  if (job.name === 'exit') process.exit(7)
  const end = Date.now() + job.data.milliseconds
  while (Date.now() < end);
  return 'spun'
}
