-- A version that is brought to a fixed set of instances in waves, and taken back where too many fail.
CREATE TABLE "runtime"."rollout" (
  "id" TEXT PRIMARY KEY,
  "tenant_id" TEXT NOT NULL,
  "definition_id" TEXT NOT NULL,
  "definition_type_key" TEXT NOT NULL,
  "to_version_id" TEXT NOT NULL,
  "to_version" TEXT NOT NULL,
  "filter" JSONB NOT NULL,
  "failed_percent" INTEGER,
  "wave_timeout_seconds" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "wave" INTEGER NOT NULL DEFAULT 0,
  "wave_count" INTEGER NOT NULL,
  "wave_started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "reason" TEXT,
  "actor_id" TEXT,
  "writer_kind" TEXT,
  "change_id" TEXT NOT NULL,
  "back_change_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "ended_at" TIMESTAMPTZ(3)
);
CREATE INDEX "rollout_tenant_id_created_at_id_idx" ON "runtime"."rollout" ("tenant_id", "created_at", "id");
CREATE INDEX rollout_going_idx ON runtime.rollout (id) WHERE status IN ('RUNNING', 'ABORTING');

CREATE TABLE "runtime"."rollout_instance" (
  "rollout_id" TEXT NOT NULL REFERENCES "runtime"."rollout" ("id") ON UPDATE CASCADE ON DELETE RESTRICT,
  "instance_id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "wave" INTEGER NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'WAITING',
  "to_version_id" TEXT NOT NULL,
  "revision" BIGINT,
  "upgraded_at" TIMESTAMPTZ(3),
  "before" JSONB,
  "after" JSONB,
  "error" TEXT,
  "conflicts" JSONB NOT NULL DEFAULT '[]',
  "is_open" BOOLEAN NOT NULL DEFAULT true,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("rollout_id", "instance_id")
);
-- One rollout per instance at a time.
CREATE UNIQUE INDEX rollout_instance_open_key ON runtime.rollout_instance (instance_id) WHERE is_open;
CREATE INDEX "rollout_instance_instance_id_idx" ON "runtime"."rollout_instance" ("instance_id");
CREATE INDEX "rollout_instance_rollout_id_wave_status_idx" ON "runtime"."rollout_instance" ("rollout_id", "wave", "status");
