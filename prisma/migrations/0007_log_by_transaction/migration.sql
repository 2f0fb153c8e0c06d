-- Readers of the whole log go by transaction (a serial number skips what commits late), so this is the index they need.
-- DropIndex
DROP INDEX "runtime"."instance_event_global_seq_key";

-- CreateIndex
CREATE INDEX "instance_event_xid_idx" ON "runtime"."instance_event"("xid");
