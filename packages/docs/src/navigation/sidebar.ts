import type { StarlightUserConfig } from '@astrojs/starlight/types'
import type { Workflow } from '../workflows/workflow.ts'
import { groupOperations } from './groups.ts'
import { guides } from './guides.ts'
import type { OperationFacts } from './operations.ts'

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>

/** Everything that the site has, within reach of every page. */
export function sidebar(operations: readonly OperationFacts[], workflows: readonly Workflow[]): Sidebar {
  return [
    ...guides,
    {
      label: 'Workflows',
      items: [{ slug: 'workflows', label: 'All workflows' }, ...workflows.map(({ id }) => `workflows/${id}`)],
    },
    {
      label: 'Reference',
      items: [
        'reference',
        ...groupOperations(operations).map((group) => ({
          label: group.label,
          items: group.operations.map(operationItem),
        })),
        'schemas',
        'changelog',
      ],
    },
  ]
}

function operationItem({ id, method, deprecation }: OperationFacts) {
  const badge = { text: method, class: `method method-${method.toLowerCase()}` }
  const attrs = deprecation ? { class: 'deprecated' } : {}
  return { slug: `reference/${id}`, label: id, badge, attrs }
}
