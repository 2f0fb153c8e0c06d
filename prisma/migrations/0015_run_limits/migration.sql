-- What one run of a flow may take, as its template says; null: what every run may.
ALTER TABLE runtime.flow
  ADD COLUMN timeout_seconds INTEGER,
  ADD COLUMN memory_mb INTEGER,
  ADD CONSTRAINT flow_timeout CHECK (timeout_seconds > 0),
  ADD CONSTRAINT flow_memory CHECK (memory_mb > 0);
