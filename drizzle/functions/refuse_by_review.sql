-- A review that refuses an override is the caller's refusal of its recipient from then on.
create or replace function handreiking.refuse_by_review() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into refusal (id, participant_id, case_id, recipient_id, at, source)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.recipient_id, new.ended_at, 'review-refused');
  return null;
end $$;
