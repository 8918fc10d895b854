/** The pictures: one accent, greys, and a number at each mark; what colour tells, a number or word tells too. */
export const pictures = `
.picture{margin:.75rem 0}
.picture svg{display:block;font:400 13px var(--sans);overflow:visible;max-width:none}
.picture .narrow{display:none}
@media screen and (max-width:40rem){.two .wide{display:none}.two .narrow{display:block}}
.plain{container-type:normal;border:0;padding-block:.25rem;margin:0}
.picture text{fill:var(--ink)}
.picture .tick,.picture .count{fill:var(--soft);font-size:12px}
.picture .head{font-weight:700}
.grid{stroke:var(--line);stroke-width:1}
.lane{stroke:var(--edge)}
.at-line{stroke:var(--accent)}
.dot{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
.dot.first{fill:var(--accent)}
.picture .num{font-size:11px;font-weight:700;fill:var(--accent)}
.picture .dot.first+.num{fill:var(--on-accent)}
.own{fill:var(--accent)}
.quoted{fill:var(--amber)}
.reported{fill:var(--edge)}
.swatch{display:inline-block;width:.75rem;height:.75rem;vertical-align:-.0625rem}
.swatch.own{background:var(--accent)}
.swatch.quoted{background:var(--amber)}
.swatch.reported{background:var(--edge)}
.said{fill:var(--accent);opacity:.85}
.at{fill:var(--accent)}
.bow{fill:none;stroke:var(--edge);stroke-dasharray:5 3}
.bow.one{stroke:var(--amber);stroke-dasharray:none}
.letters{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:var(--t2);color:var(--soft)}
.things{margin:.75rem 0;padding:0;list-style:none;display:grid;gap:1rem 2.5rem}
.things p{margin:0;font:400 var(--t4)/1.4 var(--serif);max-width:42rem}
.things .note{font:400 var(--t2)/1.4 var(--sans)}
.things a{color:inherit;text-decoration-color:var(--line)}
@media (min-width:80rem){.things{grid-template-columns:repeat(2,minmax(0,1fr))}}
.openings{list-style:none;padding:0;display:grid;gap:1rem 1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr))}
@media (min-width:64rem){${[1, 2, 3, 4, 5].map((columns) => `.openings.a${columns}{grid-template-columns:repeat(${columns},minmax(0,1fr))}`).join('')}}
.openings li{border-block-start:1px solid var(--ink);padding-block-start:.375rem;min-width:0}
.openings .headline{font:700 var(--t7)/1.25 var(--serif);margin:.375rem 0}
.openings a{color:inherit;text-decoration:none}
.about{font-size:var(--t4)}
.about a{color:inherit;text-decoration-color:var(--line)}
.lead-text{font:400 var(--t4)/1.45 var(--serif);margin:0}
`
