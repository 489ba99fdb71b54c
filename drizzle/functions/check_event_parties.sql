-- An event tells what an entry of the same transaction tells, to a feed that it concerns.
create or replace function handreiking.check_event_parties() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.seq is not null then raise exception 'numbers are the sequencer''s' using errcode = 'HR141'; end if;
  if new.referral_id is null then
    -- Whose feed it may be otherwise, a policy says.
    if new.type <> 'verification.requested' and not exists (select from audit_event
      where subject_id = new.subject_id and action = new.type and at = new.at and xmin = pg_current_xact_id()::xid)
    then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
    return null;
  end if;
  if not exists (select from referral
      where id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
    and not exists (select from obligation
      where referral_id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
  then raise exception 'an event of no referral between the two' using errcode = '23503'; end if;
  if new.subject_id <> new.referral_id
    or (case new.type when 'referral.nudged' then new.participant_id <> new.recipient_id
      when 'referral.due' then new.participant_id <> new.sender_id
      when 'referral.overdue' then new.participant_id <> new.sender_id
      when 'obligation.chased' then false when 'obligation.met' then false
      else new.move_id is null end)
    or not exists (select from audit_event where subject_id = new.referral_id and at = new.at
      and xmin = pg_current_xact_id()::xid and id = coalesce(new.move_id, id)
      -- A recipient is not told why it is to leave off.
      and action in (new.type, case when new.type = 'referral.withdrawn' and new.participant_id = new.recipient_id
        then 'referral.suspended' end))
  then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
  return null;
end $$;
