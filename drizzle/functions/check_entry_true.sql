-- An audit entry about a referral or a consent tells what really happened to it.
create or replace function handreiking.check_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action like 'referral.%' and new.action not in ('referral.nudged', 'referral.due', 'referral.overdue')
      and not exists (select from referral where id = new.subject_id and move_id = new.id)
    or new.action = 'consent.recorded' and not exists (select from consent where id = new.subject_id)
    or new.action = 'consent.withdrawn' and not exists (
      select from consent where id = new.subject_id and withdrawn_at is not null)
    or new.action in ('referral.nudged', 'referral.due', 'referral.overdue') and not exists (
      select from referral where id = new.subject_id and stage = split_part(new.action, '.', 2))
    or new.action = 'obligation.met' and not exists (
      select from obligation where referral_id = new.subject_id and ended_at is not null)
    or new.action = 'obligation.chased' and not exists (
      select from obligation where referral_id = new.subject_id and xmin = pg_current_xact_id()::xid and chases > 0)
    or new.action like 'override.%' and new.action <> 'override.read' and not exists (
      select from override where id = new.subject_id and new.at = case new.action
        when 'override.made' then made_at
        when 'override.approved' then approved_at
        when 'override.upheld' then reviewed_at
        when 'override.objected' then objected_at
        when 'override.objection-overruled' then objection_decided_at
        else ended_at end)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
