-- Says for the transaction's own participant how many persons it takes: its row is otherwise the operator's to write.
create or replace function handreiking.require_two_persons(required boolean) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update participant set two_persons = required where id = actor_participant()
$$;
