-- Whoever is suspended is signed out, and stays so when readmitted.
create or replace function handreiking.end_sessions_of_suspended() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_table_name = 'member' then
    update session set ended_at = new.suspended_at where member_id = new.id and ended_at is null;
  else
    update session set ended_at = new.suspended_at where participant_id = new.id and ended_at is null;
  end if;
  return null;
end $$;
