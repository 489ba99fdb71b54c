-- A signal's note goes when it has expired, or with what it came from.
create or replace function handreiking.guard_note() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.expires_at > latest_moment() and new.conversation_id is not distinct from old.conversation_id
  then raise exception 'a note is kept until it expires' using errcode = 'HR148'; end if;
  return new;
end $$;
