-- Who sends a token: the client, and the member it acts for, as they stand at this moment.
create or replace function handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamptz)
  returns table (participant_id uuid, operator boolean, scopes text[], roles text[], requires_dpop boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select client.participant_id, participant.operator, client.scopes, member.roles, client.requires_dpop
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_actor.client and client_key.id = key
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
    and (acting_member is null or member.id is not null)
$$;
