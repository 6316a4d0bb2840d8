import { html, raw } from 'hono/html'
import type { Excerpt, Overview } from '../store/overview.ts'
import type { RecentRequest } from './recent-requests.ts'
import { stylesheet } from './stylesheet.ts'

/** What the page of a sandbox shows. */
export interface ConsoleState {
  /** Where the API is, such as `http://localhost:8000/api`. */
  readonly url: string
  readonly now: Date
  readonly overview: Overview
  readonly requests: readonly RecentRequest[]
}

type Html = ReturnType<typeof html>

/** The page: complete without a script, and with nothing that is loaded from elsewhere. */
export function consolePage({ url, now, overview, requests }: ConsoleState): Html {
  return page(
    'Sandbox',
    html`<header>
        <h1>Sandbox of Windmill’s user API</h1>
        <p>The API is at <code>${url}</code>. This page is as of ${time(now)}. <a href="/sandbox">Reload</a></p>
        <form method="post" action="/sandbox/reset">
          <button>Reset</button> removes everything that was written and restores the seed.
        </form>
      </header>
      <main>
        ${requestSection(requests)} ${accountSection(overview)} ${workspaceSection(overview)} ${tokenSection(overview)}
      </main>`,
  )
}

/** What a browser is shown at the root of a sandbox whose console is off. */
export function closedPage(url: string): Html {
  return page(
    'Sandbox',
    html`<header>
      <h1>Sandbox of Windmill’s user API</h1>
      <p>The API is at <code>${url}</code>. Its console is off: start the sandbox with <code>--console</code> to see it here.</p>
    </header>`,
  )
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>${raw(stylesheet)}</style>
      </head>
      <body>
        ${content}
      </body>
    </html>`
}

function requestSection(requests: readonly RecentRequest[]): Html {
  const rows = requests.map((request) => [
    time(new Date(request.time)),
    html`<code>${request.method} ${request.path}</code>`,
    html`${request.operation ?? '–'}`,
    html`${request.role ?? '–'}`,
    html`<strong class="${request.status < 400 ? 'good' : 'bad'}">${request.status}</strong>`,
    html`${request.reason ?? ''}`,
  ])
  return section('Last 100 requests', ['Time', 'Request', 'Operation', 'Role', 'Status', 'Reason'], {
    rows,
    total: rows.length,
  })
}

function accountSection({ accounts }: Overview): Html {
  const rows = accounts.rows.map((account) => [
    html`${account.email}`,
    html`${account.name ?? '–'}`,
    html`${account.super_admin ? 'super admin' : 'user'}`,
    html`${account.login_type}`,
    time(account.created_at),
  ])
  return section('Accounts', ['E-mail', 'Name', 'Role', 'Login', 'Created'], { ...accounts, rows })
}

function workspaceSection({ workspaces, members }: Overview): Html {
  const rows = workspaces.rows.map(({ id, name, owner }) => [
    html`<code>${id}</code>`,
    html`${name}`,
    html`${owner}`,
    html`${members
      .filter(({ workspace_id }) => workspace_id === id)
      .map(({ username, is_admin }) => (is_admin ? `${username} (admin)` : username))
      .join(', ')}`,
  ])
  return section('Workspaces', ['ID', 'Name', 'Owner', 'Members'], { ...workspaces, rows })
}

function tokenSection({ tokens }: Overview): Html {
  const rows = tokens.rows.map((token) => [
    html`<code>${token.prefix}…</code>`,
    html`${token.email}`,
    html`${token.label ?? '–'}`,
    token.expiration ? time(token.expiration) : html`never`,
    time(token.last_used_at),
  ])
  return section('Tokens', ['Prefix', 'Account', 'Label', 'Expires', 'Last used'], { ...tokens, rows })
}

/** A table. On a phone each row is a card, whose cells are named by `data-title`. */
function section(title: string, columns: readonly string[], { rows, total }: Excerpt<readonly Html[]>): Html {
  const more = total - rows.length
  const heads = columns.map((column) => html`<th scope="col">${column}</th>`)
  const body = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((cell, index) => html`<td data-title="${columns[index] ?? ''}">${cell}</td>`)}
      </tr>`,
  )
  return html`<section>
    <h2>${title} <small>${total}</small></h2>
    ${
      rows.length === 0
        ? html`<p class="none">None yet.</p>`
        : html`<table>
            <thead>
              <tr>
                ${heads}
              </tr>
            </thead>
            <tbody>
              ${body}
            </tbody>
          </table>`
    }
    ${more > 0 ? html`<p class="none">and ${more} more</p>` : ''}
  </section>`
}

function time(moment: Date): Html {
  const text = moment.toISOString()
  return html`<time datetime="${text}">${text.slice(0, 19).replace('T', ' ')}</time>`
}
