-- A consent withdrawn after the handoff was completed still calls for an answer.
create or replace function handreiking.oblige_completed() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform raise_obligation(referral, new.withdrawn_at) from referral
    where consent_id = new.id and state = 'completed';
  return null;
end $$;
