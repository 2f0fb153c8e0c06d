-- DropIndex
DROP INDEX "runtime"."instance_parent_id_idx";

-- CreateIndex
CREATE INDEX "instance_parent_id_created_at_id_idx" ON "runtime"."instance"("parent_id", "created_at", "id");

-- What begins or ends by itself, each in an index that holds only what still can: with one index over both, everything
-- that ever had a timeslot stayed due for ever.
DROP INDEX runtime.instance_timeslot_due_idx;
CREATE INDEX instance_beginning_idx ON runtime.instance (timeslot_start)
  WHERE lifecycle = 'CREATED' AND timeslot_start IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX instance_ending_idx ON runtime.instance (timeslot_end)
  WHERE timeslot_end IS NOT NULL AND deleted_at IS NULL
    AND (lifecycle IN ('ACTIVE', 'PAUSED') OR (persistence = 'EPHEMERAL' AND lifecycle <> 'ARCHIVED'));

-- The generation counts what the owner asks for (config, desired lifecycle); the observed one is the newest that was
-- carried out. What was made and asked for nothing since is carried out.
UPDATE runtime.instance SET observed_generation = generation WHERE lifecycle = desired_lifecycle;
