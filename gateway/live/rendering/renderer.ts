import type { GraphQLFormattedError } from 'graphql'
import type { Fetcher } from './fetcher.ts'
import { project, projectText, type Plan } from './plan.ts'
import { SharedPayload } from './shared-payload.ts'

/**
 * Turns an event into the answer of one plan, once: whoever asks for the same event again (another reader that starts
 * here) gets the same bytes. Without fetched fields the answer is there at once.
 */
export class Renderer<Event extends object> {
  readonly #plan: Plan
  readonly #fetcher: Fetcher | null
  readonly #subjectId: (event: Event) => string | null
  readonly #format: (error: unknown) => GraphQLFormattedError
  readonly #rendered = new WeakMap<Event, SharedPayload | Promise<SharedPayload>>()

  constructor(options: {
    plan: Plan
    fetcher: Fetcher | null
    /** Of what is fetched for the event; null where nothing is. */
    subjectId: (event: Event) => string | null
    format: (error: unknown) => GraphQLFormattedError
  }) {
    this.#plan = options.plan
    this.#fetcher = options.fetcher
    this.#subjectId = options.subjectId
    this.#format = options.format
  }

  render(event: Event): SharedPayload | Promise<SharedPayload> {
    let rendered = this.#rendered.get(event)
    if (!rendered) this.#rendered.set(event, (rendered = this.#make(event)))
    return rendered
  }

  /** Never throws and never rejects: a group that cannot answer one event still answers the next. */
  #make(event: Event): SharedPayload | Promise<SharedPayload> {
    try {
      const id = this.#fetcher && this.#subjectId(event)
      return this.#fetcher && id
        ? this.#withFetched(event, this.#fetcher, id).catch((error: unknown) => this.#fault(error))
        : this.#payload(event, null, [])
    } catch (error) {
      return this.#fault(error)
    }
  }

  #fault(error: unknown): SharedPayload {
    return new SharedPayload(
      JSON.stringify({ errors: [{ ...this.#format(error), path: [this.#plan.key] }], data: null }),
    )
  }

  async #withFetched(event: Event, fetcher: Fetcher, id: string): Promise<SharedPayload> {
    const { key, fetch } = this.#plan
    const place = [key, fetch?.subject.field ?? 'instance']
    try {
      const { value, errors } = await fetcher.fetch(id)
      const shown = errors.map(({ error, path }) => ({ ...this.#format(error), path: [...place, ...path] }))
      return this.#payload(event, value, shown)
    } catch (error) {
      return this.#payload(event, null, [{ ...this.#format(error), path: place }])
    }
  }

  #payload(event: Event, fetched: Record<string, unknown> | null, errors: GraphQLFormattedError[]): SharedPayload {
    const { key, fields } = this.#plan
    if (fetched === null && errors.length === 0)
      return new SharedPayload(`{"data":{${JSON.stringify(key)}:${projectText(fields, event)}}}`)
    const data = { [key]: project(fields, event, fetched) }
    return new SharedPayload(JSON.stringify(errors.length > 0 ? { errors, data } : { data }))
  }
}
