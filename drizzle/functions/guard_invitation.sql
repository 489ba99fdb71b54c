-- An invitation says truly whether it is a recovery and needs a second person, and is approved, used and voided once. Who approves is a second
-- person with a say: of the participant, or a coordinator of the network's operator.
create or replace function handreiking.guard_invitation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.approved_by is not null or new.used_at is not null or new.voided_at is not null
      or (new.purpose = 'recovery') <> exists (
        select from passkey where member_id = new.member_id and revoked_at is null)
      or not new.needs_approval and is_in_use(new.participant_id) and not exists (
        select from member where id = new.invited_by and participant_id = new.participant_id)
    then raise exception 'an invitation begins open, as what it is' using errcode = 'HR111'; end if;
    return new;
  end if;
  if old.used_at is not null or old.voided_at is not null
    or old.approved_by is not null
      and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at)
  then raise exception 'an invitation is approved, used or voided once' using errcode = 'HR112'; end if;
  if new.approved_by is not null and not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.approved_by and member.suspended_at is null and participant.suspended_at is null
      and (member.participant_id = new.participant_id and member.roles && '{administrator,privacy-officer}'::text[]
        or participant.operator and 'coordinator' = any (member.roles)))
  then raise exception 'nobody who could approve it' using errcode = 'HR113'; end if;
  return new;
end $$;
