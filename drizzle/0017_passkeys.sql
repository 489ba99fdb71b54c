-- Passkeys: invitations to make one, their public halves, and what browsers were asked to sign.
CREATE TABLE "handreiking"."invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"needs_approval" boolean NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	CONSTRAINT "invitation_token" UNIQUE("token_hash"),
	CONSTRAINT "invitation_terms" CHECK (purpose in ('first', 'recovery') and (purpose = 'first' or needs_approval) and length(token_hash) = 43 and expires_at > invited_at),
	CONSTRAINT "invitation_approval" CHECK ((approved_by is null) = (approved_at is null) and (approved_by is null
        or needs_approval and approved_by <> invited_by and approved_by <> member_id and approved_at < expires_at)),
	CONSTRAINT "invitation_use" CHECK (used_at is null
        or voided_at is null and used_at < expires_at and (not needs_approval or coalesce(approved_at <= used_at, false)))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."passkey_challenge" (
	"browser_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid,
	"challenge" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passkey_challenge_subject" CHECK ((purpose = 'sign-in') = (subject_id is null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."passkey_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sign_count" bigint NOT NULL,
	"backup_eligible" boolean NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text[] NOT NULL,
	"aaguid" uuid,
	"name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "passkey_credential" UNIQUE("credential_id"),
	CONSTRAINT "passkey_shape" CHECK (length(credential_id) between 1 and 1364 and sign_count between 0 and 4294967295 and (backup_eligible or not backed_up))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."invitation" ADD CONSTRAINT "invitation_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."passkey" ADD CONSTRAINT "passkey_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open" ON "handreiking"."invitation" USING btree ("member_id") WHERE used_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX "invitation_invited" ON "handreiking"."invitation" USING btree ("participant_id","invited_at","id");--> statement-breakpoint
CREATE INDEX "passkey_challenge_expires" ON "handreiking"."passkey_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_member" ON "handreiking"."passkey" USING btree ("member_id","added_at");--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."invitation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."invitation"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."invitation"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."passkey_challenge" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."passkey" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."passkey"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."passkey"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
grant select, insert, update (approved_by, approved_at, used_at, voided_at) on handreiking.invitation to handreiking_app;
--> statement-breakpoint
grant select, insert, update (sign_count, backed_up, name, used_at, revoked_at) on handreiking.passkey to handreiking_app;
--> statement-breakpoint
-- Whether anybody can act for a participant, or has.
create function handreiking.is_in_use(wanted uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from client where participant_id = wanted)
    or exists (select from passkey where participant_id = wanted)
    or exists (select from session where participant_id = wanted)
$$;
--> statement-breakpoint
-- An invitation says truly whether it is a recovery and needs a second person, and is approved, used and voided once. Who approves is a second
-- person with a say: of the participant, or a coordinator of the network's operator.
create function handreiking.guard_invitation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.approved_by is not null or new.used_at is not null or new.voided_at is not null
      or (new.purpose = 'recovery') <> exists (
        select from passkey where member_id = new.member_id and revoked_at is null)
      or not new.needs_approval and is_in_use(new.participant_id) and not exists (
        select from member where id = new.invited_by and participant_id = new.participant_id)
    then raise exception 'an invitation begins open, as what it is' using errcode = 'HR111'; end if;
    return new;
  end if;
  if old.used_at is not null or old.voided_at is not null
    or old.approved_by is not null
      and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at)
  then raise exception 'an invitation is approved, used or voided once' using errcode = 'HR112'; end if;
  if new.approved_by is not null and not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.approved_by and member.suspended_at is null and participant.suspended_at is null
      and (member.participant_id = new.participant_id and member.roles && '{administrator,privacy-officer}'::text[]
        or participant.operator and 'coordinator' = any (member.roles)))
  then raise exception 'nobody who could approve it' using errcode = 'HR113'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.invitation
  for each row execute function handreiking.guard_invitation();
--> statement-breakpoint
-- A revoked passkey stays as it was, and a count never goes back.
create function handreiking.guard_passkey() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null then raise exception 'the passkey is revoked' using errcode = 'HR114'; end if;
  if new.sign_count < old.sign_count then
    raise exception 'a count of signatures never goes back' using errcode = 'HR115';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.passkey
  for each row execute function handreiking.guard_passkey();
--> statement-breakpoint
-- Nobody is locked out: the last passkey goes only with the next one's coming.
create function handreiking.check_passkey_left() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from passkey where member_id = new.member_id and revoked_at is null)
  then raise exception 'the last passkey' using errcode = 'HR116'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger passkey_left after update of revoked_at on handreiking.passkey
  deferrable initially deferred for each row execute function handreiking.check_passkey_left();
--> statement-breakpoint
-- An invitation of somebody who was suspended meanwhile is void, and stays so when they come back.
create function handreiking.void_invitations_of_suspended() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update invitation set voided_at = new.suspended_at
    where member_id = new.id and used_at is null and voided_at is null;
  return null;
end $$;
--> statement-breakpoint
create trigger invitations_end after update of suspended_at on handreiking.member
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.void_invitations_of_suspended();
--> statement-breakpoint
-- Whom a token invites, before any participant is set: no row once it was used, voided or has expired, or its member
-- or participant is suspended.
create function handreiking.find_invitation(hash text, moment timestamptz)
  returns table (invitation_id uuid, participant_id uuid, member_id uuid, participant_name text, member_name text,
    purpose text, waiting boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select invitation.id, member.participant_id, member.id, participant.name, member.name, invitation.purpose,
    invitation.needs_approval and invitation.approved_by is null
  from invitation
    join member on member.id = invitation.member_id and member.participant_id = invitation.participant_id
    join participant on participant.id = member.participant_id
  where invitation.token_hash = find_invitation.hash and invitation.used_at is null
    and invitation.voided_at is null and invitation.expires_at > moment
    and member.suspended_at is null and participant.suspended_at is null
$$;
--> statement-breakpoint
-- Whose passkey it is, before any participant is set: what a signature is checked with. One that is barred signs
-- nobody in: nor does one beside an identity provider, but for administrators.
create function handreiking.find_passkey(credential text)
  returns table (passkey_id uuid, participant_id uuid, member_id uuid, public_key bytea, barred boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select passkey.id, member.participant_id, member.id, passkey.public_key,
    passkey.revoked_at is not null or member.suspended_at is not null or participant.suspended_at is not null
      or not 'administrator' = any (member.roles)
        and exists (select from identity_provider where participant_id = member.participant_id)
  from passkey
    join member on member.id = passkey.member_id and member.participant_id = passkey.participant_id
    join participant on participant.id = member.participant_id
  where passkey.credential_id = credential
$$;
--> statement-breakpoint
-- The participant of a member, and of an invitation: told to the network's operator alone.
create function handreiking.find_home_of_member(wanted uuid) returns uuid language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select participant_id from member where id = wanted and actor_is_operator()
$$;
--> statement-breakpoint
create function handreiking.find_home_of_invitation(wanted uuid) returns uuid language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select participant_id from invitation where id = wanted and actor_is_operator()
$$;
--> statement-breakpoint
-- Keeps a challenge, and sweeps away some whose time is over.
create function handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text,
    moment timestamptz, ends timestamptz)
  returns void language sql security definer set search_path = handreiking, pg_temp as $$
  delete from passkey_challenge where browser_hash in (
    select browser_hash from passkey_challenge where expires_at < moment limit 20 for update skip locked);
  insert into passkey_challenge (browser_hash, purpose, subject_id, challenge, expires_at)
    values (browser, what, about, bytes, ends);
$$;
--> statement-breakpoint
-- The challenge of a browser, which is gone with it: null where it was for something else or its time is over.
create function handreiking.take_passkey_challenge(browser text, what text, about uuid, moment timestamptz)
  returns text language sql security definer set search_path = handreiking, pg_temp as $$
  with taken as (delete from passkey_challenge where browser_hash = browser returning *)
  select challenge from taken
    where purpose = what and subject_id is not distinct from about and expires_at > moment
$$;
--> statement-breakpoint
revoke execute on function handreiking.is_in_use(uuid), handreiking.guard_invitation(), handreiking.guard_passkey(),
  handreiking.check_passkey_left(), handreiking.void_invitations_of_suspended(),
  handreiking.find_invitation(text, timestamptz), handreiking.find_passkey(text),
  handreiking.find_home_of_member(uuid), handreiking.find_home_of_invitation(uuid),
  handreiking.keep_passkey_challenge(text, text, uuid, text, timestamptz, timestamptz),
  handreiking.take_passkey_challenge(text, text, uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function handreiking.is_in_use(uuid), handreiking.find_invitation(text, timestamptz), handreiking.find_passkey(text),
  handreiking.find_home_of_member(uuid), handreiking.find_home_of_invitation(uuid),
  handreiking.keep_passkey_challenge(text, text, uuid, text, timestamptz, timestamptz),
  handreiking.take_passkey_challenge(text, text, uuid, timestamptz) to handreiking_app;
