-- AlterTable
ALTER TABLE "runtime"."instance" ADD COLUMN     "bindings" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "inherited_props" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "locks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "overrides" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "runtime"."kv_entry" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kv_entry_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "runtime"."binding_secret" (
    "instance_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,

    CONSTRAINT "binding_secret_pkey" PRIMARY KEY ("instance_id","key")
);

-- CreateTable
CREATE TABLE "runtime"."display_session" (
    "instance_id" TEXT NOT NULL,
    "device_id" TEXT NOT NULL,
    "connected_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_revision" BIGINT,
    "error" TEXT,

    CONSTRAINT "display_session_pkey" PRIMARY KEY ("instance_id","device_id")
);

-- CreateTable
CREATE TABLE "runtime"."webhook_delivery" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "next_attempt_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_state_next_attempt_at_idx" ON "runtime"."webhook_delivery"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_instance_id_created_at_idx" ON "runtime"."webhook_delivery"("instance_id", "created_at");


ALTER TABLE runtime.instance
  -- Only what is paused can have inherited its pause.
  ADD CONSTRAINT instance_inherited_pause CHECK (paused_by_ancestor_id IS NULL OR lifecycle = 'PAUSED'),
  -- Untimed kinds have no window of their own (S2-32).
  ADD CONSTRAINT instance_untimed_without_timeslot CHECK (tier <> 'UNTIMED' OR timeslot_start IS NULL),
  -- A job or report lives inside the part that it belongs to.
  ADD CONSTRAINT instance_untimed_needs_parent CHECK (kind NOT IN ('JOB', 'REPORT') OR parent_id IS NOT NULL OR lifecycle = 'ARCHIVED');

-- Who is bound to this key, this address, this instance.
CREATE INDEX instance_bindings_idx ON runtime.instance USING gin (bindings jsonb_path_ops) WHERE bindings <> '[]';
-- What ends or begins by itself: the reconciler looks only at these.
CREATE INDEX instance_timeslot_due_idx ON runtime.instance (timeslot_start, timeslot_end)
  WHERE timeslot_start IS NOT NULL AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;
CREATE INDEX instance_unsettled_idx ON runtime.instance (id)
  WHERE lifecycle <> desired_lifecycle AND deleted_at IS NULL;
CREATE INDEX instance_expiring_idx ON runtime.instance (id)
  WHERE (overrides <> '[]' OR locks <> '[]') AND deleted_at IS NULL;
CREATE UNIQUE INDEX instance_one_singleton ON runtime.instance (tenant_id, definition_id, COALESCE(project_id, ''))
  WHERE persistence = 'SINGLETON' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL;
