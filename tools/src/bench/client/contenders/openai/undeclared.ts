import OpenAI from 'openai'

try {
  await new OpenAI({ apiKey: 'secret' }).models.retrieve('ada')
} catch (error) {
  if (error instanceof OpenAI.APIError && error.status === 502) console.log(error.message)
}
