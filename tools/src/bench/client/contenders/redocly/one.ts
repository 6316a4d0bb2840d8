import { configure, globalWhoami } from '../../generated/redocly/client'

configure({ serverUrl: '/api', auth: { bearer: 'secret' } })
console.log((await globalWhoami()).email)
