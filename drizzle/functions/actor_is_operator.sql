-- In PL/pgSQL, whose body is read at its first call: the table comes later.
create or replace function handreiking.actor_is_operator() returns boolean language plpgsql stable security definer
  set search_path = handreiking, pg_temp as $$
begin
  return exists (select from participant
    where id = actor_participant() and operator and suspended_at is null);
end $$;
