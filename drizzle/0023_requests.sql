-- Requests to be called back: what is known in codes, anonymous callers, web forms, and the end of what was told.
CREATE TABLE "handreiking"."web_form" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"open" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."web_form" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" DROP CONSTRAINT "callback_request_codes";--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" DROP CONSTRAINT "callback_request_end";--> statement-breakpoint
DROP INDEX "handreiking"."callback_request_open";--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "language" text NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "relation" text;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "topics" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "reachable" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "code_word" "bytea";--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "code_word_failures" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "revision" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD COLUMN "let_go_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."web_form" ADD CONSTRAINT "web_form_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_taker" FOREIGN KEY ("taken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callback_request_kept" ON "handreiking"."callback_request" USING btree ("participant_id","received_at") WHERE let_go_at is null;--> statement-breakpoint
CREATE INDEX "callback_request_open" ON "handreiking"."callback_request" USING btree ("participant_id","received_at","id") WHERE state <> 'ended';--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_of_case" UNIQUE("case_id");--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_topics" CHECK (cardinality(topics) <= 10 and array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$');--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_became_case" CHECK ((case_id is null) = (end_reason is null or end_reason <> 'became-case'));--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_let_go" CHECK ((sealed is null) = (let_go_at is not null) and (let_go_at is null or state = 'ended' and code_word is null)
        and (end_reason is null or end_reason <> 'became-case' or let_go_at is not null));--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_anonymous" CHECK ((let_go_at is not null or num_nonnulls(agreed_at, code_word) in (0, 2)) and not (reachable and agreed_at is not null));--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_failures" CHECK (code_word_failures between 0 and 5);--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_codes" CHECK (door in ('phone', 'mail', 'web', 'chat') and state in ('open', 'planned', 'ended') and urgency in ('normal', 'urgent', 'acute')
        and language in ('nl', 'en', 'fr', 'de', 'es', 'pl', 'tr', 'ar', 'ru', 'uk', 'other') and (relation is null or relation in ('harmed', 'relative', 'professional'))
        and (channel is null or channel in ('phone', 'chat', 'in-person', 'mail')));--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_end" CHECK (num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in ('talked', 'referred-elsewhere', 'not-reached', 'no-longer-wanted', 'not-for-us', 'duplicate', 'became-case', 'kept-long-enough'));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."web_form" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."web_form" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."web_form" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
-- by hand
revoke update on handreiking.callback_request from handreiking_app;
--> statement-breakpoint
grant update (state, urgency, language, relation, topics, channel, agreed_at, reachable, sealed, code_word,
  code_word_failures, revision, case_id, ended_at, end_reason, let_go_at) on handreiking.callback_request
  to handreiking_app;
--> statement-breakpoint
-- A key goes with what it opens, and never without.
revoke delete on keys.request_key from handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.web_form to handreiking_app;
--> statement-breakpoint
grant update (open, changed_at) on handreiking.web_form to handreiking_app;
--> statement-breakpoint
-- A request begins open. Its urgency only rises; once it has ended nothing of it changes but that what was told goes.
create function handreiking.guard_request() returns trigger language plpgsql as $$
declare
  urgencies constant text[] := '{normal,urgent,acute}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then raise exception 'a request begins open' using errcode = 'HR120'; end if;
    return new;
  end if;
  if array_position(urgencies, new.urgency) < array_position(urgencies, old.urgency) then
    raise exception 'urgency only rises' using errcode = 'HR121';
  end if;
  if old.state = 'ended' and (
    to_jsonb(old) - '{sealed,code_word,let_go_at}'::text[] <> to_jsonb(new) - '{sealed,code_word,let_go_at}'::text[]
    or old.let_go_at is not null or new.let_go_at is null)
  then raise exception 'a request that has ended stays as it is' using errcode = 'HR122'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.callback_request
  for each row execute function handreiking.guard_request();
--> statement-breakpoint
-- What was told is destroyed with its key.
create function handreiking.destroy_request_key() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.request_key where request_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger destroy_key after update on handreiking.callback_request
  for each row when (old.let_go_at is null and new.let_go_at is not null)
  execute function handreiking.destroy_request_key();
--> statement-breakpoint
-- No key is made for what is not there.
create function handreiking.guard_request_key() returns trigger language plpgsql as $$
begin
  if exists (select from handreiking.callback_request where id = new.request_id and let_go_at is not null) then
    raise exception 'nothing is left that a key would open' using errcode = 'HR123';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on keys.request_key
  for each row execute function handreiking.guard_request_key();
--> statement-breakpoint
revoke execute on function handreiking.guard_request(), handreiking.destroy_request_key(),
  handreiking.guard_request_key() from public;
