import type { Kind } from '../kind.ts'
import { definition } from './definition.ts'
import { instance } from './instance.ts'
import { grant, project, space, user } from './organisation.ts'
import { group, location, zone } from './places.ts'
import { calendar, programme } from './programmes.ts'
import { config, kv } from './settings.ts'

/** In the order in which they need each other. */
export const kinds: readonly Kind[] = [
  user,
  space,
  project,
  location,
  zone,
  config,
  definition,
  kv,
  instance,
  group,
  calendar,
  programme,
  grant,
]
