-- Whether a participant is in use is the operator's to know, and its own.
create or replace function handreiking.is_in_use(wanted uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select (wanted = actor_participant() or actor_is_operator()) and (
    exists (select from client where participant_id = wanted)
    or exists (select from passkey where participant_id = wanted)
    or exists (select from session where participant_id = wanted))
$$;
