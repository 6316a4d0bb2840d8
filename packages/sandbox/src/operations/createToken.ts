import { parseDateTime } from '../domain/date-time.ts'
import { badRequest, unauthorized } from '../domain/refusal.ts'
import { issueToken, issueTokenToCaller } from '../domain/session.ts'
import type { Call, EarlyCall, Writing } from '../handler.ts'

type Operation = 'createToken'

/** Issues a token. It is shown here and never again. */
export const createToken: Writing<Operation> = {
  async attempt({ tokenHash, input, context }) {
    const described = describe({ input })
    if (isOver(described, context)) return undefined
    const token = await issueTokenToCaller(context, context.database, { ...described, caller: tokenHash })
    return token === undefined ? undefined : answer(token)
  },
  async handler({ input, caller, context }) {
    const described = describe({ input })
    if (isOver(described, context))
      throw badRequest(`the expiration must be later than now, and is ${input.body.expiration}`)
    const { email } = caller.account
    const token = await issueToken(context, context.database, { ...described, email })
    if (token === undefined) throw unauthorized()
    return answer(token)
  },
}

function describe({ input }: Pick<Call<Operation>, 'input'>) {
  const { label = null, expiration = null } = input.body
  return { label, session: false, expiration: expiration === null ? null : parseDateTime(expiration) }
}

function isOver({ expiration }: ReturnType<typeof describe>, { clock }: EarlyCall<Operation>['context']) {
  return expiration !== null && expiration <= clock()
}

function answer(token: string) {
  return { body: token, isSecret: true }
}
