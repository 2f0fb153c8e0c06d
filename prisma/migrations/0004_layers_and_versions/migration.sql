-- AlterTable
ALTER TABLE "runtime"."display_session" ADD COLUMN     "presence" TEXT NOT NULL DEFAULT 'ONLINE';


ALTER TABLE runtime.display_session
  ADD CONSTRAINT display_session_presence CHECK (presence IN ('ONLINE', 'STALE', 'OFFLINE'));
-- Those who may fall silent: what was given up long ago is not looked at again.
CREATE INDEX display_session_watched_idx ON runtime.display_session (last_seen_at) WHERE presence <> 'OFFLINE';

-- Who follows the versions of their definition by themselves, as groups that move alike.
CREATE INDEX instance_following_idx ON runtime.instance (definition_id, resolved_version_id, upgrade_strategy, max_version, id)
  WHERE upgrade_strategy <> 'PIN' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;
-- What something is wrong with.
CREATE INDEX instance_conditions_idx ON runtime.instance USING gin (conditions jsonb_path_ops) WHERE conditions <> '[]';
-- Who hands props down, and who was handed some.
CREATE INDEX instance_handing_down_idx ON runtime.instance (id) WHERE config ? 'inheritToChildren' AND deleted_at IS NULL;
CREATE INDEX instance_inheriting_idx ON runtime.instance (parent_id) WHERE inherited_props <> '{}' AND deleted_at IS NULL;
