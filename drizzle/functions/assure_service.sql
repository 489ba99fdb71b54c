-- HSDS's assured_date is the newest verification's. last_modified stays; whoever assured it before did not do this one.
create or replace function handreiking.assure_service() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update service set assured_date = new.checked_on, assurer_email = null
  where id = new.entry_id and coalesce(assured_date < new.checked_on, true);
  return null;
end $$;
