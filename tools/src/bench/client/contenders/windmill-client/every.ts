export { OpenAPI, UserService, WorkspaceService } from 'windmill-client'
