-- The ledger is added to, never changed, by nobody.
create or replace function handreiking.guard_erasure() returns trigger language plpgsql as $$
begin
  raise exception 'erasures stay written' using errcode = 'HR070';
end $$;
