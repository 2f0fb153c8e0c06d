const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * Rows of display_session as domain/displays/observation.ts ScreenGroup, in a column `screens`: a few for each of what
 * `keys` tell apart, however many screens there are.
 */
export const screenGroups = (keys: string, from: string) => `
  SELECT ${keys}, jsonb_build_object('presence', presence, 'state', state, 'count', count(*),
    'stateSince', ${time('min(state_since)')}, 'lastSeenAt', ${time('max(last_seen_at)')},
    'shownRevision', min(applied_revision),
    'lastShownRevision', (array_agg(applied_revision ORDER BY last_seen_at DESC))[1],
    'behindSince', ${time('min(behind_since)')}, 'error', (array_agg(error ORDER BY state_since))[1]) AS screens
  FROM ${from}
  GROUP BY ${keys}, presence, state, error IS NULL, behind_since IS NULL, applied_revision IS NULL`
