-- Who answers for a service receives the handoffs to it: that goes to another participant by two persons' hands, or by
-- the operator's at the server.
create or replace function handreiking.check_rerouting() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  network record;
  subject uuid;
  wanted jsonb;
begin
  select id, two_persons into network from participant where operator;
  if not network.two_persons then return null; end if;
  if tg_table_name = 'service' then
    -- Who answers for both stays so until this is committed.
    perform from organization_participant where organization_id in (old.organization_id, new.organization_id) for share;
    if (select participant_id from organization_participant where organization_id = old.organization_id)
      is not distinct from (select participant_id from organization_participant where organization_id = new.organization_id)
    then return null; end if;
    subject := new.id;
    wanted := jsonb_build_object('organizationId', new.organization_id);
  elsif new.organization_id = old.organization_id then
    subject := new.organization_id;
    wanted := jsonb_build_object('participantId', new.participant_id);
  end if;
  if exists (select from audit_event where subject_id = subject and actor_kind = 'job'
    and action in ('organization.linked', 'service.moved') and xmin = pg_current_xact_id()::xid) then return null; end if;
  if not exists (select from proposal where participant_id = network.id and kind = tg_argv[0]
    and subject_id = subject and content @> wanted and decision = 'confirmed'
    and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person stands for where handoffs go' using errcode = 'HR130'; end if;
  return null;
end $$;
