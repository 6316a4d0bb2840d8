import { isErrorOf, isUserApiError, type UserApi } from '@windmill-user-api/client'
import express, { type ErrorRequestHandler, type Express } from 'express'

/** The routes of the application, over an account that may add members. */
export function createApp(api: UserApi): Express {
  const app = express()
  app.use(express.json())

  app.get('/teams/:workspace', async (request, response) => {
    const { workspace } = request.params
    response.json(await api.listUsernames({ workspace }))
  })

  app.post('/teams/:workspace', async (request, response) => {
    const { workspace } = request.params
    const { email, username } = request.body
    const result = await api.createUser.safe({ workspace, body: { email, username, is_admin: false } })
    if (result.ok) response.status(201).json({ email, username })
    else if (isErrorOf('createUser', result.error) && result.error.status === 400)
      response.status(409).json({ message: result.error.body })
    else throw result.error
  })

  app.use(explainFailure)
  return app
}

/** The caller learns that the user API failed, and only the log learns why. No secret is in an error. */
const explainFailure: ErrorRequestHandler = (error, _request, response, next) => {
  if (!isUserApiError(error)) return next(error)
  console.error(error)
  const isMissing = error.kind === 'status' && (error.status === 403 || error.status === 404)
  response.status(isMissing ? 404 : 502).json({ message: isMissing ? 'No such team.' : 'Try again later.' })
}
