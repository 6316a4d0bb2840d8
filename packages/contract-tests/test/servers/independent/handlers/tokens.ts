import { optionalText } from '../body.ts'
import { type Handler, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { byText, issueToken, prefixOf } from '../state.ts'

export const createToken: Handler = ({ state, policy, account, body }) => {
  const [label, sent] = [optionalText(body, 'label'), optionalText(body, 'expiration')]
  const expiration = sent === null ? undefined : policy.expiration(sent)
  if (expiration && expiration <= new Date())
    throw refusal(400, `the expiration ${sent} is not later than now`)
  const { secret } = issueToken(state, {
    email: account.email,
    label: label === null ? null : policy.label(label),
    isSession: false,
    expiration,
  })
  return text(201, secret, { 'Cache-Control': 'no-store' })
}

/** The caller's tokens that still work: newest first, then by prefix. */
export const listTokens: Handler = ({ state, policy, account }) => {
  const now = new Date()
  const tokens = [...state.tokens.values()]
    .filter(({ email, expiration }) => email === account.email && !(expiration && expiration <= now))
    .sort(byText(prefixOf))
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
  return json(
    tokens.map((token) => ({
      label: token.label,
      expiration: token.expiration ?? null,
      token_prefix: prefixOf(token),
      created_at: token.createdAt,
      last_used_at: token.lastUsedAt,
      ...policy.tokenExtras(token),
    })),
  )
}

/** Succeeds where no token has the prefix, too. */
export const deleteToken: Handler = (call) => {
  const { state, account } = call
  const prefix = pathValue(call, 'token_prefix')
  const ended = [...state.tokens.values()].filter(
    (token) => token.email === account.email && prefixOf(token) === prefix,
  )
  for (const { secret } of ended) state.tokens.delete(secret)
  return text(200, `deleted ${ended.length} tokens with the prefix ${prefix}`)
}
