-- A second person for what gives power: proposals, and whether a participant wants two.
CREATE TABLE "handreiking"."proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"content" jsonb NOT NULL,
	"before" jsonb,
	"proposed_by" uuid NOT NULL,
	"proposed_through" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_through" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "proposal_kind" CHECK (kind in ('add-member', 'change-member', 'reinstate-member', 'add-client', 'change-client', 'readmit-client', 'add-client-key', 'add-participant-key', 'keep-identity-provider', 'link-member', 'end-two-persons', 'admit-participant', 'agree-partnership', 'readmit-participant')),
	CONSTRAINT "proposal_decided" CHECK (num_nonnulls(decision, decided_by, decided_at) in (0, 3) and decision in ('confirmed', 'rejected', 'withdrawn')),
	CONSTRAINT "proposal_second_person" CHECK (decision <> 'confirmed' or decided_by <> proposed_by and coalesce(decided_through <> proposed_through, true)),
	CONSTRAINT "proposal_withdrawn" CHECK ((decision = 'withdrawn') = (decided_by = proposed_by)),
	CONSTRAINT "proposal_times" CHECK (expires_at > proposed_at and (decision <> 'confirmed' or decided_at < expires_at and subject_id is not null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."participant" ADD COLUMN "two_persons" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_proposer" FOREIGN KEY ("proposed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_decider" FOREIGN KEY ("decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_proposed" ON "handreiking"."proposal" USING btree ("participant_id","proposed_at","id");--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."proposal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."proposal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."proposal"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- Whoever takes part already goes on as before, so that nobody is locked out; an operator that nobody works at yet
-- begins with two.
update handreiking.participant set two_persons = false
  where not operator or exists (select from handreiking.member where member.participant_id = participant.id)
    or exists (select from handreiking.client where client.participant_id = participant.id);
--> statement-breakpoint
grant select, insert, update (subject_id, decision, decided_by, decided_through, decided_at)
  on handreiking.proposal to handreiking_app;
--> statement-breakpoint
create function handreiking.guard_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.decision is not null
    or tg_op = 'UPDATE' and (old.decision is not null or new.decision is null
      or old.subject_id is not null and new.subject_id is distinct from old.subject_id)
  then raise exception 'a proposal is decided once, after it was made' using errcode = 'HR080'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.proposal
  for each row execute function handreiking.guard_proposal();
--> statement-breakpoint
create function handreiking.check_proposal_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'proposal.' || coalesce(new.decision, 'made'))
  then raise exception 'a proposal without its audit entry' using errcode = 'HR081'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger proposal_told after insert or update on handreiking.proposal
  deferrable initially deferred for each row execute function handreiking.check_proposal_told();
--> statement-breakpoint
-- Says for the transaction's own participant how many persons it takes: its row is otherwise the operator's to write.
create function handreiking.require_two_persons(required boolean) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update participant set two_persons = required where id = actor_participant()
$$;
--> statement-breakpoint
revoke execute on function handreiking.require_two_persons(boolean), handreiking.guard_proposal(),
  handreiking.check_proposal_told() from public;
--> statement-breakpoint
grant execute on function handreiking.require_two_persons(boolean) to handreiking_app;
--> statement-breakpoint
-- What gives power cannot be committed where two persons are wanted, unless a second one confirmed a proposal of just
-- that in this transaction. The operator's hand at the server needs nobody, and whoever is admitted comes with its
-- first member and system. The arguments are the kinds of proposals that may stand for it.
create function handreiking.check_two_persons() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := to_jsonb(new);
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
  ends boolean := tg_argv[0] = 'end-two-persons';
  owner uuid := case when tg_table_name in ('participant', 'partnership') and not ends
    then (select id from participant where operator) else coalesce(done ->> 'participant_id', done ->> 'id')::uuid end;
  subject uuid := case tg_table_name when 'client_key' then done ->> 'client_id'
    when 'member_identity' then done ->> 'member_id'
    when 'partnership' then done ->> 'participant_id' when 'identity_provider' then done ->> 'participant_id' else done ->> 'id' end;
begin
  if not ends and not (select two_persons from participant where id = owner) then return null; end if;
  -- By the subject first: the log is long.
  if exists (select from audit_event where subject_id in (subject, (done ->> 'id')::uuid, owner)
    and xmin = pg_current_xact_id()::xid
    and (actor_kind = 'job' and subject_id in (subject, (done ->> 'id')::uuid)
      or action = 'participant.admitted' and subject_id = owner)) then return null; end if;
  if not exists (select from proposal
    where participant_id = owner and subject_id = subject and kind = any (tg_argv)
      and decision = 'confirmed' and xmin = pg_current_xact_id()::xid
      and case tg_table_name
        when 'member' then kind = 'reinstate-member' or content -> 'roles' @> (done -> 'roles')
        when 'client' then coalesce(content -> 'scopes', was -> 'scopes') @> (done -> 'scopes')
        when 'client_key' then content -> 'publicKey' @> (done -> 'jwk')
        when 'participant_key' then content -> 'publicKey' @> (done -> 'jwk')
        when 'member_identity' then content ->> 'expected' = done ->> 'expected'
        when 'identity_provider' then content ->> 'issuer' = done ->> 'issuer'
        when 'partnership' then jsonb_build_object('sends', done -> 'sends', 'receives', done -> 'receives')
          <@ coalesce(content -> 'partnership', content)
        else true end)
  then raise exception 'it takes a second person' using errcode = 'HR082'; end if;
  return null;
end $$;
--> statement-breakpoint
revoke execute on function handreiking.check_two_persons() from public;
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.member
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-member');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.member
  deferrable initially deferred for each row when (not new.roles <@ old.roles)
  execute function handreiking.check_two_persons('change-member');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.member
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('reinstate-member');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.client
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-client');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.client
  deferrable initially deferred for each row
  when (not new.scopes <@ old.scopes or old.requires_dpop and not new.requires_dpop
    or old.profile = 'fapi' and new.profile <> 'fapi')
  execute function handreiking.check_two_persons('change-client');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.client
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('readmit-client');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.client_key
  deferrable initially deferred for each row
  execute function handreiking.check_two_persons('add-client', 'add-client-key');
--> statement-breakpoint
-- A key does not come back and does not live longer: no proposal stands for that.
create constraint trigger two_persons_change after update on handreiking.client_key
  deferrable initially deferred for each row when (old.jwk <> new.jwk or old.revoked_at is not null and new.revoked_at is null
    or coalesce(new.expires_at, 'infinity') > coalesce(old.expires_at, 'infinity'))
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.participant_key
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-participant-key');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.participant_key
  deferrable initially deferred for each row when (old.jwk <> new.jwk or old.revoked_at is not null and new.revoked_at is null
    or new.expires_at > old.expires_at)
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.partnership
  deferrable initially deferred for each row when (new.sends or new.receives)
  execute function handreiking.check_two_persons('agree-partnership', 'admit-participant');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.partnership
  deferrable initially deferred for each row when (new.sends and not old.sends or new.receives and not old.receives
    or (new.acknowledge_within, new.answer_within, new.answer_grace, new.introduce_within, new.confirm_within,
        new.working_days, new.retention_days, new.case_retention_days)
      is distinct from
       (old.acknowledge_within, old.answer_within, old.answer_grace, old.introduce_within, old.confirm_within,
        old.working_days, old.retention_days, old.case_retention_days))
  execute function handreiking.check_two_persons('agree-partnership');
--> statement-breakpoint
-- Who is reached by telephone has no login: the first handover makes them a participant.
create constraint trigger two_persons_add after insert on handreiking.participant
  deferrable initially deferred for each row when (new.reach <> 'phone')
  execute function handreiking.check_two_persons('admit-participant');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.participant
  deferrable initially deferred for each row when (old.reach = 'phone' and new.reach <> 'phone')
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.participant
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('readmit-participant');
--> statement-breakpoint
create constraint trigger two_persons_end after update on handreiking.participant
  deferrable initially deferred for each row when (old.two_persons and not new.two_persons)
  execute function handreiking.check_two_persons('end-two-persons');
--> statement-breakpoint
create constraint trigger two_persons_keep after insert or update on handreiking.identity_provider
  deferrable initially deferred for each row
  execute function handreiking.check_two_persons('keep-identity-provider');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.member_identity
  deferrable initially deferred for each row execute function handreiking.check_two_persons('link-member');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.member_identity
  deferrable initially deferred for each row when (new.expected <> old.expected)
  execute function handreiking.check_two_persons('link-member');
