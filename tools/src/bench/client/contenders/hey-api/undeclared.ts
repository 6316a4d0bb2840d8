import { globalWhoami } from '../../generated/hey-api'

const { response } = await globalWhoami()
if (response?.status === 502) console.log(response.statusText)
