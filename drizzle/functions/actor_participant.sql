-- The participant on whose behalf the transaction runs; null, and so no row, when none was set.
create or replace function handreiking.actor_participant() returns uuid language sql stable
  return nullif(current_setting('handreiking.participant', true), '')::uuid;
