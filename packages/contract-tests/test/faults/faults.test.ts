import { beforeAll, describe, expect, test } from 'vitest'
import { runContract } from '../../src/index.ts'
import { admin, baseUrl, sharedSandbox } from '../sandbox.ts'
import { plant } from './fault.ts'
import { faults } from './faults.ts'

async function adminToken(): Promise<string> {
  const { fetch } = await sharedSandbox()
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(
    new Request(`${baseUrl}/auth/login`, { method: 'POST', headers, body: JSON.stringify(admin) }),
  )
  return response.text()
}

// More accounts than a page has, so that no run has to make them for itself.
beforeAll(async () => {
  const { fetch } = await sharedSandbox()
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await adminToken()}` }
  for (let count = 0; count < 32; count += 1) {
    const body = JSON.stringify({ email: `page${count}@example.com`, password: 'turned', super_admin: false })
    await fetch(new Request(`${baseUrl}/users/create`, { method: 'POST', headers, body }))
  }
})

describe('a fault is noticed, by the operation and the rule that it breaks', () => {
  for (const fault of faults(adminToken)) {
    test(`${fault.operation} ${fault.what}: ${fault.rule}`, async () => {
      const sandbox = await sharedSandbox()
      const seenIn = fault.seenIn ?? fault.operation
      const report = await runContract({
        baseUrl,
        admin,
        filter: [seenIn],
        // Other rules may break, too; a fault without a place of its own needs all checks.
        rules:
          fault.rule === 'stage' || fault.rule === 'error-body' || fault.rule === 'no-secrets'
            ? []
            : [fault.rule],
        fetch: plant(fault, sandbox.fetch),
      })
      const found = report.violations.flatMap((violation) => [violation, ...violation.followers]).map(nameOf)
      const blamed = fault.rule === 'stage' ? fault.operation : seenIn
      expect(found).toContain(`${blamed} ${fault.rule}`)
      // A token, in a body or a header of the report.
      expect(report.violations.map(({ response }) => response).join('\n')).not.toMatch(
        /\b(?=\w*\d)(?=\w*[A-Z])[A-Za-z0-9]{30,}\b/,
      )
      // One fault is one cause, or shows in few ways.
      expect(report.violations.length).toBeLessThanOrEqual(3)
      expect(report.left).toEqual([])
    })
  }
})

function nameOf({ operation, rule }: { readonly operation: string; readonly rule: string }): string {
  return `${operation} ${rule}`
}
