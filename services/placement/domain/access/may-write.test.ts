import { expect, it } from 'vitest'
import { adminViewer, anonymousViewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { writeRefusal } from './may-write.ts'

it('lets an admin write, asks an anonymous viewer for a key and refuses everybody else', () => {
  expect(writeRefusal(adminViewer('t', 'p'))).toBeNull()
  expect(writeRefusal(anonymousViewer('t'))).toBe('UNAUTHENTICATED')
  expect(writeRefusal({ ...anonymousViewer('t'), principalId: 'p' })).toBe('FORBIDDEN')
})
