/** Sends webhooks. Never: connects to private addresses (unless allowed), follows a redirect, or reads the answer. */
import { fetch } from 'undici'
import type { Notifier, NotifyOutcome } from '../../ports/fetcher.js'
import { checkAddress } from '../../text/web-address.js'
import { guardedAgent, type GuardOptions } from './address-guard.js'
import { errorFailure } from './failures.js'

export type WebhookLimits = Omit<GuardOptions, 'timeoutMs'> & {
  /** Milliseconds for one try. */
  readonly timeoutMs: number
  readonly userAgent: string
}

export function webhookNotifier({ userAgent, ...limits }: WebhookLimits): Notifier {
  const agent = guardedAgent(limits)
  return {
    async notify(url, body, headers) {
      const checked = checkAddress(url)
      if (!checked.ok) return failed(checked.message, false)
      try {
        const response = await fetch(checked.url, {
          method: 'POST',
          body,
          headers: { ...headers, 'user-agent': userAgent },
          dispatcher: agent,
          redirect: 'manual',
          credentials: 'omit',
          signal: AbortSignal.timeout(limits.timeoutMs),
        })
        await response.body?.cancel()
        return outcomeOf(response.status)
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError')
          return failed(`it did not answer within ${limits.timeoutMs / 1_000} s.`, true)
        const { message, transient } = errorFailure(error)
        return failed(message, transient)
      }
    },
  }
}

function outcomeOf(status: number): NotifyOutcome {
  if (status >= 200 && status < 300) return { state: 'delivered' }
  if (status === 410) return failed('it answered HTTP 410: it wants no more of these.', false)
  if (status >= 300 && status < 400)
    return failed(`it answered HTTP ${status}: redirects are not followed.`, false)
  return failed(`it answered HTTP ${status}.`, true)
}

function failed(message: string, transient: boolean): NotifyOutcome {
  return { state: 'failed', message, transient }
}
