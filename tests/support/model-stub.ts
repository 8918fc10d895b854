/** A server that speaks `/v1/chat/completions` and notes what two reports tell in their first sentence. */
import { site, type Site } from '../adapters/local-site.js'

/** It takes requests and leaves them without an answer until it is told to answer those that come. */
export async function modelStub(): Promise<Site & { readonly answer: () => void }> {
  let answers = false
  const server = await site((request, response) => {
    request.resume()
    request.on('end', () => {
      if (!answers) return
      const [one, other] = ['A', 'B'].map((letter) => ({ sentence: `${letter}1`, words: 'Ferry', by: null }))
      const differences = [
        {
          question: 'What do the headlines say?',
          kind: 'emphasis',
          answers: [one, other],
          silent: [],
          later: [],
          weight: 2,
        },
      ]
      const content = JSON.stringify({ differences, verdicts: [] })
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          choices: [{ message: { content } }],
          usage: { prompt_tokens: 70, completion_tokens: 30 },
        }),
      )
    })
  })
  return { ...server, answer: () => void (answers = true) }
}
