import { describePlace } from '../document/place-of.ts'
import { isExercised, type StatusCoverage } from '../findings/coverage.ts'
import { describeOutdated } from '../findings/deviation.ts'
import { holds, type NotExercisedCheck, type Report, type ReportedViolation } from '../findings/report.ts'
import { describeLeft } from '../fixtures/thing.ts'
import { roles } from '../http/token-book.ts'
import { stylesheet } from './stylesheet.ts'

/** One page that needs nothing else: to attach to a release, to open from a disk. */
export function htmlReport(report: Report): string {
  const { baseUrl } = report
  const verdict = holds(report) ? 'The contract holds' : 'The contract is violated'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${verdict}: ${escapeHtml(baseUrl)}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<h1 class="${holds(report) ? 'good' : 'bad'}">${verdict}</h1>
${summary(report)}
${findings(report.violations)}
${known(report)}
${missing(report.notExercised)}
${responses(report)}
</main>
</body>
</html>
`
}

function summary(report: Report): string {
  const { passed, failed, notExercised, coverage, baseUrl, startedAt, milliseconds, seed, run, left } = report
  const share = `${coverage.exercised} of ${coverage.documented} documented statuses`
  return `<dl>
${fact('Server', baseUrl)}
${fact('Checks', `${passed} passed, ${failed} failed, ${notExercised.length} not exercised`)}
${fact('Exercised', share)}
${fact('When', `${startedAt}, ${(milliseconds / 1000).toFixed(1)} s`)}
${fact('Run', `${run}, seed ${seed}`)}
${left.length === 0 ? '' : fact('Left on the server', left.map(describeLeft).join(', '))}
</dl>`
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`
}

function findings(violations: readonly ReportedViolation[]): string {
  if (violations.length === 0) return ''
  return `<h2>What differs</h2>\n${violations.map(finding).join('\n')}`
}

function finding(violation: ReportedViolation): string {
  const { operation, rule, demand, title, meaning, expected, came, place, request, response, curl } =
    violation
  return `<article>
<h3><code>${escapeHtml(operation)}</code> ${escapeHtml(title)}</h3>
<p>${escapeHtml(meaning)}</p>
<dl>
<div><dt>Rule</dt><dd><code>${escapeHtml(rule)}</code> ${escapeHtml(demand)}</dd></div>
${place ? fact('Document', describePlace(place)) : ''}
<div><dt>Expected</dt><dd class="good">${escapeHtml(expected)}</dd></div>
<div><dt>Came</dt><dd class="bad">${escapeHtml(came)}</dd></div>
</dl>
<pre>${escapeHtml(curl)}</pre>
<details><summary>Request and response</summary><pre>${escapeHtml(request)}</pre><pre>${escapeHtml(response ?? 'no response')}</pre></details>
${followers(violation)}
</article>`
}

function followers({ followers: others }: ReportedViolation): string {
  if (others.length === 0) return ''
  const items = others.map(
    ({ operation, rule, title }) =>
      `<li><code>${escapeHtml(operation)}</code> ${escapeHtml(`${rule}: ${title}`)}</li>`,
  )
  return `<details><summary>${others.length} more for the same cause</summary><ul>${items.join('')}</ul></details>`
}

function known({ known: violations, outdated }: Report): string {
  if (violations.length + outdated.length === 0) return ''
  const items = violations.map(
    ({ operation, rule, reason }) =>
      `<li><code>${escapeHtml(operation)}</code> ${escapeHtml(`${rule}: ${reason}`)}</li>`,
  )
  const gone = outdated.map(
    (deviation) =>
      `<li class="bad"><code>${escapeHtml(deviation.operation)}</code> ${escapeHtml(`${deviation.rule} ${describeOutdated(deviation)}`)}</li>`,
  )
  return `<h2>What is known to differ</h2>\n<ul>${[...items, ...gone].join('')}</ul>`
}

function missing(checks: readonly NotExercisedCheck[]): string {
  if (checks.length === 0) return ''
  const reasons = [...new Set(checks.map(({ reason }) => reason))]
  const groups = reasons.map((reason) => {
    const own = checks.filter((check) => check.reason === reason)
    const items = own.map(
      ({ operation, title }) => `<li><code>${escapeHtml(operation)}</code> ${escapeHtml(title)}</li>`,
    )
    return `<details><summary>${own.length}: ${escapeHtml(reason)}</summary><ul>${items.join('')}</ul></details>`
  })
  return `<h2>What could not be checked</h2>\n${groups.join('\n')}`
}

function responses({ coverage: { operations } }: Report): string {
  const columns = [
    ...new Set(operations.flatMap(({ statuses }) => statuses.map(({ status }) => status))),
  ].sort()
  const rows = operations.map(({ operation, statuses }) => {
    const cells = columns.map((column) => cell(statuses.find(({ status }) => status === column)))
    return `<tr><th scope="row"><code>${escapeHtml(operation)}</code></th>${cells.join('')}</tr>`
  })
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  return `<h2>Who got which status</h2>
<div class="wide" tabindex="0"><table><thead><tr><th scope="col">Operation</th>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
<p>How many responses came, by role. <span class="none">none</span> is documented and did not come; <span class="bad">red</span> came and is not documented.</p>`
}

function cell(status: StatusCoverage | undefined): string {
  if (!status) return '<td></td>'
  if (!isExercised(status)) return `<td class="none" title="${escapeHtml(status.reason ?? '')}">none</td>`
  const counts = roles.flatMap((role) => {
    const count = status.roles[role]
    return count === undefined ? [] : `${role} ${count}`
  })
  return `<td${status.documented ? '' : ' class="bad"'}>${escapeHtml(counts.join('\n')).replaceAll('\n', '<br>')}</td>`
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}
