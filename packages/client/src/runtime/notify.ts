import type { Run } from './facts.ts'
import type { Hooks } from './hooks.ts'

/** What a hook sees beside the attempt. */
type More<Name extends keyof Hooks> = Omit<
  Parameters<NonNullable<Hooks[Name]>>[0],
  'call' | 'operation' | 'method' | 'url' | 'attempt'
>

/** Calls a hook where there is one. What it throws, or its promise rejects with, is dropped. */
export async function notify<Name extends keyof Hooks>(
  { hooks, event }: Run,
  name: Name,
  more?: More<Name>,
): Promise<unknown> {
  try {
    // The members belong to the hook.
    return await hooks[name]?.({ ...event, ...more } as never)
  } catch {}
  return
}
