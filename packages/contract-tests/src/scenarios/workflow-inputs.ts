import type { JsonObject } from '../document/operation.ts'
import type { Workflow } from '../document/workflow.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { addTo } from '../fixtures/situations.ts'

/**
 * What a workflow is told at its beginning, by the names that all of them use. One that has an admin makes its account by
 * itself; another begins with an account, which is a member of its workspace.
 */
export async function workflowInputs(fixtures: Fixtures, { id, inputs }: Workflow): Promise<JsonObject> {
  const workspace = inputs.includes('workspace') ? await fixtures.makeWorkspace() : undefined
  const known: JsonObject = {
    ...(inputs.includes('admin_email') ? newcomer(fixtures) : await accountIn(fixtures, workspace)),
    admin_email: fixtures.admin.email,
    admin_password: fixtures.admin.password,
    workspace: workspace?.id,
    username: fixtures.names.username(),
    label: 'contract',
  }
  const missing = inputs.find((name) => known[name] === undefined)
  if (missing !== undefined)
    throw new Error(`The workflow ${id} asks for "${missing}", which a run does not know.`)
  return Object.fromEntries(inputs.map((name) => [name, known[name]]))
}

function newcomer({ names, manifest, secrets }: Fixtures): JsonObject {
  const [email, password] = [names.email('workflow'), names.password()]
  manifest.account(email)
  secrets.add(password)
  return { email, password }
}

async function accountIn(
  fixtures: Fixtures,
  workspace: Awaited<ReturnType<Fixtures['makeWorkspace']>> | undefined,
): Promise<JsonObject> {
  const account = await fixtures.makeAccount('workflow')
  if (workspace) await addTo(fixtures, workspace, account)
  return { email: account.email, password: account.password }
}
