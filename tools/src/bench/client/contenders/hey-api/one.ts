import { globalWhoami } from '../../generated/hey-api'
import { client } from '../../generated/hey-api/client.gen'

client.setConfig({ baseUrl: '/api', auth: 'secret' })
console.log((await globalWhoami()).data?.email)
