-- What a caller takes back is a refusal of its recipient, whoever writes it.
create or replace function handreiking.refuse_by_consent() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.withdrawn_at, 'consent-withdrawn');
  return null;
end $$;
