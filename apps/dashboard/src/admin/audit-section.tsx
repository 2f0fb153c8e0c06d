import { usePlace } from '../shell/router.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { ActivityList } from './activity-list.tsx'

/** Who did what, when; narrowed by the address. */
export function AuditSection() {
  const { params } = usePlace()
  const text = (name: string) => params.get(name) || null
  const actions = (params.get('action') ?? '').split(/[\s,]+/).filter(Boolean)
  const filter = {
    ...(actions.length > 0 && { actions }),
    ...(text('actor') && { actorId: text('actor') }),
    ...(text('resource') && { resourceId: text('resource') }),
    ...(text('type') && { resourceType: text('type') }),
    ...(text('change') && { changeId: text('change') }),
  }
  return (
    <>
      <form className="filters" role="search" aria-label="Filter" onSubmit={(event) => event.preventDefault()}>
        <SearchInput label="Action" name="action" hint="instance.props-patched" />
        <SearchInput label="Actor" name="actor" hint="Id of a principal" />
        <SearchInput label="Thing" name="resource" hint="inst-…" />
        <SearchInput label="Type" name="type" hint="Instance" />
        <SearchInput label="Change" name="change" />
      </form>
      <ActivityList filter={filter} />
    </>
  )
}
