/** A flow that every instance of a definition version, or of a kind, has. */
export type FlowTemplate = { name: string; runKind: string; schedulable: boolean; freshnessSlaSeconds: number | null }
