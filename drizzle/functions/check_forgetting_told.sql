-- What a recipient forgets has its audit entry of the same transaction.
create or replace function handreiking.check_forgetting_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.recipient_id
    and action = 'received.forgotten' and at = new.forgotten_at and xmin = pg_current_xact_id()::xid)
  then raise exception 'forgotten without an audit entry' using errcode = 'HR147'; end if;
  return null;
end $$;
