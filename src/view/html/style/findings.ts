/** A finding opened: its versions, those who do not say it, and the grey line. */
export const findings = `
.on-paper{display:none}
.on-paper blockquote{display:inline;margin:0}
.on-paper blockquote p{display:inline}
.actor ul{padding-inline-start:0;list-style:none}
.sentence{font:400 var(--t5)/1.4 var(--serif);color:var(--ink);max-width:50rem;text-wrap:pretty}
.finding:target>summary{background:var(--hit)}
.evidence{padding:.25rem .75rem 1rem}
.foot{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;align-items:baseline;font-size:var(--t2);color:var(--soft);margin-block-start:.5rem}
.foot .why[open]{flex-basis:100%}
.why>summary{display:inline-block;padding-block:.125rem}
.not-told{display:flex;flex-wrap:wrap;gap:.375rem 1.5rem;margin:.625rem 0 0;font-size:var(--t2);color:var(--soft)}
.not-told>div{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:start}
.not-told dd{margin:0}
.near[open]{flex-basis:100%}
.near>summary{list-style:none;padding-block:.125rem}
.near blockquote{margin:.25rem 0 0}
.near blockquote p{margin:0;font:400 var(--t4)/1.45 var(--serif);color:var(--ink)}
.sources,.told-as{list-style:none;padding:0}
.sources li{display:flex;gap:.5rem;align-items:baseline}
.sources .source{flex:1;border:0;margin:0}
.sure,.evidence>p{font-size:var(--t4);margin-block:.25rem .75rem;max-width:50rem}
.jump{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.evidence>.jump{font-size:var(--t3);margin-block:.75rem 0}
.edits{padding:0;list-style:none}
.edit{padding:.25rem .75rem;border-inline-start:3px solid var(--line);font-size:var(--t4)}
.edit.weighty{border-color:var(--red);font-weight:600}
.pairs>div{display:flex;flex-wrap:wrap;gap:0 .75rem;padding-block:.25rem;border-block-end:1px solid var(--line)}
.pairs dt{font-weight:600;min-width:12rem}
.pairs dd{margin:0}
.cards{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.card,.missing{background:var(--card);border:1px solid var(--line);border-radius:.25rem;padding:.625rem .875rem;min-width:0}
.card blockquote,.missing blockquote{margin:.375rem 0;padding:0}
.card blockquote p,.missing blockquote p{margin:0;font:400 var(--t6)/1.5 var(--serif)}
.hit{font-weight:400;background:var(--hit);box-decoration-break:clone;-webkit-box-decoration-break:clone;padding-block:.1em}
.hit.compared{background:none}
.around{color:var(--soft)}
.who{font-weight:600;font-size:var(--t4);margin:0}
.tags,.source{font-size:var(--t2);color:var(--soft);margin:.25rem 0 0;display:flex;flex-wrap:wrap;gap:0 .75rem}
.source{border-block-start:1px solid var(--line);padding-block-start:.25rem}
.source .out{margin-inline-start:auto}
.place{margin-inline-start:auto}
.missing{border-style:dashed}
.missing>p{margin-block:.25rem;font-size:var(--t4)}
.versions{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13.5rem),1fr));padding-block:.5rem .75rem}
.versions>.note{grid-column:1/-1;margin:0}
.versions{align-items:start}
.further>summary{font-size:var(--t2);color:var(--soft);margin-block-start:.375rem}
.notes{margin-block-start:1.5rem}
.notes>summary,.alone>summary,.made>summary,.data>summary{font-weight:600;padding-block:.5rem}
`
