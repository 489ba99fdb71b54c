-- A recipient forgets a referral that has ended, once, and changes nothing else of it.
create or replace function handreiking.guard_forgetting() returns trigger language plpgsql as $$
begin
  if not old.ended or old.forgotten_at is not null
    or handreiking.actor_participant() is distinct from new.recipient_id
    or to_jsonb(old) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
      <> to_jsonb(new) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
  then raise exception 'a recipient forgets what has ended' using errcode = 'HR072'; end if;
  return new;
end $$;
