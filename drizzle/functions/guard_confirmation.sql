-- A side confirms the contact of a scheduled referral itself, by a member or a client of its own.
create or replace function handreiking.guard_confirmation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from (
      case when new.side = 'recipient' and not answers_by_phone(new.recipient_id) then new.recipient_id
           else new.sender_id end)
    or not exists (select from referral where id = new.referral_id and state = 'scheduled')
    or not exists (select from member where id = new.recorded_by and participant_id = actor_participant())
      and not exists (select from client where id = new.recorded_by and participant_id = actor_participant()
        and new.side = 'recipient')
  then raise exception 'nobody confirms for the other side' using errcode = 'HR026'; end if;
  return new;
end $$;
