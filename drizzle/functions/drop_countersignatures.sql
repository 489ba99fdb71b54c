-- The hand goes with what it stood under.
create or replace function handreiking.drop_countersignatures() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from countersignature where subject_id = old.id;
  return null;
end $$;
