-- The client and the key that an assertion names, before anybody is signed in.
create or replace function handreiking.find_client(client uuid, named text, acting_member uuid, moment timestamptz)
  returns table (participant_id uuid, operator boolean, key_id uuid, jwk jsonb, scopes text[], requires_dpop boolean,
    profile text, roles text[])
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select client.participant_id, participant.operator, client_key.id, client_key.jwk, client.scopes,
    client.requires_dpop, client.profile, member.roles
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_client.client and client_key.kid = named
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
$$;
