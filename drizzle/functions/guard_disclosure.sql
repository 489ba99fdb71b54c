-- The recipient's key is held until the commit, so that sealing to it and its revocation see each other;
-- nothing is disclosed to whoever is suspended.
create or replace function handreiking.guard_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from new.sender_id
    and (tg_op = 'INSERT' or to_jsonb(old) - '{spent_at,needs_disclosed}'::text[]
      <> to_jsonb(new) - '{spent_at,needs_disclosed}'::text[])
  then raise exception 'only the sender discloses' using errcode = 'HR027'; end if;
  if tg_op = 'UPDATE' and old.spent_at is not null and new.spent_at is distinct from old.spent_at
    and (actor_participant() is distinct from new.sender_id or new.sealed is not distinct from old.sealed)
  then raise exception 'a code is good once' using errcode = 'HR027'; end if;
  if new.recipient_kid is not null and not (tg_op = 'UPDATE' and new.sealed is not distinct from old.sealed) then
    perform from participant_key where participant_id = new.recipient_id and kid = new.recipient_kid
      and use = 'enc' and revoked_at is null and expires_at > new.sealed_at for share;
    if not found then
      raise exception 'nobody opens what is sealed to a dead key' using errcode = 'HR039';
    end if;
  end if;
  if not (tg_op = 'UPDATE' and new.sealed_at = old.sealed_at) then
    perform from participant where id = new.recipient_id and suspended_at is null for share;
    if not found then
      raise exception 'nothing is disclosed to whoever is suspended' using errcode = 'HR170';
    end if;
  end if;
  if (new.method = 'spoken') <> answers_by_phone(new.recipient_id)
  then raise exception 'a partner with a login fetches, one without is told' using errcode = 'HR028'; end if;
  if not exists (select from referral
      left join consent on consent.id = referral.consent_id
      left join override on override.id = referral.override_id
    where referral.id = new.referral_id and new.categories <@ coalesce(consent.categories, override.categories))
  then raise exception 'the basis does not cover what is disclosed' using errcode = 'HR029'; end if;
  return new;
end $$;
