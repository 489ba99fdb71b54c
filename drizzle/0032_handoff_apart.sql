-- What recipients are told apart, whom nobody waits for, and time given back: the handoff under locks, keys and suspensions.
CREATE TABLE "handreiking"."untold_ending" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"help_question_id" uuid NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."untold_ending" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."participant_suspension" (
	"participant_id" uuid NOT NULL,
	"suspended_at" timestamp with time zone NOT NULL,
	"readmitted_at" timestamp with time zone,
	CONSTRAINT "participant_suspension_participant_id_suspended_at_pk" PRIMARY KEY("participant_id","suspended_at"),
	CONSTRAINT "participant_suspension_times" CHECK (readmitted_at >= suspended_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_suspension" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD COLUMN "told_apart" integer DEFAULT floor(random() * 5000)::int NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."participant" ADD COLUMN "readmitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."untold_ending" ADD CONSTRAINT "untold_ending_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "handreiking"."referral"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."participant_suspension" ADD CONSTRAINT "participant_suspension_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "untold_ending_of_question" ON "handreiking"."untold_ending" USING btree ("help_question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_one_offer" ON "handreiking"."referral" USING btree ("help_question_id","service_id") WHERE needs_live;--> statement-breakpoint
-- Referrals that are there already: apart within their case. The guards look away.
ALTER TABLE "handreiking"."referral" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "handreiking"."referral" SET "told_apart" = ("of_case"."start" + 37 * "of_case"."place") % 5000
  FROM (SELECT "id", row_number() over (partition by "case_id" order by random()) as "place",
      first_value(floor(random() * 5000)::int) over (partition by "case_id") as "start"
    FROM "handreiking"."referral") AS "of_case" WHERE "of_case"."id" = "referral"."id";--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_told_apart" UNIQUE("case_id","told_apart");--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_apart" CHECK (told_apart between 0 and 4999);--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."untold_ending" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant_suspension" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
INSERT INTO "handreiking"."participant_suspension" ("participant_id", "suspended_at")
  SELECT "id", "suspended_at" FROM "handreiking"."participant" WHERE "suspended_at" IS NOT NULL;
--> statement-breakpoint
-- by hand
-- Tells a help question, locked, that a referral of it ended: when no other is open, somebody has something to do, that
-- day.
create function handreiking.tell_question(handoff handreiking.referral) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update help_question set next_action = 'referral-' || handoff.state,
      next_action_on = (handoff.moved_at at time zone 'Europe/Amsterdam')::date,
      changed_by = null, changed_at = handoff.moved_at
  where id = handoff.help_question_id and participant_id = handoff.sender_id and ended_at is null
    and not exists (select from referral where help_question_id = handoff.help_question_id and needs_live)
$$;
--> statement-breakpoint
-- As before, but whoever ends a referral waits for nobody who is at the question: then the ending is noted, and told
-- by whoever comes to the question next, or by the clock. Of two referrals that end at once, the one that finds the
-- question locked is told later, and so sees the other's end.
create or replace function handreiking.give_next_action() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from help_question where id = new.help_question_id for no key update skip locked;
  if found then perform tell_question(new);
  else
    insert into untold_ending (referral_id, help_question_id, ended_at)
      values (new.id, new.help_question_id, new.moved_at);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Tells what could not be told: a question that the transaction holds, or every one that nobody is at.
create function handreiking.tell_untold(question uuid default null) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  untold untold_ending;
begin
  for untold in select * from untold_ending where coalesce(help_question_id = question, question is null)
    order by ended_at, referral_id for update skip locked
  loop
    perform from help_question where id = untold.help_question_id for no key update skip locked;
    if found then
      perform tell_question(referral) from referral where id = untold.referral_id;
      delete from untold_ending where referral_id = untold.referral_id;
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- As before: an offer and the ending of its question see each other by the question's lock. No other move asks for it:
-- what it leaves is on the question by now, or noted.
create or replace function handreiking.check_question() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  question help_question;
begin
  if tg_table_name = 'help_question' then
    select * into question from help_question where id = new.id for no key update;
  elsif new.state = 'offered' then
    select * into question from help_question where id = new.help_question_id for no key update;
  else
    -- Whoever was at the question may be gone by now.
    if new.ended then perform tell_untold(new.help_question_id); end if;
    select * into question from help_question where id = new.help_question_id;
  end if;
  if question.ended_at is not null then
    if exists (select from referral where help_question_id = question.id and needs_live) then
      raise exception 'an open referral of an ended help question' using errcode = '23503';
    end if;
  elsif question.next_action is null
    and exists (select from referral where help_question_id = question.id and offered_at is not null)
    and not exists (select from referral
      where help_question_id = question.id and (needs_live or state = 'completed'))
    and not exists (select from untold_ending where help_question_id = question.id)
  then
    raise exception 'a help question that nobody sees to' using errcode = 'HR061';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- As before. What a completed handoff leaves to answer for is raised by one cause for several recipients at once, as
-- when its case is erased: each is told apart from the other.
create or replace function handreiking.raise_obligation(ended handreiking.referral, moment timestamptz) returns void
  language sql security definer set search_path = handreiking, pg_temp as $$
  insert into obligation (referral_id, sender_id, recipient_id, raised_at, due_at, fetched_at, ended_at, ended_as)
  select ended.id, ended.sender_id, ended.recipient_id, raised.at,
    ((raised.at at time zone 'Europe/Amsterdam') + interval '3 days') at time zone 'Europe/Amsterdam',
    ended.fetched_at,
    case when ended.fetched_at is null then raised.at end,
    case when ended.fetched_at is null then 'never-opened' end
  from (select moment + case ended.state when 'completed' then ended.told_apart else 0 end
    * interval '1 millisecond' as at) as raised
  on conflict do nothing
$$;
--> statement-breakpoint
-- An override that ends after the handoff on it was completed calls for an answer, as a withdrawn consent does.
create function handreiking.oblige_completed_on_override() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform raise_obligation(referral, new.ended_at) from referral
    where override_id = new.id and state = 'completed';
  return null;
end $$;
--> statement-breakpoint
create trigger completed_obliged after update of ended_at on handreiking.override
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.oblige_completed_on_override();
--> statement-breakpoint
-- As before. The recipient's key is held until the commit, so that sealing to it and its revocation see each other;
-- nothing is disclosed to whoever is suspended.
create or replace function handreiking.guard_disclosure() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if actor_participant() is distinct from new.sender_id
    and (tg_op = 'INSERT' or to_jsonb(old) - '{spent_at,needs_disclosed}'::text[]
      <> to_jsonb(new) - '{spent_at,needs_disclosed}'::text[])
  then raise exception 'only the sender discloses' using errcode = 'HR027'; end if;
  if tg_op = 'UPDATE' and old.spent_at is not null and new.spent_at is distinct from old.spent_at
    and (actor_participant() is distinct from new.sender_id or new.sealed is not distinct from old.sealed)
  then raise exception 'a code is good once' using errcode = 'HR027'; end if;
  if new.recipient_kid is not null and not (tg_op = 'UPDATE' and new.sealed is not distinct from old.sealed) then
    perform from participant_key where participant_id = new.recipient_id and kid = new.recipient_kid
      and use = 'enc' and revoked_at is null and expires_at > new.sealed_at for share;
    if not found then
      raise exception 'nobody opens what is sealed to a dead key' using errcode = 'HR039';
    end if;
  end if;
  if not (tg_op = 'UPDATE' and new.sealed_at = old.sealed_at) then
    perform from participant where id = new.recipient_id and suspended_at is null for share;
    if not found then
      raise exception 'nothing is disclosed to whoever is suspended' using errcode = 'HR170';
    end if;
  end if;
  if (new.method = 'spoken') <> answers_by_phone(new.recipient_id)
  then raise exception 'a partner with a login fetches, one without is told' using errcode = 'HR028'; end if;
  if not exists (select from referral
      left join consent on consent.id = referral.consent_id
      left join override on override.id = referral.override_id
    where referral.id = new.referral_id and new.categories <@ coalesce(consent.categories, override.categories))
  then raise exception 'the basis does not cover what is disclosed' using errcode = 'HR029'; end if;
  return new;
end $$;
--> statement-breakpoint
-- What was sealed to a key that is revoked can be unwrapped by nobody from that moment on: it is sealed anew, or lost.
create function handreiking.drop_sealed_to() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.disclosure_key using disclosure
    where disclosure.referral_id = disclosure_key.referral_id
      and disclosure.recipient_id = new.participant_id and disclosure.recipient_kid = new.kid;
  return null;
end $$;
--> statement-breakpoint
create trigger sealed_to_goes after update of revoked_at on handreiking.participant_key
  for each row when (old.revoked_at is null and new.revoked_at is not null and new.use = 'enc')
  execute function handreiking.drop_sealed_to();
--> statement-breakpoint
-- What is sealed to a key of the actor's own participant: for whoever revokes it, and has the senders told.
create function handreiking.sealed_to(key uuid)
  returns table (referral_id uuid, sender_id uuid, recipient_id uuid, case_id uuid) language sql stable
  security definer set search_path = handreiking, pg_temp as $$
  select referral.id, referral.sender_id, referral.recipient_id, referral.case_id
  from participant_key join disclosure on disclosure.recipient_id = participant_key.participant_id
      and disclosure.recipient_kid = participant_key.kid
    join referral on referral.id = disclosure.referral_id
  where participant_key.id = sealed_to.key and participant_key.participant_id = actor_participant()
  order by referral.id
$$;
--> statement-breakpoint
-- From when to when a participant was suspended follows from its suspension, whoever writes that.
create function handreiking.keep_suspension() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update participant_suspension
    set readmitted_at = greatest(suspended_at, coalesce(new.suspended_at,
      case when new.readmitted_at is distinct from old.readmitted_at then new.readmitted_at end, clock_timestamp()))
    where participant_id = new.id and readmitted_at is null;
  if new.suspended_at is not null then
    insert into participant_suspension (participant_id, suspended_at) values (new.id, new.suspended_at)
      on conflict (participant_id, suspended_at) do update set readmitted_at = null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger suspension_kept after update of suspended_at on handreiking.participant
  for each row when (new.suspended_at is distinct from old.suspended_at)
  execute function handreiking.keep_suspension();
--> statement-breakpoint
-- Whoever is suspended cannot answer: nothing of theirs lapses. The suspension is held off until the commit.
create function handreiking.refuse_lapse() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from participant where id = new.recipient_id and suspended_at is null for share;
  if not found then
    raise exception 'a deadline of somebody who is suspended' using errcode = 'HR171';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger clock_stands_still after update of state on handreiking.referral
  for each row when (new.state = 'lapsed' and old.state <> 'lapsed' and new.missed_times < 3)
  execute function handreiking.refuse_lapse();
--> statement-breakpoint
revoke execute on function handreiking.tell_question(handreiking.referral), handreiking.tell_untold(uuid),
  handreiking.oblige_completed_on_override(), handreiking.drop_sealed_to(), handreiking.sealed_to(uuid),
  handreiking.keep_suspension(), handreiking.refuse_lapse() from public;
--> statement-breakpoint
grant execute on function handreiking.tell_untold(uuid), handreiking.sealed_to(uuid) to handreiking_app;
--> statement-breakpoint
grant select on handreiking.participant_suspension to handreiking_app;
