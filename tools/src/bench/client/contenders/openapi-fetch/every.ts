// one function for all paths
import createClient from 'openapi-fetch'

export { createClient }
