-- Whether a flow's template asks for the network. The version before this one never looks, and its inserts say no.
ALTER TABLE runtime.flow ADD COLUMN network BOOLEAN NOT NULL DEFAULT false;
