/** The files that pages load: a style sheet, a script, an icon. */
import { sha256 } from '../../text/hash.js'

const styleSheet = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d1f22;--soft:#5a5f66;--line:#d9d6cd;--edge:#77736a;--accent:#0b5a7a;--on-accent:#fff;--red:#a3271e;--amber:#7a5200;--green:#1f6440;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--card:#1d2024;--ink:#e8e6e1;--soft:#a9adb3;--line:#3a3e44;--edge:#8b9098;--accent:#7cc4e4;--on-accent:#10222b;--red:#ff9a8f;--amber:#f0c36a;--green:#86d3a6}}
*{box-sizing:border-box}
html{font:100%/1.55 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:0 clamp(1rem,4vw,2rem) 4rem;max-width:52rem;overflow-wrap:anywhere}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,summary:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem}
body>header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding:1rem 0;border-bottom:1px solid var(--line)}
.brand{font-weight:700;text-decoration:none;color:var(--ink)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
h1{font-size:1.7rem;line-height:1.25;margin:1.75rem 0 .5rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
.lead,.hint{color:var(--soft)}
.hint{font-size:.925rem;margin:.15rem 0 .4rem}
.field{margin:1.25rem 0}
label,legend{font-weight:600}
input,textarea{font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.375rem;padding:.5rem .6rem;width:100%}
textarea{min-height:9rem;resize:vertical}
input[type=file]{padding:1.4rem .8rem;border-style:dashed;border-width:2px}
[aria-invalid=true]{border-color:var(--red);border-width:2px}
.error{color:var(--red);font-weight:600;margin:.3rem 0}
.summary{border:2px solid var(--red);border-radius:.5rem;padding:.25rem 1rem;margin:1rem 0}
button{font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:.375rem;padding:.55rem 1.2rem;cursor:pointer;min-height:2.75rem}
button.danger{background:none;color:var(--red);border-color:var(--red)}
button.quiet{background:none;color:var(--accent)}
details{margin:1rem 0}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
h4{font-size:.95rem;margin:1rem 0 .25rem}
fieldset{border:1px solid var(--line);border-radius:.5rem;padding:.25rem 1rem 1rem;margin:1rem 0;min-width:0}
fieldset label{display:block;margin:.75rem 0 0}
fieldset label>input,fieldset label>textarea{font-weight:400;margin-top:.2rem}
.pair{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
label.check{font-weight:400;display:flex;gap:.6rem;align-items:center;min-height:2.75rem;margin:0}
input[type=checkbox]{width:1.2rem;height:1.2rem;flex:none;accent-color:var(--accent);margin:0}
::placeholder{color:var(--soft);opacity:1}
.aside{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;border:1px solid var(--line);background:var(--card);border-radius:.5rem;padding:.6rem 1rem;margin:1rem 0}
.aside p{margin:0}
.aside-words{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.375rem;padding:.75rem 1rem;font-size:.875rem}
code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
.route{border-top:1px solid var(--line)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600}
body>footer{border-top:1px solid var(--line);margin-top:3rem;color:var(--soft);font-size:.925rem}
main:focus{outline:none}
summary{cursor:pointer;padding:.3rem 0}
progress{width:100%;height:1rem;accent-color:var(--accent)}
.list{list-style:none;padding:0}
.list>li{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.7rem 1rem;margin:.6rem 0}
.list p{margin:.15rem 0}
.state{font-weight:600;white-space:nowrap}
p:has(>.state)>a{margin-left:.75rem}
.state::before{content:"";display:inline-block;width:.65em;height:.65em;border-radius:50%;border:2px solid currentColor;margin-right:.45em}
.complete::before,.read::before{background:currentColor}
.complete,.read{color:var(--green)}
.partial{color:var(--amber)}
.partial::before{background:linear-gradient(90deg,currentColor 50%,transparent 50%)}
.failed,.lost{color:var(--red)}
.failed::before,.lost::before{border-radius:0;transform:rotate(45deg)}
.links{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;list-style:none;padding:0}
.rows{list-style:none;padding:0}
.rows li{padding:.25rem 0}
.main-link{display:inline-block;font-weight:600;background:var(--accent);color:var(--on-accent);text-decoration:none;border-radius:.375rem;padding:.55rem 1.2rem}
@media (prefers-reduced-motion:no-preference){.running::before,.fetched::before{animation:beat 1.4s ease-in-out infinite}@keyframes beat{50%{opacity:.25}}}
`

/**
 * Without it pages reload themselves and a button asks the server for one more place; with it only what changed is
 * written anew.
 */
const pageScript = `
'use strict'
const root = document.querySelector('[data-events]')
if (root && 'EventSource' in window) {
  const words = JSON.parse(root.dataset.words)
  const source = new EventSource(root.dataset.events)
  const write = (element, state) => {
    if (!element || element.dataset.state === state) return
    element.dataset.state = state
    element.className = 'state ' + state
    element.textContent = words[state] || state
  }
  source.addEventListener('progress', (event) => {
    const view = JSON.parse(event.data)
    write(root.querySelector('[data-comparison]'), view.state)
    for (const item of view.sources)
      write(root.querySelector('[data-source="' + item.position + '"]'), item.state)
    const bar = root.querySelector('progress')
    const { total, read, lost, fetched } = view.progress
    if (bar) bar.value = (read + lost + fetched / 2) / total
    const told = root.querySelector('[data-told]')
    const text = read + lost + ' of ' + total + ' sources done' + (fetched > 0 ? ', ' + fetched + ' fetched' : '')
    if (told && told.textContent.trim() !== text) told.textContent = text
  })
  source.addEventListener('final', () => {
    source.close()
    location.reload()
  })
}

const batch = document.querySelector('[data-batch]')
if (batch) {
  const look = async () => {
    const answer = await fetch(batch.dataset.batch).catch(() => null)
    if (answer && answer.ok) {
      const { finished, states, total } = await answer.json()
      if (finished) return location.reload()
      const done = states.complete + states.partial + states.failed
      batch.querySelector('progress').value = done
      const told = batch.querySelector('[data-told]')
      const text = done + ' of ' + total + ' events done'
      if (told.textContent.trim() !== text) told.textContent = text
    }
    setTimeout(look, 2000)
  }
  setTimeout(look, 1000)
}

const more = document.querySelector('[data-more]')
if (more)
  more.addEventListener('click', (event) => {
    event.preventDefault()
    const places = document.querySelectorAll('[data-text]')
    const place = places[places.length - 1].cloneNode(true)
    place.querySelector('[data-number]').textContent = places.length + 1
    for (const field of place.querySelectorAll('input, textarea')) field.value = ''
    document.querySelector('[data-texts]').append(place)
    place.querySelector('input').focus()
  })
`

export type Asset = { readonly path: string; readonly mediaType: string; readonly content: string }

/** The hash in the address lets browsers keep a file for as long as they like. */
function asset(name: string, ending: string, mediaType: string, content: string): Asset {
  return { path: `/static/${name}-${sha256(content).slice(0, 10)}.${ending}`, mediaType, content }
}

export const style = asset('site', 'css', 'text/css', styleSheet.trimStart())
export const script = asset('site', 'js', 'text/javascript', pageScript.trimStart())
/** Three columns of one text: at the address that browsers ask by themselves. */
export const icon: Asset = {
  path: '/favicon.ico',
  mediaType: 'image/svg+xml',
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5a7a"/><path d="M7 8v16M16 8v10M25 8v16M14 24h4" stroke="#fff" stroke-width="4" fill="none"/></svg>',
}
export const assets: readonly Asset[] = [style, script, icon]
