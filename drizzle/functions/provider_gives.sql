-- Whether a member's own provider gives roles, and these; or even adds members who have them.
create or replace function handreiking.provider_gives(person uuid, roles jsonb, anew boolean) returns boolean
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select exists (select from member_identity as identity
      join identity_provider as provider using (participant_id)
    where identity.member_id = person and identity.issuer = provider.issuer and provider.role_claim is not null
      and (provider.adds_members or not anew)
      and not exists (select from jsonb_array_elements(roles) as given where not exists (
        select from jsonb_array_elements(provider.role_mapping) as mapped where mapped -> 'roles' @> given)))
$$;
