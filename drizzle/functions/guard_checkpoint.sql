-- Checkpoints of the audit never change.
create or replace function handreiking.guard_checkpoint() returns trigger language plpgsql as $$
begin
  raise exception 'checkpoints do not change' using errcode = 'HR070';
end $$;
