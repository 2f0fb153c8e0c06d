import type { ChangeOutcome } from '../engine/changes/change-request.ts'

/** A change as InstancePayload shows it. */
export const payload = ({ state, revision, changeId }: ChangeOutcome) => ({ instance: state, revision, changeId })
