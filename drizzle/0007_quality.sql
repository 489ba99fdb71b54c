-- Data that can be trusted: verifications, corrections, capacity with its age, duplicates, callers' words kept by hand.

CREATE TABLE "handreiking"."correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"organization_id" uuid,
	"changes" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"reason" text NOT NULL,
	"source_url" text,
	"participant_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"refusal_reason" text,
	CONSTRAINT "correction_kind" CHECK (entry_kind in ('organization', 'service', 'location')),
	CONSTRAINT "correction_decided" CHECK (case state when 'proposed' then num_nonnulls(decided_by, decided_at, refusal_reason) = 0
        when 'accepted' then num_nonnulls(decided_by, decided_at) = 2 and refusal_reason is null
        when 'refused' then num_nonnulls(decided_by, decided_at, refusal_reason) = 3 else false end)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."duplicate_dismissal" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "duplicate_dismissal_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "duplicate_dismissal_order" CHECK (first_id < second_id)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."duplicate_dismissal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."removed_synonym" (
	"phrase" text NOT NULL,
	"taxonomy_term_id" uuid NOT NULL,
	CONSTRAINT "removed_synonym_phrase_taxonomy_term_id_pk" PRIMARY KEY("phrase","taxonomy_term_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."removed_synonym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."service_intake" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"available_places" integer,
	"waiting_days" integer,
	"as_of" timestamp with time zone NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "service_intake_told" CHECK (num_nonnulls(available_places, waiting_days) > 0)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_intake" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."verification_request" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."verification_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."verification_round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"asked" integer NOT NULL,
	"unreachable" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."verification_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"organization_id" uuid,
	"checked_on" date NOT NULL,
	"method" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_kind" CHECK (entry_kind in ('organization', 'service', 'location'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."removed_synonym" ADD CONSTRAINT "removed_synonym_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_intake" ADD CONSTRAINT "service_intake_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_of" ON "handreiking"."correction" USING btree ("entry_id","decided_at");--> statement-breakpoint
CREATE INDEX "correction_by" ON "handreiking"."correction" USING btree ("participant_id","proposed_at","id");--> statement-breakpoint
CREATE INDEX "correction_open" ON "handreiking"."correction" USING btree ("proposed_at","id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "verification_of" ON "handreiking"."verification" USING btree ("entry_kind","entry_id","checked_on");--> statement-breakpoint
CREATE POLICY "own_asked_to_verify" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (type = 'verification.requested' and num_nonnulls(referral_id, seq) = 0 and (select handreiking.actor_is_operator())
        and exists (select from handreiking.verification_request as request
          where request.organization_id = event.subject_id and request.participant_id = event.participant_id));--> statement-breakpoint
CREATE POLICY "own_told_of_correction" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (type in ('correction.proposed', 'correction.accepted', 'correction.refused') and num_nonnulls(referral_id, seq) = 0
        and exists (select from handreiking.correction where correction.id = event.subject_id
          and event.type = 'correction.' || correction.state
          and case correction.state when 'proposed' then correction.participant_id else correction.decided_by end
            = (select handreiking.actor_participant())
          and case correction.state when 'proposed'
            then exists (select from handreiking.organization_participant as link
                where link.organization_id = correction.organization_id and link.participant_id = event.participant_id)
              or exists (select from handreiking.participant where participant.id = event.participant_id and operator)
            else correction.participant_id = event.participant_id end));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."search_synonym" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."correction" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)));--> statement-breakpoint
CREATE POLICY "two_party_proposed" ON "handreiking"."correction" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (participant_id = (select handreiking.actor_participant()) and state = 'proposed');--> statement-breakpoint
CREATE POLICY "two_party_decided" ON "handreiking"."correction" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING (((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id))) WITH CHECK (decided_by = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_intake" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_intake" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_intake" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification_request" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification_request" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."verification_request" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification_round" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification_round" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."verification_round" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (participant_id = (select handreiking.actor_participant()) and ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)));--> statement-breakpoint
-- by hand
-- Whose entry it is, and that there is such an entry: before the policies look.
create function handreiking.place_entry() returns trigger language plpgsql as $$
begin
  if new.entry_kind = 'service' then
    select organization_id into strict new.organization_id from handreiking.service where id = new.entry_id;
  elsif new.entry_kind = 'location' then
    select organization_id into strict new.organization_id from handreiking.location where id = new.entry_id;
  else
    select id into strict new.organization_id from handreiking.organization where id = new.entry_id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger place before insert on handreiking.verification
  for each row execute function handreiking.place_entry();
--> statement-breakpoint
create trigger place before insert on handreiking.correction
  for each row execute function handreiking.place_entry();
--> statement-breakpoint
-- HSDS's assured_date is the newest verification's. last_modified stays; whoever assured it before did not do this one.
create function handreiking.assure_service() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update service set assured_date = new.checked_on, assurer_email = null
  where id = new.entry_id and coalesce(assured_date < new.checked_on, true);
  return null;
end $$;
--> statement-breakpoint
create trigger assure after insert on handreiking.verification
  for each row when (new.entry_kind = 'service') execute function handreiking.assure_service();
--> statement-breakpoint
-- A correction is decided once; what was proposed never changes.
create function handreiking.guard_correction() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed'
    or to_jsonb(old) - '{state,decided_by,decided_at,refusal_reason}'::text[]
      <> to_jsonb(new) - '{state,decided_by,decided_at,refusal_reason}'::text[]
  then raise exception 'a correction can only be decided, once' using errcode = 'HR031'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.correction
  for each row execute function handreiking.guard_correction();
--> statement-breakpoint
-- What was last told of a service's places, as HSDS has it: one service_capacity of the unit "place".
create function handreiking.tell_capacity() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  place constant uuid := '4b2f0c86-7d1e-4a55-9c3b-6f0e8d2a1b57';
begin
  if new.available_places is null then
    delete from service_capacity where service_id = new.service_id and unit_id = place;
    return null;
  end if;
  insert into unit (id, name) values (place, 'plaats') on conflict do nothing;
  update service_capacity set available = new.available_places, updated = new.as_of
    where service_id = new.service_id and unit_id = place;
  if not found then
    insert into service_capacity (id, service_id, unit_id, available, updated)
      values (gen_random_uuid(), new.service_id, place, new.available_places, new.as_of);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger told after insert or update on handreiking.service_intake
  for each row execute function handreiking.tell_capacity();
--> statement-breakpoint
revoke execute on function handreiking.place_entry(), handreiking.assure_service(), handreiking.guard_correction(),
  handreiking.tell_capacity() from public;
--> statement-breakpoint
grant select, insert on handreiking.verification, handreiking.verification_round
  to handreiking_app;
--> statement-breakpoint
grant select, insert, update on handreiking.verification_request, handreiking.service_intake to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on handreiking.removed_synonym, handreiking.duplicate_dismissal to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.correction to handreiking_app;
--> statement-breakpoint
grant update (state, decided_by, decided_at, refusal_reason) on handreiking.correction to handreiking_app;
--> statement-breakpoint
grant delete on handreiking.search_synonym to handreiking_app;
