import { describePlace } from '../document/place-of.ts'
import { isExercised, type StatusCoverage } from '../findings/coverage.ts'
import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import { holds, type Report } from '../findings/report.ts'
import { describeLeft } from '../fixtures/thing.ts'
import { roles } from '../http/token-book.ts'
import { stylesheet } from './stylesheet.ts'

/** One page that needs nothing else: to attach to a release, to open from a disk. */
export function htmlReport(report: Report): string {
  const { baseUrl } = report
  const verdict = holds(report) ? 'The contract holds' : 'The contract does not hold'
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
${findings(report)}
${stale(report)}
${blocked(report)}
${missing(report)}
${responses(report)}
</main>
</body>
</html>
`
}

function summary(report: Report): string {
  const { counts, coverage, baseUrl, startedAt, milliseconds, seed, run, left, stopped } = report
  const share = `${coverage.exercised} of ${coverage.documented} documented statuses`
  const checks = `${counts.passed} passed, ${counts.failed} failed, ${counts.known} known, ${counts.blocked} blocked, ${counts.notApplicable} not applicable`
  return `<dl>
${row('Server', baseUrl)}
${row('Checks', checks)}
${row('Exercised', share)}
${row('When', `${startedAt}, ${(milliseconds / 1000).toFixed(1)} s`)}
${row('Run', `${run}, seed ${seed}`)}
${stopped === undefined ? '' : row('Stopped', stopped)}
${left.length === 0 ? '' : row('Left on the server', left.map(describeLeft).join(', '))}
${report.cleanUpCommand === undefined ? '' : row('Remove it', report.cleanUpCommand)}
</dl>`
}

function row(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`
}

function findings({ findings: found }: Report): string {
  if (found.length === 0) return ''
  return `<h2>What differs</h2>\n${found.map(article).join('\n')}`
}

function article(finding: Finding): string {
  const { id, severity, status, reason, title, meaning, rule, demand, place, checks } = finding
  const { observation, expected, actual, operations, request, requestText, responseText } = finding
  return `<article${status === 'known' ? ' class="known"' : ''}>
<h3>${id} ${severity}: <code>${escapeHtml(operations.join(', '))}</code> ${escapeHtml(title)}</h3>
<p>${escapeHtml(reason === undefined ? meaning : `Known: ${reason}`)}</p>
<dl>
<div><dt>Rule</dt><dd><code>${escapeHtml(rule)}</code> ${escapeHtml(demand)}</dd></div>
${place ? row('Document', describePlace(place)) : ''}
<div><dt>Expected</dt><dd class="good">${escapeHtml(`${observation}: ${expected}`)}</dd></div>
<div><dt>Actual</dt><dd class="bad">${escapeHtml(actual)}</dd></div>
${row('Shown by', `${checks} checks`)}
</dl>
<pre>${escapeHtml(request)}</pre>
<details><summary>Request and response</summary><pre>${escapeHtml(requestText)}</pre><pre>${escapeHtml(responseText ?? 'no response')}</pre></details>
</article>`
}

function stale(report: Report): string {
  const items = [
    ...report.stale.map((each) => `${nameOf(each.deviation)} ${describeStale(each)}`),
    ...report.shortfalls,
  ]
  if (items.length === 0) return ''
  const list = items.map((item) => `<li class="bad">${escapeHtml(item)}</li>`)
  return `<h2>What no longer fits</h2>\n<ul>${list.join('')}</ul>`
}

function blocked(report: Report): string {
  if (report.blocked.length === 0) return ''
  const items = report.blocked.map(
    ({ operation, checks, blockedBy, accepted }) =>
      `<li><code>${escapeHtml(operation)}</code> ${checks} checks, by ${blockedBy}${accepted ? ', accepted' : ''}</li>`,
  )
  return `<h2>What is blocked</h2>\n<ul>${items.join('')}</ul>`
}

function missing({ notApplicable }: Report): string {
  if (notApplicable.length === 0) return ''
  const reasons = [...new Set(notApplicable.map(({ reason }) => reason))]
  const items = reasons.map((reason) => {
    const own = notApplicable.filter((check) => check.reason === reason)
    const operations = [...new Set(own.map(({ operation }) => operation))]
    return `<li>${own.length} checks of <code>${escapeHtml(operations.join(', '))}</code>: ${escapeHtml(reason)}</li>`
  })
  return `<h2>What does not apply</h2>\n<ul>${items.join('')}</ul>`
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
<p>Number of responses by role. <span class="none">none</span>: documented, but not returned. <span class="bad">Red</span>: returned, but not documented.</p>`
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
