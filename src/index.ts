/** What a library user may import. */
export { generatorOf } from './generator.js'
export { compareArticles, expandSources, match, readSource, type Deps } from './pipeline.js'
export { reportFiles, type ReportFile } from './report/files.js'
export { withoutText } from './report/without-text.js'
export { wire } from './wire.js'
export type { AnnotatedArticle } from './model/annotated-article.js'
export type { InspectedArticle, Report } from './model/report.js'
