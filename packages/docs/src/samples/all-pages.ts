import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
})

for await (const account of api.listUsersAsSuperAdmin.items()) {
  console.log(account.email)
}

// Two at a time, from the second page on.
for await (const page of api.listUsersAsSuperAdmin.pages({ page: 2, per_page: 2 })) {
  console.log(`${page.length} more`)
}
