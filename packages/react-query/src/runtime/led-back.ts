import { type CallOptions, type Client, isUserApiError } from '@windmill-user-api/client'

type Call<Input, Result> = (client: Client, input: Input, options?: CallOptions) => Promise<Result>

/**
 * The same operation, whose failures name the line that calls this function in their stack: TanStack Query calls the operation later, from
 * lines of its own.
 */
export function ledBack<Input, Result>(operation: Call<Input, Result>): Call<Input, Result> {
  const origin = new Error()
  return async (client, input, options) => {
    try {
      return await operation(client, input, options)
    } catch (error) {
      if (isUserApiError(error)) error.stack = [error.stack, ...framesOf(origin)].join('\n')
      throw error
    }
  }
}

/** Without the line that names the error. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').slice(1)
}
