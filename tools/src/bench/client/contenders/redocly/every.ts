export { client } from '../../generated/redocly/client'
