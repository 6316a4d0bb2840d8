import type { JsonObject } from '../suite/operation.ts'
import type { Workflow } from '../suite/workflow.ts'
import { addTo } from './situations.ts'
import type { World } from './world.ts'

/**
 * What a workflow is told at its beginning, by the names that all of them use. One that has an admin makes its account by
 * itself; another begins with an account, which is a member of its workspace.
 */
export async function workflowInputs(world: World, { id, inputs }: Workflow): Promise<JsonObject> {
  const workspace = inputs.includes('workspace') ? await world.makeWorkspace() : undefined
  const known: JsonObject = {
    ...(inputs.includes('admin_email') ? newcomer(world) : await accountIn(world, workspace)),
    admin_email: world.admin.email,
    admin_password: world.admin.password,
    workspace: workspace?.id,
    username: world.names.username(),
    label: 'contract',
  }
  const missing = inputs.find((name) => known[name] === undefined)
  if (missing !== undefined)
    throw new Error(`The workflow ${id} asks for "${missing}", which a run does not know.`)
  return Object.fromEntries(inputs.map((name) => [name, known[name]]))
}

function newcomer({ names, belongings, secrets }: World): JsonObject {
  const [email, password] = [names.email('workflow'), names.password()]
  belongings.account(email)
  secrets.add(password)
  return { email, password }
}

async function accountIn(
  world: World,
  workspace: Awaited<ReturnType<World['makeWorkspace']>> | undefined,
): Promise<JsonObject> {
  const account = await world.makeAccount('workflow')
  if (workspace) await addTo(world, workspace, account)
  return { email: account.email, password: account.password }
}
