-- The audit says why, in which role and about whose case; checkpoints; segments that go once they are old enough.
CREATE TABLE "handreiking"."audit_checkpoint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"latest_at" timestamp with time zone NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "audit_checkpoint_seq" UNIQUE("participant_id","seq")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."audit_checkpoint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "handreiking"."audit_event_unsealed";--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD COLUMN "actor_roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD COLUMN "operation" text;--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD COLUMN "purpose" text DEFAULT 'unstated' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD COLUMN "outcome" text DEFAULT 'allowed' NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "audit_years" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_event_case" ON "handreiking"."audit_event" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "audit_event_chain" ON "handreiking"."audit_event" USING btree ("participant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_event_elsewhere" ON "handreiking"."audit_event" USING btree ("subject_participant_id","at","id") WHERE subject_participant_id <> participant_id;--> statement-breakpoint
CREATE INDEX "audit_event_unsealed" ON "handreiking"."audit_event" USING btree ("participant_id","at","id") WHERE seq is null;--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ADD CONSTRAINT "audit_event_outcome" CHECK (outcome in ('allowed', 'refused'));--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_audit_years" CHECK (audit_years between 5 and 30);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."audit_checkpoint" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ("handreiking"."audit_checkpoint"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own_insert" ON "handreiking"."audit_checkpoint" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."audit_checkpoint"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
-- by hand
-- An audit entry is numbered once; nothing else of it ever changes, and it goes with its segment alone.
drop trigger guard on handreiking.audit_event;
--> statement-breakpoint
-- What was sealed before it said why: sealed anew, over everything. No checkpoint was kept of it.
update handreiking.audit_event set seq = null, hash = null where seq is not null;
--> statement-breakpoint
-- The case that an entry is about, as far as its record is still there to tell.
update handreiking.audit_event set case_id = found.case_id
from (
  select id, id as case_id from handreiking."case"
  union all select id, case_id from handreiking.help_question
  union all select id, case_id from handreiking.consent
  union all select id, case_id from handreiking.override
  union all select id, case_id from handreiking.case_note
  union all select id, case_id from handreiking.referral
) as found where subject_id = found.id;
--> statement-breakpoint
update handreiking.audit_event set case_id = subject_id where action like 'case.%' and case_id is null;
--> statement-breakpoint
create or replace function handreiking.guard_audit() returns trigger language plpgsql
  set search_path = handreiking, pg_temp as $$
declare
  unsealed audit_event;
begin
  if tg_op = 'TRUNCATE' then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  if tg_op = 'DELETE' then
    if not exists (select from audit_checkpoint
        where id = nullif(current_setting('handreiking.segment_end', true), '')::uuid
          and participant_id = old.participant_id and seq >= old.seq)
    then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
    return old;
  end if;
  unsealed := new;
  unsealed.seq := null;
  unsealed.hash := null;
  if old.seq is not null or new.seq is null or unsealed is distinct from old
  then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update or delete on handreiking.audit_event
  for each row execute function handreiking.guard_audit();
--> statement-breakpoint
create trigger guard_all before truncate on handreiking.audit_event
  for each statement execute function handreiking.guard_audit();
--> statement-breakpoint
create function handreiking.guard_checkpoint() returns trigger language plpgsql as $$
begin
  raise exception 'checkpoints do not change' using errcode = 'HR070';
end $$;
--> statement-breakpoint
create trigger guard before update or delete on handreiking.audit_checkpoint
  for each row execute function handreiking.guard_checkpoint();
--> statement-breakpoint
create trigger guard_all before truncate on handreiking.audit_checkpoint
  for each statement execute function handreiking.guard_checkpoint();
--> statement-breakpoint
-- One link of a chain from the one before it; run over rows in order, all their links.
create function handreiking.audit_link(before bytea, entry bytea) returns bytea language sql immutable strict
  return sha256(before || entry);
--> statement-breakpoint
create aggregate handreiking.audit_links(bytea) (sfunc = handreiking.audit_link, stype = bytea, initcond = '');
--> statement-breakpoint
drop function handreiking.seal_audit(uuid);
--> statement-breakpoint
-- Numbers committed entries, at most so many, and chains their hashes: in one statement, one at a time per chain.
-- Writers never wait for it. Answers how many it sealed.
create function handreiking.seal_audit(chain uuid, most integer default 10000) returns integer
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
--> statement-breakpoint
-- Whose chains have entries that wait for their number: for the job that seals.
create function handreiking.unsealed_chains() returns table (participant_id uuid) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select distinct participant_id from audit_event where seq is null
$$;
--> statement-breakpoint
-- The only way in which entries go: a whole beginning of one's own chain, up to a checkpoint, once all of it is older
-- than was agreed. A clock set forward lets nothing go: the database's own is asked as well.
create function handreiking.remove_audit_segment(checkpoint uuid, moment timestamptz) returns bigint
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  chain uuid := actor_participant();
  stand audit_checkpoint;
  kept interval;
  removed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select * into stand from audit_checkpoint where id = checkpoint and participant_id = chain;
  select make_interval(years => coalesce(max(audit_years), 5)) into kept
    from partnership where participant_id = chain;
  if stand.id is null
    or not exists (select from audit_event
      where participant_id = chain and seq = stand.seq and hash = stand.hash)
    or exists (select from audit_event
      where participant_id = chain and seq <= stand.seq and at >= least(moment, now()) - kept)
  then raise exception 'a segment is kept' using errcode = 'HR071'; end if;
  perform set_config('handreiking.segment_end', stand.id::text, true);
  delete from audit_event where participant_id = chain and seq <= stand.seq;
  get diagnostics removed = row_count;
  perform set_config('handreiking.segment_end', '', true);
  return removed;
end $$;
--> statement-breakpoint
revoke execute on function handreiking.guard_checkpoint(), handreiking.audit_link(bytea, bytea),
  handreiking.audit_links(bytea), handreiking.seal_audit(uuid, integer), handreiking.unsealed_chains(),
  handreiking.remove_audit_segment(uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function handreiking.seal_audit(uuid, integer), handreiking.unsealed_chains(),
  handreiking.remove_audit_segment(uuid, timestamptz) to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.audit_checkpoint to handreiking_app;
