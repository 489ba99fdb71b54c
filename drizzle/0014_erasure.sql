-- Erasure of a case: the ledger, the one function that removes it whole, and what outlives it as ids; retention.
CREATE TABLE "handreiking"."erasure" (
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"removed" jsonb NOT NULL,
	CONSTRAINT "erasure_participant_id_case_id_pk" PRIMARY KEY("participant_id","case_id"),
	CONSTRAINT "erasure_reason" CHECK (reason in ('caller-request', 'retention', 'mistake'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."obligation" DROP CONSTRAINT "obligation_referral";
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD COLUMN "case_retention_days" integer;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_case_retention" CHECK (case_retention_days between 30 and 3650);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."erasure" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."erasure"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."erasure"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
ALTER POLICY "two_party_received" ON "handreiking"."referral" TO handreiking_app USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null);--> statement-breakpoint
ALTER POLICY "two_party_answered" ON "handreiking"."referral" TO handreiking_app USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null) WITH CHECK ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null);
--> statement-breakpoint
-- by hand
-- An event outlives its referral, as ids: a feed tells on what happened. That it is one of a referral, or of an
-- obligation, between the two is seen when it is written.
alter table handreiking.event drop constraint event_referral;
--> statement-breakpoint
create function handreiking.check_event_parties() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from referral
      where id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
    and not exists (select from obligation
      where referral_id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
  then raise exception 'an event of no referral between the two' using errcode = '23503'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger event_referral after insert on handreiking.event
  deferrable initially deferred for each row when (new.referral_id is not null)
  execute function handreiking.check_event_parties();
--> statement-breakpoint
-- The ledger is added to, never changed, by nobody.
create function handreiking.guard_erasure() returns trigger language plpgsql as $$
begin
  raise exception 'erasures stay written' using errcode = 'HR070';
end $$;
--> statement-breakpoint
create trigger guard before update or delete on handreiking.erasure
  for each row execute function handreiking.guard_erasure();
--> statement-breakpoint
-- Removes a case of the actor's participant whole, and writes the ledger: also for a case that is not there (any
-- more), so that a ledger can be taken over. Its referrals have ended before, with all that this sets going.
-- Left are ids alone: audit entries, events, obligations. Who knew the caller from a completed handoff owes an
-- answer too, unless the case just grew old.
create function handreiking.erase_case(wanted uuid, why text, moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  counted jsonb;
begin
  if not exists (select from "case" where id = wanted and participant_id = actor_participant()) then
    insert into erasure (participant_id, case_id, reason, erased_at, removed)
      values (actor_participant(), wanted, why, moment, '{}') on conflict do nothing;
    return;
  end if;
  perform from "case" where id = wanted for update;
  if exists (select from referral where case_id = wanted and not ended) then
    raise exception 'a referral of the case has not ended' using errcode = 'HR071';
  end if;
  -- What waits for the commit is checked while its rows are still there.
  set constraints all immediate;
  set constraints all deferred;
  if why <> 'retention' then
    perform raise_obligation(referral, moment) from referral where case_id = wanted and state = 'completed';
  end if;
  select jsonb_build_object(
    'helpQuestions', (select count(*) from help_question where case_id = wanted),
    'consents', (select count(*) from consent where case_id = wanted),
    'overrides', (select count(*) from override where case_id = wanted),
    'referrals', (select count(*) from referral where case_id = wanted),
    'notes', (select count(*) from case_note where case_id = wanted)) into counted;

  delete from disclosure using referral where referral.id = referral_id and case_id = wanted;
  delete from contact_confirmation using referral where referral.id = referral_id and case_id = wanted;
  delete from referral where case_id = wanted;
  delete from override where case_id = wanted;
  delete from consent_receipt using consent where consent.id = consent_id and case_id = wanted;
  delete from consent where case_id = wanted;
  delete from help_question where case_id = wanted;
  delete from case_note where case_id = wanted;
  delete from code_word where case_id = wanted;
  delete from safe_contact where case_id = wanted;
  delete from case_contact where case_id = wanted;
  delete from case_take_over where case_id = wanted;
  delete from case_access where case_id = wanted;
  -- Its key goes with it.
  delete from "case" where id = wanted;
  insert into erasure (participant_id, case_id, reason, erased_at, removed)
    values (actor_participant(), wanted, why, moment, counted) on conflict do nothing;
end $$;
--> statement-breakpoint
-- Forgetting is no move of an ended referral: it has a guard of its own.
drop trigger guard on handreiking.referral;
--> statement-breakpoint
create trigger guard before insert on handreiking.referral
  for each row execute function handreiking.guard_referral();
--> statement-breakpoint
create trigger guard_change before update on handreiking.referral
  for each row when (new.forgotten_at is not distinct from old.forgotten_at)
  execute function handreiking.guard_referral();
--> statement-breakpoint
create function handreiking.guard_forgetting() returns trigger language plpgsql as $$
begin
  if not old.ended or old.forgotten_at is not null
    or handreiking.actor_participant() is distinct from new.recipient_id
    or to_jsonb(old) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
      <> to_jsonb(new) - '{forgotten_at,ended,disclosed,needs_live,basis_purpose}'::text[]
  then raise exception 'a recipient forgets what has ended' using errcode = 'HR072'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_forgetting before update on handreiking.referral
  for each row when (new.forgotten_at is distinct from old.forgotten_at)
  execute function handreiking.guard_forgetting();
--> statement-breakpoint
-- Takes from the actor's sight what it received and what ended before `until`, unless it still owes an answer to it.
create function handreiking.forget_received(until timestamptz, moment timestamptz, most integer)
  returns table (id uuid, sender_id uuid) language sql security definer set search_path = handreiking, pg_temp as $$
  update referral set forgotten_at = moment
  where referral.id in (
    select old.id from referral as old
    where old.recipient_id = actor_participant() and old.ended_at < until and old.offered_at is not null
      and old.forgotten_at is null
      and not exists (select from obligation where referral_id = old.id and ended_at is null)
    order by old.ended_at, old.id limit most for update skip locked)
  returning referral.id, referral.sender_id
$$;
--> statement-breakpoint
revoke execute on function handreiking.check_event_parties(), handreiking.guard_erasure(),
  handreiking.erase_case(uuid, text, timestamptz), handreiking.guard_forgetting(),
  handreiking.forget_received(timestamptz, timestamptz, integer) from public;
--> statement-breakpoint
grant execute on function handreiking.erase_case(uuid, text, timestamptz),
  handreiking.forget_received(timestamptz, timestamptz, integer) to handreiking_app;
--> statement-breakpoint
grant select on handreiking.erasure to handreiking_app;
