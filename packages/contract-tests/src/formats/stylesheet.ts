/** What the page looks like: in both colour schemes, on paper, on a small screen. */
export const stylesheet = `
:root { color-scheme: light dark; --good: #176b3a; --bad: #b3261e; --faint: #6b7280; --line: #d5d9e0; --room: #f4f5f7 }
@media (prefers-color-scheme: dark) { :root { --good: #6dd496; --bad: #ff8a80; --faint: #9aa3b2; --line: #3a4150; --room: #1d222c } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2 }
h2 { margin: 2.5rem 0 1rem; font-size: 1.3rem }
h3 { margin: 0 0 .5rem; font-size: 1.05rem }
dl { margin: 0 }
dl div { display: grid; grid-template-columns: 7rem 1fr; gap: 1rem }
dt { color: var(--faint) }
dd { margin: 0; overflow-wrap: anywhere }
article { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 6px }
article.known { border-left-color: var(--faint) }
article p { margin: 0 0 .75rem }
pre { margin: .75rem 0 0; padding: .75rem; overflow-x: auto; background: var(--room); border-radius: 6px; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere }
code { font-size: .95em }
details { margin-top: .75rem }
summary { cursor: pointer }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .8rem }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; white-space: nowrap }
tbody tr:nth-child(odd) { background: var(--room) }
.good { color: var(--good) }
.bad { color: var(--bad) }
.none { color: var(--faint); font-style: italic }
@media print { article { break-inside: avoid } }
`
