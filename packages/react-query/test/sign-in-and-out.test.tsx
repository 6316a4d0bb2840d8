import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createUserApi } from '@windmill-user-api/client'
import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { App as SwitchAccounts } from '../samples/switch-accounts.tsx'
import { browserFetch } from './support/session.ts'

const ada = { email: 'ada@example.com', password: 'analytical-engine' }
const grace = { email: 'grace@example.com', password: 'nanoseconds-matter' }

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ seed: exampleWorld })
}, 60_000)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

afterAll(() => sandbox.close())

function openTab(fetch: typeof globalThis.fetch): void {
  vi.stubGlobal('location', new URL('http://localhost:8000/'))
  vi.stubGlobal('fetch', fetch)
  // Node's own reads no form of a page.
  vi.stubGlobal('FormData', document.defaultView?.FormData)
}

/** Everything that the page has shown, so that a test sees what was there for a moment only. */
function watchPage(): string[] {
  const shown: string[] = []
  const look = () => shown.push(document.body.textContent ?? '')
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  return shown
}

async function signIn({ email, password }: typeof ada): Promise<void> {
  const field = async (name: string) => screen.findByLabelText<HTMLInputElement>(name)
  fireEvent.change(await field('Email'), { target: { value: email } })
  fireEvent.change(await field('Password'), { target: { value: password } })
  fireEvent.click(screen.getByText('Sign in'))
  await screen.findByText(email)
}

describe('the recipe for a cookie', () => {
  test('shows each person their own data, and nobody that of the person before', async () => {
    openTab(browserFetch(sandbox))
    const { App } = await import('../samples/sign-in-and-out.tsx')
    render(<App />)
    await signIn(ada)
    await screen.findAllByRole('listitem')
    const shown = watchPage()

    fireEvent.click(screen.getByText('Sign out'))
    await screen.findByText('Sign in')
    const afterSignOut = shown.length
    await signIn(grace)
    await screen.findAllByRole('listitem')

    expect(shown.slice(afterSignOut).filter((text) => text.includes(ada.email))).toEqual([])
    expect(shown.at(-1)).toContain(grace.email)
  })

  test('forgets what it holds when another tab signs in as somebody else', async () => {
    const fetch = browserFetch(sandbox)
    openTab(fetch)
    const { App } = await import('../samples/sign-in-and-out.tsx')
    render(<App />)
    await signIn(ada)

    const otherTab = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'cookie' }, fetch })
    await otherTab.login({ body: grace })
    const channel = new BroadcastChannel('account')
    channel.postMessage('changed')

    expect(await screen.findByText(grace.email)).toBeDefined()
    expect(screen.queryByText(ada.email)).toBeNull()
    channel.close()
  })
})

describe('the recipe for several accounts', () => {
  test('keeps what each holds apart, and nothing after signing out', async () => {
    vi.stubGlobal('fetch', (...request: ConstructorParameters<typeof Request>) =>
      sandbox.fetch(new Request(...request)),
    )
    const visitor = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' } })
    const accounts = await Promise.all(
      [ada, grace].map(async (body) => ({ email: body.email, token: await visitor.login({ body }) })),
    )
    render(<SwitchAccounts accounts={accounts} />)
    const heading = () => screen.getByRole('heading').textContent
    await expect.poll(heading).toBe(ada.email)

    fireEvent.click(screen.getByText(grace.email, { selector: 'button' }))
    expect(heading()).toBe('Loading …')
    await expect.poll(heading).toBe(grace.email)
    fireEvent.click(screen.getByText(ada.email, { selector: 'button' }))
    expect(heading()).toBe(ada.email)

    fireEvent.click(screen.getByText('Sign out'))
    expect(await screen.findByText('Signed out')).toBeDefined()
  })
})
