-- What gives power cannot be committed where two persons are wanted, unless a second one confirmed a proposal of just
-- that in this transaction, which an earlier one had made. The owner's hand needs nobody, and whoever is admitted comes
-- with its first member and system, as they were proposed. No audit entry stands for a person. The arguments are the
-- kinds of proposals that may stand for it.
create or replace function handreiking.check_two_persons() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := to_jsonb(new);
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
  ends boolean := tg_argv[0] = 'end-two-persons';
  operator_id uuid := (select id from participant where operator);
  owner uuid := case when tg_table_name in ('participant', 'partnership') and not ends
    then operator_id else coalesce(done ->> 'participant_id', done ->> 'id')::uuid end;
  subject uuid := case tg_table_name when 'client_key' then done ->> 'client_id'
    when 'member_identity' then done ->> 'member_id'
    when 'partnership' then done ->> 'participant_id' when 'identity_provider' then done ->> 'participant_id' else done ->> 'id' end;
  content jsonb;
begin
  if is_owners_hand() or not ends and not (select two_persons from participant where id = owner)
  then return null; end if;
  if tg_table_name in ('member', 'client', 'client_key') and tg_op = 'INSERT' and begins_here(owner)
    and exists (select from participant where id = owner and reach <> 'phone')
  then
    if not (select two_persons from participant where id = operator_id) then return null; end if;
    select proposal.content into content from proposal
      where participant_id = operator_id and subject_id = owner and kind = 'admit-participant'
        and decision = 'confirmed' and xmin = pg_current_xact_id()::xid;
    if (case tg_table_name
      when 'member' then content -> 'administrator' -> 'roles' @> (done -> 'roles')
        and not exists (select from member where participant_id = owner and id <> new.id)
      when 'client' then content -> 'client' -> 'scopes' @> (done -> 'scopes')
        and not exists (select from client where participant_id = owner and id <> new.id)
      else content -> 'client' -> 'publicKey' @> (done -> 'jwk') end)
    then return null; end if;
  end if;
  -- Two persons chose the provider, and which roles its word gives.
  if (case tg_table_name
    when 'member' then (tg_op = 'UPDATE' or begins_here(subject))
      and tg_argv[0] <> 'reinstate-member' and provider_gives(subject, done -> 'roles', tg_op = 'INSERT')
    when 'member_identity' then tg_op = 'INSERT' and begins_here(subject)
      and provider_gives(subject, (select to_jsonb(roles) from member where id = subject), true)
    else false end) then return null; end if;
  if not exists (select from proposal
    where participant_id = owner and subject_id = subject and kind = any (tg_argv)
      and decision = 'confirmed' and xmin = pg_current_xact_id()::xid
      and exists (select from origin where record_id = proposal.id and transaction <> pg_current_xact_id())
      and exists (select from member where id = decided_by and suspended_at is null)
      and case tg_table_name
        when 'member' then kind = 'reinstate-member' or proposal.content -> 'roles' @> (done -> 'roles')
        when 'client' then coalesce(proposal.content -> 'scopes', was -> 'scopes') @> (done -> 'scopes')
        when 'client_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'participant_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'member_identity' then proposal.content ->> 'expected' = done ->> 'expected'
        when 'identity_provider' then proposal.content ->> 'issuer' = done ->> 'issuer'
          and proposal.content ->> 'roleClaim' is not distinct from done ->> 'role_claim'
          and coalesce(proposal.content -> 'roleMapping', '[]') = done -> 'role_mapping'
          and coalesce(proposal.content ->> 'addsMembers', 'false') = done ->> 'adds_members'
        when 'partnership' then jsonb_build_object('sends', done -> 'sends', 'receives', done -> 'receives')
          <@ coalesce(proposal.content -> 'partnership', proposal.content)
        else true end)
  then raise exception 'it takes a second person' using errcode = 'HR082'; end if;
  return null;
end $$;
