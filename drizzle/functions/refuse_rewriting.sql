-- Reviews, mergers and releases are added to, never changed, by nobody.
create or replace function handreiking.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'this is never changed' using errcode = 'check_violation';
end $$;
