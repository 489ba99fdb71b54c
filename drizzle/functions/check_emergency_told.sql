-- An emergency call that is recorded or reviewed has its audit entry of the same transaction.
create or replace function handreiking.check_emergency_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and case_id = new.case_id and xmin = pg_current_xact_id()::xid
      and action = case tg_op when 'INSERT' then 'emergency.recorded' else 'emergency.reviewed' end)
  then raise exception 'an emergency call without its audit entry' using errcode = 'HR132'; end if;
  return null;
end $$;
