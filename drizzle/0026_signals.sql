-- Movements and signs of abuse in them, reviewed by a second person, and the yearly figures that are released.
CREATE TABLE "keys"."movement_key" (
	"movement_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."movement_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."movement_merger" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"movement_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"size_band" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"name_fingerprint" text NOT NULL,
	"merged_into" uuid,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"standing" boolean GENERATED ALWAYS AS (merged_into is null) STORED NOT NULL,
	"needs_standing" boolean GENERATED ALWAYS AS (case when merged_into is not null then true end) STORED,
	CONSTRAINT "movement_code" UNIQUE("participant_id","code"),
	CONSTRAINT "movement_name" UNIQUE("participant_id","name_fingerprint"),
	CONSTRAINT "movement_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "movement_standing" UNIQUE("id","participant_id","standing"),
	CONSTRAINT "movement_codes" CHECK (kind in ('religious', 'therapeutic', 'political', 'commercial', 'family', 'spiritual', 'sports-arts', 'other') and basis in ('secular', 'religious') and size_band in ('under-25', '25-99', '100-999', '1000-plus', 'unknown')),
	CONSTRAINT "movement_religious" CHECK (kind <> 'religious' or basis = 'religious'),
	CONSTRAINT "movement_not_itself" CHECK (merged_into <> id)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."movement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."signal_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"signal_id" uuid NOT NULL,
	"registered_by" uuid NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"verdict" text NOT NULL,
	"duplicate_of_id" uuid,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_review_second_person" CHECK (reviewed_by <> registered_by),
	CONSTRAINT "signal_review_verdict" CHECK (verdict in ('counts', 'does-not-count', 'duplicate-of')),
	CONSTRAINT "signal_review_duplicate_of" CHECK ((verdict = 'duplicate-of') = (duplicate_of_id is not null) and duplicate_of_id <> signal_id)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."signal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"movement_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"nature" text NOT NULL,
	"from_year" integer,
	"to_year" integer,
	"going_on" boolean NOT NULL,
	"source_relation" text NOT NULL,
	"reliability" text NOT NULL,
	"conversation_id" uuid,
	"reported_by_id" uuid,
	"note" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "signal_registrar_known" UNIQUE("id","participant_id","registered_by"),
	CONSTRAINT "signal_kinds" CHECK (cardinality(kinds) <= 10 and array_to_string(kinds, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'),
	CONSTRAINT "signal_codes" CHECK (nature in ('possibly-criminal', 'psychological', 'both') and source_relation in ('harmed', 'relative', 'professional', 'partner') and reliability in ('own-experience', 'seen', 'heard', 'document', 'unclear')),
	CONSTRAINT "signal_period" CHECK (from_year between 1900 and 2100 and to_year between 1900 and 2100 and (from_year is null or to_year is null or from_year <= to_year) and not (going_on and to_year is not null)),
	CONSTRAINT "signal_source" CHECK (num_nonnulls(conversation_id, reported_by_id) <= 1 and (source_relation = 'partner') = (reported_by_id is not null) and reported_by_id <> participant_id),
	CONSTRAINT "signal_expiry" CHECK (expires_at > registered_at and expires_at <= registered_at + interval '2 years')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."statistics_release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone NOT NULL,
	"tables" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "statistics_release_number" UNIQUE("participant_id","year","number"),
	CONSTRAINT "statistics_release_year" CHECK (year between 2000 and 2100 and number >= 1)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."statistics_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "keys"."movement_key" ADD CONSTRAINT "movement_key_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_survivor" FOREIGN KEY ("into_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_member" FOREIGN KEY ("merged_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."movement" ADD CONSTRAINT "movement_registrar" FOREIGN KEY ("registered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_signal" FOREIGN KEY ("signal_id","participant_id","registered_by") REFERENCES "handreiking"."signal"("id","participant_id","registered_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_duplicate" FOREIGN KEY ("duplicate_of_id","participant_id") REFERENCES "handreiking"."signal"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_reported_by_id_participant_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_registrar" FOREIGN KEY ("registered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."statistics_release" ADD CONSTRAINT "statistics_release_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."statistics_release" ADD CONSTRAINT "statistics_release_member" FOREIGN KEY ("released_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "movement_merger_of" ON "handreiking"."movement_merger" USING btree ("movement_id");--> statement-breakpoint
CREATE INDEX "movement_merger_into" ON "handreiking"."movement_merger" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "movement_merged" ON "handreiking"."movement" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "signal_review_of" ON "handreiking"."signal_review" USING btree ("signal_id","reviewed_at","id");--> statement-breakpoint
CREATE INDEX "signal_registered" ON "handreiking"."signal" USING btree ("participant_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "signal_of_movement" ON "handreiking"."signal" USING btree ("movement_id");--> statement-breakpoint
CREATE INDEX "signal_of_conversation" ON "handreiking"."signal" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "signal_note_expires" ON "handreiking"."signal" USING btree ("expires_at") WHERE note is not null;--> statement-breakpoint
CREATE POLICY "own" ON "keys"."movement_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."movement_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."movement_key"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."movement_merger" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."movement_merger"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."movement_merger"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."movement" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."movement"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."movement"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."signal_review" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."signal_review"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."signal_review"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."signal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."signal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."signal"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."statistics_release" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."statistics_release"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."statistics_release"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
alter table handreiking.movement add constraint movement_merged_into
  foreign key (merged_into, participant_id, needs_standing)
  references handreiking.movement (id, participant_id, standing) deferrable initially deferred;
--> statement-breakpoint
-- A case that is erased takes the conversation with it: what was told of the movement stays, in codes.
alter table handreiking.signal add constraint signal_conversation
  foreign key (conversation_id, participant_id) references handreiking.conversation (id, participant_id)
  on delete set null (conversation_id);
--> statement-breakpoint
grant select, insert on handreiking.movement, handreiking.movement_merger, handreiking.signal,
  handreiking.signal_review, handreiking.statistics_release to handreiking_app;
--> statement-breakpoint
grant update (merged_into) on handreiking.movement to handreiking_app;
--> statement-breakpoint
grant update (note) on handreiking.signal to handreiking_app;
--> statement-breakpoint
grant select, insert on keys.movement_key to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.movement_key to handreiking_app;
--> statement-breakpoint
-- A merged movement never stands for itself again, and what was merged is on record.
create function handreiking.keep_merger() returns trigger language plpgsql as $$
begin
  if old.merged_into is not null and new.merged_into is null then
    raise exception 'a movement that was merged stays merged' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger movement_merger_kept before update on handreiking.movement
  for each row execute function handreiking.keep_merger();
--> statement-breakpoint
create function handreiking.merger_recorded() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and not exists (
    select from handreiking.movement_merger where movement_id = new.id) then
    raise exception 'a merger is on record' using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger movement_merger_recorded after insert or update on handreiking.movement
  deferrable initially deferred for each row execute function handreiking.merger_recorded();
--> statement-breakpoint
-- A note only goes; with its conversation at the latest.
create function handreiking.keep_signal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.conversation_id, new.reported_by_id) <> 1 then
      raise exception 'a signal comes from a conversation or from a partner' using errcode = 'check_violation';
    end if;
  elsif new.note is not null and new.note is distinct from old.note then
    raise exception 'a note of a signal is never changed' using errcode = 'check_violation';
  elsif old.conversation_id is not null and new.conversation_id is null then
    new.note = null;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signal_kept before insert or update on handreiking.signal
  for each row execute function handreiking.keep_signal();
--> statement-breakpoint
-- Whether the latest review of a signal says that it counts.
create function handreiking.signal_counts(asked uuid) returns boolean language sql stable as $$
  select coalesce((select verdict = 'counts' from handreiking.signal_review where signal_id = asked
    order by reviewed_at desc, id desc limit 1), false)
$$;
--> statement-breakpoint
grant execute on function handreiking.signal_counts(uuid) to handreiking_app;
--> statement-breakpoint
revoke execute on function handreiking.signal_counts(uuid) from public;
--> statement-breakpoint
-- Reviews, mergers and releases are added to, never changed, by nobody.
create function handreiking.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'this is never changed' using errcode = 'check_violation';
end $$;
--> statement-breakpoint
create trigger statistics_release_frozen before update or delete on handreiking.statistics_release
  for each row execute function handreiking.refuse_rewriting();
--> statement-breakpoint
create trigger signal_review_frozen before update or delete on handreiking.signal_review
  for each row execute function handreiking.refuse_rewriting();
--> statement-breakpoint
create trigger movement_merger_frozen before update or delete on handreiking.movement_merger
  for each row execute function handreiking.refuse_rewriting();
