import { html } from 'hono/html'

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
        <label>E-mail <input name="login_hint" type="email" required placeholder="ada@example.com" autofocus /></label>
        <button>Log in</button>
      </form>`,
  )
}

/** Shows what the browser has brought back, as the body that `loginWithOauth` takes. */
export function callbackPage(code: string, state: string) {
  return page(
    'Back from the sandbox',
    html`<p>Post this to <code>oauth/login_callback/sandbox</code> from this browser, which holds the csrf cookie:</p>
      <pre>${JSON.stringify({ code, state })}</pre>`,
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
