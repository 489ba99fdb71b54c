-- People sign in: their sessions, their organization's identity provider, and what waits between.
CREATE TABLE "handreiking"."identity_provider" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_authentication" text NOT NULL,
	"scopes" text[] NOT NULL,
	"member_claim" text NOT NULL,
	"required_acr" text[] NOT NULL,
	"required_amr" text[] NOT NULL,
	"role_claim" text,
	"role_mapping" jsonb NOT NULL,
	"adds_members" boolean NOT NULL,
	CONSTRAINT "identity_provider_client" CHECK (client_authentication in ('private_key_jwt', 'none')),
	CONSTRAINT "identity_provider_adds" CHECK (not adds_members or role_claim is not null)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."identity_provider" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."member_identity" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"expected" text NOT NULL,
	"issuer" text,
	"subject" text,
	"paired_at" timestamp with time zone,
	CONSTRAINT "member_identity_expected" UNIQUE("participant_id","expected"),
	CONSTRAINT "member_identity_subject" UNIQUE("participant_id","issuer","subject"),
	CONSTRAINT "member_identity_paired" CHECK (num_nonnulls(issuer, subject, paired_at) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."member_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."sign_in" (
	"browser_hash" text PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"state_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."sign_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"method" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "session_token" UNIQUE("token_hash"),
	CONSTRAINT "session_method" CHECK (method in ('oidc', 'passkey', 'demo') and length(token_hash) = 43 and expires_at > started_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."identity_provider" ADD CONSTRAINT "identity_provider_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."member_identity" ADD CONSTRAINT "member_identity_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."sign_in" ADD CONSTRAINT "sign_in_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."session" ADD CONSTRAINT "session_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_expires" ON "handreiking"."sign_in" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "session_member" ON "handreiking"."session" USING btree ("member_id","started_at");--> statement-breakpoint
CREATE INDEX "session_expires" ON "handreiking"."session" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."identity_provider" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."identity_provider"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."identity_provider"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."member_identity" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."member_identity"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."member_identity"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."sign_in" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."sign_in"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."sign_in"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."session" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."session"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."session"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert, update (seen_at, ended_at) on handreiking.session to handreiking_app;
--> statement-breakpoint
grant select, insert, update, delete on handreiking.identity_provider, handreiking.member_identity to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on handreiking.sign_in to handreiking_app;
--> statement-breakpoint
-- Who is signed in with a token, before any participant is set: no row once the session has ended, was idle since
-- `since`, or its member or participant is suspended.
create function handreiking.find_session(hash text, moment timestamptz, since timestamptz)
  returns table (session_id uuid, participant_id uuid, member_id uuid, operator boolean, roles text[], seen_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select session.id, session.participant_id, session.member_id, participant.operator, member.roles, session.seen_at
  from session
    join member on member.id = session.member_id and member.participant_id = session.participant_id
    join participant on participant.id = session.participant_id
  where session.token_hash = find_session.hash and session.ended_at is null
    and session.expires_at > moment and session.seen_at > since
    and member.suspended_at is null and participant.suspended_at is null
$$;
--> statement-breakpoint
-- Whoever is suspended is signed out, and stays so when readmitted.
create function handreiking.end_sessions_of_suspended() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_table_name = 'member' then
    update session set ended_at = new.suspended_at where member_id = new.id and ended_at is null;
  else
    update session set ended_at = new.suspended_at where participant_id = new.id and ended_at is null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger sessions_end after update of suspended_at on handreiking.member
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.end_sessions_of_suspended();
--> statement-breakpoint
create trigger sessions_end after update of suspended_at on handreiking.participant
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.end_sessions_of_suspended();
--> statement-breakpoint
-- Sessions that ended before, and sign-ins that nobody finished.
create function handreiking.clear_sessions(before timestamptz, moment timestamptz) returns void language sql
  security definer set search_path = handreiking, pg_temp as $$
  delete from session where coalesce(ended_at, expires_at) < before;
  delete from sign_in where expires_at < moment
$$;
--> statement-breakpoint
revoke execute on function handreiking.find_session(text, timestamptz, timestamptz),
  handreiking.end_sessions_of_suspended(), handreiking.clear_sessions(timestamptz, timestamptz) from public;
--> statement-breakpoint
grant execute on function handreiking.find_session(text, timestamptz, timestamptz),
  handreiking.clear_sessions(timestamptz, timestamptz) to handreiking_app;
