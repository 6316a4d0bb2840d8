'use client'

import { createUserApi } from '@windmill-user-api/client'
import { createBrowserSandbox } from '@windmill-user-api/sandbox/worker'
import { useEffect, useState } from 'react'

export default function Page() {
  const [text, setText] = useState('starting')
  useEffect(() => {
    const starting = createBrowserSandbox({ persist: 'sandbox-next' })
    starting.then(visit).then(setText, ({ message }) => setText(message))
    return () => void starting.then((sandbox) => sandbox.close())
  }, [])
  return <p>{text}</p>
}

async function visit({ url: baseUrl, fetch }) {
  const visitor = createUserApi({ baseUrl, fetch, auth: { kind: 'none' } })
  const token = await visitor.login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })
  const api = createUserApi({ baseUrl, fetch, auth: { kind: 'bearer', token } })
  await api.createToken({ body: { label: 'visit' } })
  const visits = (await api.listTokens()).filter(({ label }) => label === 'visit')
  return `${(await api.globalWhoami()).email}, visits: ${visits.length}`
}
