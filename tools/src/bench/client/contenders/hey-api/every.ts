export * from '../../generated/hey-api'
export { client } from '../../generated/hey-api/client.gen'
