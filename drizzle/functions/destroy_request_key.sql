-- What was told is destroyed with its key.
create or replace function handreiking.destroy_request_key() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.request_key where request_id = new.id;
  return null;
end $$;
