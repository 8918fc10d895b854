/** A processor in TypeScript, which a process of its own can only run with a loader. */
export default function run(job: { readonly name: string }): string {
  return `typed ${job.name}`
}
