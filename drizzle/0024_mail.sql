-- Mail: which one was taken into which request, and the mailbox that is looked into.
CREATE TABLE "handreiking"."mailbox_watch" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"claimed_until" timestamp with time zone,
	"claim" uuid,
	"emptied_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	CONSTRAINT "mailbox_watch_claim" CHECK (num_nonnulls(claimed_until, claim) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."mailbox_watch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"print" text NOT NULL,
	"id_print" text,
	"sender_print" text,
	"added" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"noticed_at" timestamp with time zone,
	CONSTRAINT "mail_once" UNIQUE("participant_id","print"),
	CONSTRAINT "mail_kind" CHECK (kind in ('message', 'bounce', 'auto-reply', 'empty', 'unreadable', 'too-large')),
	CONSTRAINT "mail_prints" CHECK (print ~ '^[A-Za-z0-9_-]{43}$' and (id_print is null or id_print ~ '^[A-Za-z0-9_-]{43}$') and (sender_print is null or sender_print ~ '^[A-Za-z0-9_-]{43}$')),
	CONSTRAINT "mail_noticed" CHECK (noticed_at is null or added and noticed_at >= received_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" DROP CONSTRAINT "callback_request_end";--> statement-breakpoint
ALTER TABLE "handreiking"."mailbox_watch" ADD CONSTRAINT "mailbox_watch_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."mail" ADD CONSTRAINT "mail_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_answered" ON "handreiking"."mail" USING btree ("participant_id","id_print");--> statement-breakpoint
CREATE INDEX "mail_of_request" ON "handreiking"."mail" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "mail_not_noticed" ON "handreiking"."mail" USING btree ("participant_id") WHERE added and noticed_at is null;--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_end" CHECK (num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in ('talked', 'referred-elsewhere', 'not-reached', 'no-longer-wanted', 'not-for-us', 'duplicate', 'became-case', 'kept-long-enough', 'automatic'));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."mailbox_watch" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."mailbox_watch"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."mailbox_watch"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."mail" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."mail"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."mail"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert on handreiking.mail, handreiking.mailbox_watch to handreiking_app;
--> statement-breakpoint
grant update (noticed_at) on handreiking.mail to handreiking_app;
--> statement-breakpoint
grant update (claimed_until, claim, emptied_at, failing_since) on handreiking.mailbox_watch to handreiking_app;
--> statement-breakpoint
-- Who mailed is no longer to be known again once what they told is gone.
create function handreiking.forget_senders() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update mail set sender_print = null, id_print = null where request_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger forget_senders after update on handreiking.callback_request
  for each row when (old.let_go_at is null and new.let_go_at is not null)
  execute function handreiking.forget_senders();
--> statement-breakpoint
revoke execute on function handreiking.forget_senders() from public;
