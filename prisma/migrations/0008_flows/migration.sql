-- CreateTable
CREATE TABLE "runtime"."flow" (
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "run_kind" TEXT NOT NULL,
    "code_ref" TEXT,
    "schedulable" BOOLEAN NOT NULL DEFAULT true,
    "freshness_sla_seconds" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'STALE',
    "handles" JSONB NOT NULL DEFAULT '{}',
    "last_success_at" TIMESTAMPTZ(3),
    "last_success_run_id" TEXT,
    "success_version_id" TEXT,
    "success_upstreams" JSONB NOT NULL DEFAULT '{}',
    "data_time" TIMESTAMPTZ(3),
    "stale_since" TIMESTAMPTZ(3),
    "stale_reason" TEXT,
    "stale_at" TIMESTAMPTZ(3),
    "last_run_id" TEXT,
    "last_outcome" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."upstream_ref" (
    "flow_id" TEXT NOT NULL,
    "upstream_flow_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "upstream_ref_pkey" PRIMARY KEY ("flow_id","upstream_flow_id","role")
);

-- CreateTable
CREATE TABLE "runtime"."schedule" (
    "id" TEXT NOT NULL,
    "flow_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'CRON',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "catch_up" TEXT NOT NULL DEFAULT 'LATEST',
    "concurrency" TEXT NOT NULL DEFAULT 'FORBID',
    "next_tick_at" TIMESTAMPTZ(3),
    "last_tick_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."run" (
    "id" TEXT NOT NULL,
    "flow_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "scheduled_for" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3),
    "run_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "actor_id" TEXT,
    "reason" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "code_ref" TEXT,
    "definition_version_id" TEXT,
    "config" JSONB,
    "config_hash" TEXT,
    "props_revision" BIGINT,
    "upstream_run_ids" JSONB NOT NULL DEFAULT '{}',
    "worker" TEXT,
    "lease" TEXT,
    "lease_expires_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "progress" DOUBLE PRECISION,
    "outputs" JSONB,
    "metrics" JSONB,
    "error" JSONB,
    "blocked_by" JSONB NOT NULL DEFAULT '[]',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "max_attempts" INTEGER NOT NULL DEFAULT 3,
    "retry_of_id" TEXT,
    "cancel_requested_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runtime"."run_result" (
    "run_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "run_result_pkey" PRIMARY KEY ("run_id","name")
);

-- CreateTable
CREATE TABLE "runtime"."run_feed" (
    "instance_id" TEXT NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "run_feed_pkey" PRIMARY KEY ("instance_id")
);

-- CreateTable
CREATE TABLE "runtime"."run_event" (
    "instance_id" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "run_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" JSONB NOT NULL DEFAULT '{}',
    "run" JSONB NOT NULL,

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("instance_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "flow_instance_id_name_key" ON "runtime"."flow"("instance_id", "name");

-- CreateIndex
CREATE INDEX "upstream_ref_upstream_flow_id_idx" ON "runtime"."upstream_ref"("upstream_flow_id");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_flow_id_key" ON "runtime"."schedule"("flow_id");

-- CreateIndex
CREATE INDEX "schedule_instance_id_idx" ON "runtime"."schedule"("instance_id");

-- CreateIndex
CREATE INDEX "run_tenant_id_created_at_id_idx" ON "runtime"."run"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "run_instance_id_created_at_id_idx" ON "runtime"."run"("instance_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "run_flow_id_created_at_id_idx" ON "runtime"."run"("flow_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "run_event_run_id_position_idx" ON "runtime"."run_event"("run_id", "position");

-- CreateIndex
CREATE INDEX "run_event_at_idx" ON "runtime"."run_event" USING BRIN ("at");

-- AddForeignKey
ALTER TABLE "runtime"."flow" ADD CONSTRAINT "flow_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "runtime"."instance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."upstream_ref" ADD CONSTRAINT "upstream_ref_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "runtime"."flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."upstream_ref" ADD CONSTRAINT "upstream_ref_upstream_flow_id_fkey" FOREIGN KEY ("upstream_flow_id") REFERENCES "runtime"."flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."schedule" ADD CONSTRAINT "schedule_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "runtime"."flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runtime"."run" ADD CONSTRAINT "run_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "runtime"."flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE runtime.flow
  ADD CONSTRAINT flow_status CHECK (status IN ('ERROR', 'STALE', 'RUNNING', 'READY')),
  ADD CONSTRAINT flow_stale_reason CHECK (stale_reason IN ('NEVER_RUN', 'SLA', 'UPSTREAM_NEWER', 'VERSION_CHANGED')),
  ADD CONSTRAINT flow_freshness_sla CHECK (freshness_sla_seconds > 0);
ALTER TABLE runtime.upstream_ref ADD CONSTRAINT upstream_ref_between_two CHECK (flow_id <> upstream_flow_id);
ALTER TABLE runtime.schedule
  ADD CONSTRAINT schedule_type CHECK (type IN ('CRON', 'INTERVAL', 'ONCE', 'DAYPART')),
  ADD CONSTRAINT schedule_catch_up CHECK (catch_up IN ('NONE', 'LATEST', 'ALL')),
  ADD CONSTRAINT schedule_concurrency CHECK (concurrency IN ('ALLOW', 'FORBID', 'REPLACE', 'ENQUEUE'));
ALTER TABLE runtime.run
  ADD CONSTRAINT run_status CHECK (status IN
    ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED')),
  ADD CONSTRAINT run_trigger CHECK (trigger IN ('MANUAL', 'SCHEDULE', 'UPSTREAM', 'RETRY')),
  ADD CONSTRAINT run_ended CHECK ((ended_at IS NOT NULL) = (status IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'))),
  ADD CONSTRAINT run_leased CHECK (status <> 'RUNNING' OR (lease IS NOT NULL AND lease_expires_at IS NOT NULL)),
  ADD CONSTRAINT run_progress CHECK (progress BETWEEN 0 AND 1);
-- Heartbeats rewrite the row: leave room on the page for it.
ALTER TABLE runtime.run SET (fillfactor = 70);

-- One run for each tick, however many schedulers look; one retry for each run, whoever asks for it.
CREATE UNIQUE INDEX run_one_per_tick ON runtime.run (flow_id, scheduled_for) WHERE trigger = 'SCHEDULE';
CREATE UNIQUE INDEX run_one_retry ON runtime.run (retry_of_id) WHERE retry_of_id IS NOT NULL;

-- What engine and sweeps look for; each index holds only the runs that it is about.
CREATE INDEX run_queued_idx ON runtime.run (code_ref, queued_at, id) WHERE status = 'QUEUED';
CREATE INDEX run_blocked_idx ON runtime.run (flow_id) WHERE status = 'BLOCKED';
CREATE INDEX run_leased_idx ON runtime.run (lease_expires_at) WHERE status = 'RUNNING';
CREATE INDEX run_cancelling_idx ON runtime.run (cancel_requested_at)
  WHERE cancel_requested_at IS NOT NULL AND status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING');
CREATE INDEX run_open_idx ON runtime.run (flow_id, created_at, id) WHERE status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING');
CREATE INDEX schedule_due_idx ON runtime.schedule (next_tick_at) WHERE enabled;
CREATE INDEX flow_stale_at_idx ON runtime.flow (stale_at) WHERE stale_at IS NOT NULL AND removed_at IS NULL;

-- What a run has produced never changes, and neither does how it ended.
CREATE FUNCTION runtime.refuse_change_of_ended_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'run % has ended and cannot be changed', OLD.id USING ERRCODE = 'MQ001';
END $$;
CREATE TRIGGER run_terminal BEFORE UPDATE ON runtime.run FOR EACH ROW
  WHEN (OLD.status IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'))
  EXECUTE FUNCTION runtime.refuse_change_of_ended_run();

CREATE FUNCTION runtime.refuse_change_of_run_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the % of run % cannot be changed', OLD.name, OLD.run_id USING ERRCODE = 'MQ001';
END $$;
CREATE TRIGGER run_result_immutable BEFORE UPDATE ON runtime.run_result
  FOR EACH ROW EXECUTE FUNCTION runtime.refuse_change_of_run_result();

CREATE TRIGGER run_event_append_only BEFORE UPDATE ON runtime.run_event
  FOR EACH ROW EXECUTE FUNCTION runtime.refuse_change_of_event();
