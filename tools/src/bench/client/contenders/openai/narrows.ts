import OpenAI from 'openai'

try {
  await new OpenAI({ apiKey: 'secret' }).models.retrieve('ada')
} catch (error) {
  if (!(error instanceof OpenAI.APIError)) throw error
  if (error instanceof OpenAI.NotFoundError) error.error satisfies { message: string }
}
