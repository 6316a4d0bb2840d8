import OpenAI from 'openai'

const client = new OpenAI({ apiKey: 'secret', baseURL: 'http://localhost/api' })
console.log((await client.models.retrieve('ada')).id)
