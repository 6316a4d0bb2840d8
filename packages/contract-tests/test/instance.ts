import type { Fetch } from '../src/http/transport.ts'
import { admin } from './sandbox.ts'

/** What an instance holds, and what it was asked. */
export interface Instance {
  readonly fetch: Fetch
  /** By e-mail address, as it was sent. */
  readonly accounts: Map<string, { password: string; super_admin: boolean }>
  readonly workspaces: Set<string>
  /** `DELETE /users/delete/ada@example.com` */
  readonly calls: string[]
}

/** A response in place of the right one; undefined where the instance responds as it should. */
type Fault = (call: string, request: Request) => Response | Promise<Response> | undefined

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

/** An instance in memory with as much of the API as making and removing needs, and with a fault. */
export function createInstance(fault: Fault = () => undefined): Instance {
  const accounts: Instance['accounts'] = new Map([
    [admin.email, { password: admin.password, super_admin: true }],
  ])
  const workspaces = new Set<string>()
  const calls: string[] = []
  const instance = { accounts, workspaces, calls, session: { isOpen: true } }
  return {
    ...instance,
    async fetch(request) {
      const { pathname } = new URL(request.url)
      const call = `${request.method} ${decodeURIComponent(pathname.replace(/^\/api/, ''))}`
      calls.push(call)
      return (await fault(call, request)) ?? respond(instance, call, request)
    },
  }
}

async function respond(
  { accounts, workspaces, session }: Omit<Instance, 'fetch'> & { readonly session: { isOpen: boolean } },
  call: string,
  request: Request,
): Promise<Response> {
  const body = request.method === 'POST' ? Object(JSON.parse((await request.text()) || '{}')) : {}
  const name = call.split('/')[call.includes(' /w/') ? 2 : 3] ?? ''
  const missing = (what: string) => text(404, `Not found: there is no ${what}`)
  const inWorkspace = () => (workspaces.has(name) ? Response.json([]) : missing('such workspace'))
  switch (call.replace(/(?<=\/w\/|\/users\/delete\/|\/users\/update\/)[^/]*/, '*')) {
    case 'POST /auth/login':
      session.isOpen = true
      return accounts.get(body.email)?.password === body.password
        ? text(200, token)
        : text(400, 'Bad request: no')
    case 'POST /users/logout':
      session.isOpen = false
      return text(200, 'ok')
    case 'GET /users/email':
      return session.isOpen ? text(200, admin.email) : text(401, 'Unauthorized')
    case 'GET /users/list_as_super_admin':
      return Response.json(
        page(
          [...accounts].map(([email, { super_admin }]) => ({ email, super_admin })),
          request,
        ),
      )
    case 'POST /users/create':
      accounts.set(body.email, { password: body.password, super_admin: body.super_admin })
      return text(201, 'made')
    case 'POST /users/update/*':
      accounts.set(name, { password: '', ...accounts.get(name), super_admin: body.is_super_admin })
      return text(200, 'updated')
    case 'DELETE /users/delete/*':
      return accounts.delete(name) ? text(200, 'deleted') : missing('such account')
    case 'POST /workspaces/create':
      workspaces.add(body.id)
      return text(201, 'made')
    case 'DELETE /w/*/workspaces/delete':
      return workspaces.delete(name) ? text(200, 'deleted') : missing('such workspace')
    case 'GET /w/*/users/whoami':
    case 'GET /w/*/users/list':
      return inWorkspace()
    default:
      return missing(`path ${new URL(request.url).pathname}`)
  }
}

function text(status: number, body: string): Response {
  return new Response(body, { status })
}

function page(items: readonly unknown[], { url }: Request): readonly unknown[] {
  const { searchParams } = new URL(url)
  const size = Number(searchParams.get('per_page') ?? 30)
  const from = (Number(searchParams.get('page') ?? 1) - 1) * size
  return items.slice(from, from + size)
}
