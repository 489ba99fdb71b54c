-- The recipient answers, for a partner by telephone the helpline; the sender's clock only asks. An answer stays.
create or replace function handreiking.guard_obligation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.ended_at is not null
    or to_jsonb(old) - '{due_at,chases,ended_at,ended_as,ground,retained_until,ended_by_function}'::text[]
      <> to_jsonb(new) - '{due_at,chases,ended_at,ended_as,ground,retained_until,ended_by_function}'::text[]
    or new.ended_at is not null and actor_participant() is distinct from (
      case when answers_by_phone(new.recipient_id) then new.sender_id else new.recipient_id end)
    or (new.due_at, new.chases) is distinct from (old.due_at, old.chases) and (
      actor_participant() is distinct from new.sender_id or new.chases <> old.chases + 1)
  then raise exception 'an obligation is asked for and answered, nothing else' using errcode = 'HR030'; end if;
  return new;
end $$;
