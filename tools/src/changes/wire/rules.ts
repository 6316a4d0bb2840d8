import type { Impact } from '../reason.ts'
import type { Difference } from './difference.ts'

/** What one kind of difference is to callers. */
interface Rule {
  /** `Type.keyword`, or `Type` for a part as a whole. */
  readonly of: string
  readonly isAbout?: (difference: Difference) => boolean
  readonly impact: (before: unknown, after: unknown) => Impact
}

const roles = ['anonymous', 'user', 'member', 'workspace-admin', 'super-admin']

/** Of what callers send. */
const isRequest = ({ path }: Difference) => /\/(?:parameters|requestBody)(?:\/|$)/.test(path)
const isResponse = (difference: Difference) => !isRequest(difference)
const isPagination = ({ path }: Difference) => path.includes('/x-pagination')
const isProperty = ({ path }: Difference) => /\/properties\/[^/]+$/.test(path)

/** A rule of what is allowed in a request: what redocly does not count as breaking allows more. */
const limits = [
  ...[
    'type',
    'enum',
    'const',
    'format',
    'pattern',
    'required',
    'additionalProperties',
    'uniqueItems',
    'multipleOf',
  ],
  ...[
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
  ],
]

/**
 * What `redocly diff` takes for a patch, and callers do not. Its own verdict stays where it is higher.
 */
export const rules: readonly Rule[] = [
  ...limits.map((limit): Rule => ({ of: `Schema.${limit}`, isAbout: isRequest, impact: () => 'minor' })),
  // a call that leaves it out means something else from now on
  { of: 'Schema.default', isAbout: isRequest, impact: () => 'major' },
  { of: 'Schema.default', isAbout: isResponse, impact: () => 'patch' },
  // what callers send has no effect any more
  {
    of: 'Schema',
    isAbout: (difference) => isRequest(difference) && isProperty(difference),
    impact: goneOrNew,
  },
  { of: 'RequestBody.required', impact: (_, after) => (after === true ? 'major' : 'minor') },
  { of: 'Parameter.required', impact: (_, after) => (after === true ? 'major' : 'minor') },
  { of: 'Operation.deprecated', impact: (_, after) => (after === true ? 'minor' : 'patch') },
  { of: 'Operation.x-role', impact: (before, after) => (rankOf(after) > rankOf(before) ? 'major' : 'minor') },
  // a client retries what it may repeat
  { of: 'Operation.x-idempotent', impact: (before) => (before === true ? 'major' : 'minor') },
  // what was hidden from logs no longer is
  { of: 'Schema.x-secret', impact: (before) => (before === true ? 'major' : 'patch') },
  // `items` and `pages` of the client follow it
  { of: 'SpecExtension', isAbout: isPagination, impact: goneOrNew },
  ...['by', 'parameter', 'size', 'from', 'items', 'next'].map(
    (member): Rule => ({ of: `SpecExtension.${member}`, isAbout: isPagination, impact: () => 'major' }),
  ),
  // fewer credentials are asked for
  { of: 'SecurityRequirement', impact: () => 'minor' },
]

function goneOrNew(before: unknown): Impact {
  return before === undefined ? 'minor' : 'major'
}

function rankOf(role: unknown): number {
  return roles.indexOf(String(role))
}
