/** What a component is told about the instance it shows. */
export type ShownInstance = {
  id: string
  name: string | null
  placement: {
    location: string | null
    device: string | null
    geo: { lat: number; lng: number } | null
    timezone: string | null
    tags: string[]
  } | null
}

/** What a component is given: `mount(host, element)`. `props` and `instance` always answer the present ones. */
export type ForgeHost<P = Record<string, unknown>> = {
  /** What is to be shown, bindings resolved. The same reference until something changes. */
  readonly props: P
  readonly instance: ShownInstance
  /** Calls back after every change of the props; returns how to stop that. */
  onPropsChange(listener: (next: P, previous: P) => void): () => void
  /** Tells the outside world something; dropped where the screen may not write. */
  emit(event: string, data?: unknown): void
  /** Says that the component cannot show anything: the screen puts a calm picture in its place, reports it and tries anew. */
  fail(error: unknown): void
}
