-- An appointment that was moved has the one that took its place, and one that was held its conversation.
create or replace function handreiking.check_appointment_end() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.state = 'moved' and not exists (select from appointment where moved_from_id = new.id)
    or new.state = 'held' and not exists (select from conversation where appointment_id = new.id)
  then raise exception 'an appointment ends with what took its place' using errcode = 'HR209'; end if;
  return null;
end $$;
