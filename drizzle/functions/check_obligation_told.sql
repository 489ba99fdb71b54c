-- An obligation that is asked for or answered has its audit entry of the same transaction.
create or replace function handreiking.check_obligation_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.referral_id and xmin = pg_current_xact_id()::xid
    and action = case when new.ended_at is null then 'obligation.chased' else 'obligation.met' end)
  then raise exception 'an obligation asked for or answered without an audit entry' using errcode = 'HR041'; end if;
  return null;
end $$;
