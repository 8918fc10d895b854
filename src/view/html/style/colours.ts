/** Colours, light and dark: the device's own setting unless the reader chose. Contrast of text is 4.5:1 or more on all grounds. */
const light =
  'color-scheme:light;--paper:#fbfaf6;--card:#ffffff;--ink:#1b1d20;--soft:#575c63;--line:#dcd8cc;--edge:#827d70;--accent:#0b5674;--on-accent:#ffffff;--wash:#e9f1f4;--red:#a12a20;--amber:#755000;--violet:#5a3b89;--green:#1d5f3f;--hit:#fbf0c4;--del:#f8dbd7;--ins:#d7eddf;--asserts:#edf4ef;--other:#fbeecf;--denies:#f9e1dd;--unknown:#ecebe6'
const dark =
  'color-scheme:dark;--paper:#141619;--card:#1c1f23;--ink:#e9e7e2;--soft:#abb0b7;--line:#393d43;--edge:#8a8f97;--accent:#84c9e8;--on-accent:#0c1e28;--wash:#1b2b33;--red:#ff9d92;--amber:#efc56f;--violet:#cbb1f5;--green:#8bd6aa;--hit:#3b3517;--del:#512722;--ins:#1d402c;--asserts:#1a2b21;--other:#3d3113;--denies:#452420;--unknown:#2a2d31'

export const colours = `
:root{${light}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{${dark}}
`

export const printColours = `:root,:root[data-theme]{${light};--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#000}`
