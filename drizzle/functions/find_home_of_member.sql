-- The participant of a member, and of an invitation: told to the network's operator alone.
create or replace function handreiking.find_home_of_member(wanted uuid) returns uuid language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select participant_id from member where id = wanted and actor_is_operator()
$$;
