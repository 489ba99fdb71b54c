-- Numbers committed entries, at most so many, and chains their hashes: in one statement, one at a time per chain.
-- Writers never wait for it. Answers how many it sealed.
create or replace function handreiking.seal_audit(chain uuid, most integer default 10000) returns integer
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  last_seq bigint;
  last_hash bytea;
  sealed integer;
begin
  if not exists (select from audit_event where participant_id = chain and seq is null) then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select seq, hash into last_seq, last_hash from audit_event
    where participant_id = chain and seq is not null order by seq desc limit 1;
  if last_seq is null then
    -- All that was sealed has been let go of: the chain goes on where that ended.
    select seq, hash into last_seq, last_hash from audit_checkpoint
      where participant_id = chain order by seq desc limit 1;
  end if;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '\x');
  with due as materialized (
    select entry.*, last_seq + row_number() over (order by at, id) as number
    from (select * from audit_event where participant_id = chain and seq is null
      order by at, id limit most) as entry
  ), linked as materialized (
    select id, number, audit_links(case when number = last_seq + 1 then last_hash else '\x' end
      || convert_to(jsonb_build_array(number, id, participant_id, subject_participant_id, actor_kind, actor_id,
        on_behalf_of, actor_roles, operation, action, purpose, outcome, subject_id, case_id,
        (extract(epoch from at) * 1000000)::bigint)::text, 'UTF8'))
      over (order by number rows unbounded preceding) as link
    from due
  )
  update audit_event set seq = linked.number, hash = linked.link from linked where audit_event.id = linked.id;
  get diagnostics sealed = row_count;
  return sealed;
end $$;
