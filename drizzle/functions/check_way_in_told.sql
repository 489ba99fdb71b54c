-- Neither comes without the entry that says so.
create or replace function handreiking.check_way_in_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
    and action = tg_argv[0] and actor_id = new.member_id and xmin = pg_current_xact_id()::xid) and not is_owners_hand()
  then raise exception 'a way in without its audit entry' using errcode = 'HR146'; end if;
  return null;
end $$;
