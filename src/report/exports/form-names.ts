/** The names of the forms a report comes in, for the command line; what makes them is in forms.ts. */
export const formNames = [
  'html',
  'json',
  'md',
  'csv',
  'jsonl',
  'docx',
  'annotations',
  'qdpx',
  'classroom',
] as const
export type FormName = (typeof formNames)[number]
