import type { EventType, InstanceState } from '../../../../schema/events.ts'
import type { Refusal } from './refusal.ts'

/** `next === state` (the same reference): an equal write, which makes no revision and no event. */
export type Decision = { ok: true; next: InstanceState; event: EventType } | { ok: false; refusal: Refusal }
