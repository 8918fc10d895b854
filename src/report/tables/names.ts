/** The tables a report comes with, in the order in which they are listed. */
export const tableNames = ['cells', 'findings', 'quotes', 'actors', 'articles'] as const
export type TableName = (typeof tableNames)[number]
