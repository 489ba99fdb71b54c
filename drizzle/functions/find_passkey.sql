-- Whose passkey it is, before any participant is set: what a signature is checked with. One that is barred signs
-- nobody in: nor does one beside an identity provider, but for administrators.
create or replace function handreiking.find_passkey(credential text)
  returns table (passkey_id uuid, participant_id uuid, member_id uuid, public_key bytea, barred boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select passkey.id, member.participant_id, member.id, passkey.public_key,
    passkey.revoked_at is not null or member.suspended_at is not null or participant.suspended_at is not null
      or not 'administrator' = any (member.roles)
        and exists (select from identity_provider where participant_id = member.participant_id)
  from passkey
    join member on member.id = passkey.member_id and member.participant_id = passkey.participant_id
    join participant on participant.id = member.participant_id
  where passkey.credential_id = credential
$$;
