import { PROGRAMME_TOPIC } from '../../../../schema/events.ts'
import type { RuntimeDeps } from '../runtime-deps.ts'

/** Workers sleep until the next boundary that they know of; without a bus they look within a second. */
export function wakeProgrammes({ bus }: Pick<RuntimeDeps, 'bus'>): void {
  void bus.publish([{ topic: PROGRAMME_TOPIC, payload: '{}' }]).catch(() => {})
}
