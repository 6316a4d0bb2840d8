/** What the page looks like, in both colour schemes and on a small screen. */
export const stylesheet = `
:root { color-scheme: light dark; --good: #176b3a; --bad: #b3261e; --faint: #5f6672; --line: #d5d9e0; --room: #f4f5f7 }
@media (prefers-color-scheme: dark) { :root { --good: #6dd496; --bad: #ff8a80; --faint: #9aa3b2; --line: #3a4150; --room: #1d222c } }
* { box-sizing: border-box }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem }
h1 { font-size: 1.5rem; margin: 0 0 .5rem }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
small { color: var(--faint); font-weight: normal }
p { margin: .25rem 0 }
form { margin-top: .75rem }
button { font: inherit; padding: .35rem 1rem; margin-right: .5rem; border: 1px solid var(--bad); border-radius: .3rem; background: none; color: var(--bad); cursor: pointer }
button:hover, button:focus-visible { background: var(--bad); color: Canvas }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse }
th { text-align: left; color: var(--faint); font-weight: normal; white-space: nowrap }
th, td { padding: .3rem .75rem .3rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word }
time { white-space: nowrap; font-variant-numeric: tabular-nums }
.good { color: var(--good) }
.bad { color: var(--bad) }
.none { color: var(--faint) }
@media (max-width: 45rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table, tbody, tr { display: block }
  tr { background: var(--room); border-radius: .4rem; padding: .5rem .75rem; margin-bottom: .6rem }
  td { overflow-wrap: anywhere; display: grid; grid-template-columns: 6rem 1fr; gap: .5rem; border: 0; padding: .1rem 0 }
  td:empty { display: none }
  td::before { content: attr(data-title); color: var(--faint) }
}
`
