-- What screens say is pruned by its age, and by how much there is of those that spoke lately.
CREATE INDEX "interaction_event_at_idx" ON "runtime"."interaction_event"("at");
