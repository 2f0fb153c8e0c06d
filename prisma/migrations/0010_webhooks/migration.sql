-- DropIndex
DROP INDEX "runtime"."webhook_delivery_state_next_attempt_at_idx";

-- AlterTable
ALTER TABLE "runtime"."webhook_delivery" ADD COLUMN     "dedupe_key" TEXT,
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "expires_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "holder" TEXT,
ADD COLUMN     "last_status" INTEGER,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3),
ADD COLUMN     "origin" TEXT NOT NULL,
ADD COLUMN     "seq" BIGSERIAL NOT NULL,
ADD COLUMN     "signer_id" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "runtime"."webhook_endpoint" (
    "tenant_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("tenant_id","origin")
);

-- CreateTable
CREATE TABLE "runtime"."webhook_secret" (
    "owner_id" TEXT NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "previous_sealed" TEXT,
    "rotated_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "runtime"."log_reader" (
    "name" TEXT NOT NULL,
    "epoch" TEXT NOT NULL,
    "xid" xid8 NOT NULL,
    "instance_id" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "log_reader_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_instance_id_dedupe_key_key" ON "runtime"."webhook_delivery"("instance_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "webhook_delivery_tenant_id_seq_idx" ON "runtime"."webhook_delivery"("tenant_id", "seq");


ALTER TABLE runtime.webhook_delivery
  ADD CONSTRAINT webhook_delivery_state CHECK (state IN ('PENDING', 'DELIVERED', 'DEAD')),
  ADD CONSTRAINT webhook_delivery_event CHECK (event IN ('PROPS_CHANGED', 'ERROR', 'INTERACTION', 'AFTER_HOOK'));
-- What is due at an address, and what goes before it in its own row of messages: only what is on its way.
CREATE INDEX webhook_delivery_due_idx ON runtime.webhook_delivery (tenant_id, origin, next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_lane_idx ON runtime.webhook_delivery (instance_id, event, origin, seq) WHERE state = 'PENDING';
-- What may be forgotten.
CREATE INDEX webhook_delivery_ended_idx ON runtime.webhook_delivery (created_at) WHERE state <> 'PENDING';
-- Who wants to be told anything at all.
CREATE INDEX instance_webhooks_idx ON runtime.instance (id) WHERE webhooks <> '{}';
-- What was committed before there were webhooks is nobody's news.
INSERT INTO runtime.log_reader (name, epoch, xid, instance_id, revision)
  SELECT 'webhooks', epoch, pg_snapshot_xmin(pg_current_snapshot()), '', 0 FROM runtime.feed_epoch;
