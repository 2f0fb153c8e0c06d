import { ActivityList } from '../admin/activity-list.tsx'
import type { Instance } from './use-instance.ts'

/** Who did what to it, as auditors read it. */
export const ActivityTab = ({ instance }: { instance: Instance }) => (
  <ActivityList filter={{ resourceId: instance.id }} topic={instance.id} />
)
