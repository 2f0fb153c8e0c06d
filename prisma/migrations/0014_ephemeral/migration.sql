-- EPHEMERAL instances with flows: they end after their last run.
CREATE INDEX instance_ephemeral_idx ON runtime.instance (id)
  WHERE persistence = 'EPHEMERAL' AND readiness IS NOT NULL AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;
