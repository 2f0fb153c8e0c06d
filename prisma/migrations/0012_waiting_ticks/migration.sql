-- Ticks that wait for the run before them (ENQUEUE): schedulers ask every second, and there are few.
CREATE INDEX run_waiting_idx ON runtime.run (flow_id, scheduled_for) WHERE status = 'SCHEDULED';
