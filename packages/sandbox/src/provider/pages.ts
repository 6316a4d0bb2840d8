import { html, raw } from 'hono/html'
import { providerClientName } from '../oauth/provider-client.ts'

/** Asks for the e-mail to log in as. The form repeats the request with the answer as `login_hint`. */
export function consentPage(query: Readonly<Record<string, string>>, email: string) {
  const kept = Object.entries(query).filter(([name]) => name !== 'login_hint')
  const fields = kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
  const complaint = email === '' ? '' : html`<p role="alert">${email} is no e-mail address.</p>`
  return page(
    'Log in with the sandbox',
    html`<p>This provider belongs to the sandbox: you are who you say you are.</p>
      ${complaint}
      <form>
        ${fields}
        <label>E-mail <input name="login_hint" type="email" required placeholder="margaret@example.com" autofocus /></label>
        <button>Log in</button>
      </form>`,
  )
}

/** Posts what the page shows. The only script of the sandbox, and the page's policy names it by its digest. */
const postScript = `const button = document.querySelector('button')
button.addEventListener('click', async () => {
  const body = document.querySelector('pre').textContent
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(button.value, { method: 'POST', headers, body })
  document.querySelector('output').textContent = answer.ok
    ? 'Logged in: this browser holds the session cookie now.'
    : answer.status + ': ' + (await answer.text())
})`

/** What the page of the callback may do beyond every other answer: run its one script, which calls this API. */
export async function callbackPolicy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(postScript))
  const script = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return `default-src 'none'; script-src 'sha256-${script}'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`
}

/** What a browser comes back with (RFC 6749, section 4.1.2). */
interface Return {
  /** The client by which it went. */
  readonly client: string
  /** Where to post it, from this page. */
  readonly post: string
  readonly code: string
  readonly state: string
  /** Why the provider has sent no code. */
  readonly error: string
}

/** Shows what the browser has brought back, as the body that `loginWithOauth` takes, and posts it when told to. */
export function callbackPage({ client, post, code, state, error }: Return) {
  if (error !== '')
    return page(`Back from ${client}`, html`<p role="alert">${client} has refused: ${error}</p>`)
  return page(
    `Back from ${client === providerClientName ? 'the sandbox' : client}`,
    html`<p>
        A program posts this to <code>oauth/login_callback/${client}</code> from this browser, which holds the csrf cookie:
      </p>
      <pre>${JSON.stringify({ code, state })}</pre>
      <button value="${post}">Post it and log in</button> <output></output>
      <script>${raw(postScript)}</script>`,
  )
}

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <h1>${title}</h1>
      ${content}
    </html>`
}
