-- Activities are read by auditors: newest first within a tenant, and by who acted.
CREATE INDEX "activity_tenant_id_at_id_idx" ON "runtime"."activity"("tenant_id", "at", "id");
CREATE INDEX "activity_tenant_id_actor_id_at_idx" ON "runtime"."activity"("tenant_id", "actor_id", "at");

-- Append-only: nothing changes a row, and only retention removes one. It says so with a setting of its transaction,
-- so that no statement written for something else can do it by mistake.
CREATE FUNCTION "runtime"."keep_activity"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('marquee.activity_retention', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'runtime.activity is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "activity_is_append_only" BEFORE UPDATE OR DELETE ON "runtime"."activity"
  FOR EACH ROW EXECUTE FUNCTION "runtime"."keep_activity"();
CREATE TRIGGER "activity_is_not_truncated" BEFORE TRUNCATE ON "runtime"."activity"
  FOR EACH STATEMENT EXECUTE FUNCTION "runtime"."keep_activity"();
