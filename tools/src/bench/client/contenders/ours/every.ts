export { createUserApi } from '@windmill-user-api/client'
