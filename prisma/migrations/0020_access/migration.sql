-- A principal who is disabled keeps their rows and may do nothing.
ALTER TABLE "catalogue"."principal" ADD COLUMN "disabled_at" TIMESTAMPTZ(3);

-- Grants are read by who holds them whenever their access is looked up.
CREATE INDEX "role_grant_tenant_id_principal_id_idx" ON "catalogue"."role_grant"("tenant_id", "principal_id");

-- From now on these rows decide. An installation that has them from before gets the names that have come since; what it
-- took away from a role itself stays away, because only the names that are new are added. A new one is seeded at its start.
INSERT INTO "catalogue"."role_permission" ("role", "permission")
SELECT d.role, d.permission FROM (VALUES
  ('OPERATOR', 'run.trigger'), ('OPERATOR', 'run.work'), ('OPERATOR', 'key.issue'), ('OPERATOR', 'webhook.manage'),
  ('OPERATOR', 'kv.read'), ('OPERATOR', 'kv.write'), ('OPERATOR', 'set.write'),
  ('VIEWER', 'kv.read'), ('AUDITOR', 'kv.read'), ('AUDITOR', 'audit.read')
) AS d(role, permission)
WHERE EXISTS (SELECT 1 FROM "catalogue"."role_permission" p WHERE p.role = d.role)
ON CONFLICT DO NOTHING;
