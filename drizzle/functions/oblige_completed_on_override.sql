-- An override that ends after the handoff on it was completed calls for an answer, as a withdrawn consent does.
create or replace function handreiking.oblige_completed_on_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform raise_obligation(referral, new.ended_at) from referral
    where override_id = new.id and state = 'completed';
  return null;
end $$;
