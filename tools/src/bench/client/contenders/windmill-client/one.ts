import { OpenAPI, UserService } from 'windmill-client'

OpenAPI.BASE = '/api'
OpenAPI.TOKEN = 'secret'
console.log((await UserService.globalWhoami()).email)
