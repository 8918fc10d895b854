/**
 * Open shadow roots: makes what web components hold part of the page.
 *
 * In:    HTML source. Out: the same source, each `<template shadowrootmode>` (HTML standard, declarative shadow DOM) as a `div`.
 * Never: opens other templates: those hold nothing that a reader sees.
 *
 * Slots are not filled: what stands between a component's tags follows what stands in its shadow root.
 */
const TEMPLATE = /<(\/?)template(?=[\s/>])/giu
const SHADOW = /\sshadowroot(?:mode)?\s*=/iu

export function openShadowRoots(html: string): string {
  if (!SHADOW.test(html)) return html
  const kept: string[] = []
  /** For each open template whether it is a shadow root. */
  const open: boolean[] = []
  let from = 0
  TEMPLATE.lastIndex = 0
  for (let match = TEMPLATE.exec(html); match; match = TEMPLATE.exec(html)) {
    const end = html.indexOf('>', TEMPLATE.lastIndex) + 1
    if (end === 0) break
    const leaves = match[1] === '/'
    const shadow = leaves ? open.pop() === true : SHADOW.test(html.slice(match.index, end))
    if (!leaves) open.push(shadow)
    if (shadow) {
      kept.push(html.slice(from, match.index), leaves ? '</div>' : '<div>')
      from = end
    }
    TEMPLATE.lastIndex = end
  }
  kept.push(html.slice(from))
  return kept.join('')
}
