-- Whether the basis of a live referral carries it at a moment: a consent until it ends, an override as long as nothing
-- is to be decided on it, and against a refusal only if a second person stood for it since.
create or replace function handreiking.basis_stands(wanted uuid, moment timestamptz) returns boolean
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select exists (select from referral left join override on override.id = override_id
    where referral.id = wanted and needs_live and suspended_at is null and basis_expires_at > moment
      and (override_id is null or live and not disputed and stands_until > moment
        and coalesce(greatest(approved_at, objection_decided_at)
            >= refused_at(override.case_id, override.recipient_id),
          refused_at(override.case_id, override.recipient_id) is null)))
$$;
