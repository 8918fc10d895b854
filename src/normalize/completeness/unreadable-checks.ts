/**
 * Checks for pages that are no article: error pages with status 200, bot and consent walls, pages that scripts would fill.
 *
 * Each looks at few words only: a report on captchas is long, a captcha is short.
 */
import type { Check, Finding } from './signs.js'
import { CONSENT_ELSEWHERE, ERROR_ELSEWHERE, SCRIPT_ELSEWHERE } from './wall-languages.js'
import { BOT_WALL, BOT_WALL_LINE, CONSENT_WALL, ERROR_PAGE, SCRIPT_NEEDED } from './wall-patterns.js'

/** Above so many words there is an article, whatever else the page says. By inspection. */
const WALL_WORDS = 180
const ERROR_WORDS = 120
const SCRIPT_WORDS = 60
const NO_ARTICLE_WORDS = 12
/**
 * Linked headings that make a list of reports, words of a heading and its teaser, and words before the first that introduce
 * an article.
 */
const INDEX_HEADS = 4
const TEASER_WORDS = 50
const INTRODUCTION_WORDS = 25

function unreadable(code: string, message: string): Finding {
  return { state: 'unreadable', code, message }
}

export const errorPage: Check = ({ title, metadata, words, pageTexts }) => {
  if (words >= ERROR_WORDS) return null
  const heads = [title, metadata.headline ?? '', ...pageTexts.slice(0, 3)]
  if (!heads.some((text) => ERROR_PAGE.test(text) || ERROR_ELSEWHERE.test(text))) return null
  return unreadable(
    'error-page',
    'the page is an error page, not an article; check the address, or save the article and give the file.',
  )
}

export const botWall: Check = ({ title, words, pageTexts }) => {
  const asks = [title, ...pageTexts].some((text) => BOT_WALL.test(text) || BOT_WALL_LINE.test(text))
  if (words >= WALL_WORDS || !asks) return null
  return unreadable(
    'bot-wall',
    'the site asks whether a person is reading instead of showing the article; open it in a browser, save the page and give the file.',
  )
}

export const consentWall: Check = ({ title, metadata, words, blocks, pageTexts }) => {
  if (words >= WALL_WORDS) return null
  const shown = blocks.length > 0 ? blocks.map((block) => block.text) : pageTexts
  const about = [title, metadata.headline ?? '', ...shown].filter(
    (text) => CONSENT_WALL.test(text) || CONSENT_ELSEWHERE.test(text.toLowerCase()),
  ).length
  if (about === 0 || about * 3 < shown.length) return null
  return unreadable(
    'consent-wall',
    'the site shows a consent notice instead of the article; accept it in a browser, save the page and give the file.',
  )
}

export const scriptOnly: Check = ({ words, noscript, pageTexts, scripts }) => {
  if (words >= SCRIPT_WORDS) return null
  const asks = [noscript, ...pageTexts].some(
    (text) => SCRIPT_NEEDED.test(text) || SCRIPT_ELSEWHERE.test(text.toLowerCase()),
  )
  const empty = scripts > 0 && pageTexts.join(' ').length < 200 && words < NO_ARTICLE_WORDS
  if (!asks && !empty) return null
  return unreadable(
    'script-only',
    'the page is empty until its scripts run; open it in a browser, save the finished page and give the file.',
  )
}

/**
 * A section page: from its start on, headings that are one link each, with a sentence or two below. Of 72 pages of articles
 * none has one such heading; a list with linked headings has an introduction, or tells more below each.
 */
export const indexPage: Check = ({ blocks }) => {
  const told = blocks.filter(({ kind }) => kind !== 'caption')
  const heads = told.filter(({ kind, words, linkWords }) => kind === 'subhead' && linkWords >= words)
  const first = heads[0]
  if (first === undefined || heads.length < INDEX_HEADS) return null
  const before = told.slice(0, told.indexOf(first)).reduce((sum, { words }) => sum + words, 0)
  const all = told.reduce((sum, { words }) => sum + words, 0)
  if (before >= INTRODUCTION_WORDS || all > heads.length * TEASER_WORDS) return null
  return unreadable(
    'no-article',
    'the page is a list of reports, not one of them; give the address or file of the article itself.',
  )
}

export const noArticle: Check = ({ words }) => {
  if (words >= NO_ARTICLE_WORDS) return null
  return unreadable(
    'no-article',
    'no article was found in the page; give the address or file of the article itself.',
  )
}
