-- By the clock it is withdrawn once its basis has run out, and with the consent when that is.
create or replace function handreiking.refuse_by_referral() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if exists (select from consent where id = new.consent_id and live) then
    insert into refusal (id, participant_id, case_id, recipient_id, at, source)
      values (gen_random_uuid(), new.sender_id, new.case_id, new.recipient_id, new.moved_at, 'referral-withdrawn');
  end if;
  return null;
end $$;
