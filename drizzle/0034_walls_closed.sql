-- What the service's login itself may claim is no proof: looks, persons, ways in, events, erasures, clearing, keys.
CREATE TABLE "handreiking"."origin" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"transaction" "xid8" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "handreiking"."origin" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" DROP CONSTRAINT "consent_receipt_consent";
--> statement-breakpoint
CREATE INDEX "origin_at" ON "handreiking"."origin" USING btree ("kind","at");--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_participant" UNIQUE("id","participant_id");--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" ADD CONSTRAINT "consent_receipt_consent" FOREIGN KEY ("consent_id","participant_id") REFERENCES "handreiking"."consent"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."used_assertion" ADD CONSTRAINT "used_assertion_client" FOREIGN KEY ("client_id","participant_id") REFERENCES "handreiking"."client"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."origin" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
-- by hand
-- Whether it is the owner of the tables who acts: the operator's hand at the server, with the login that migrates.
-- The service's login never is, whatever role it sets; the embedded database has one login, which is below its owner
-- as long as it serves.
create function handreiking.is_owners_hand() returns boolean language sql stable
  set search_path = handreiking, pg_temp as $$
  select pg_has_role(session_user, relowner, 'member') and current_setting('role') in ('none', relowner::regrole::text)
  from pg_class where oid = 'handreiking.participant'::regclass
$$;
--> statement-breakpoint
-- The latest time that what clears away believes: the database's own, and the minutes that clocks differ.
create function handreiking.latest_moment() returns timestamptz language sql volatile
  set search_path = handreiking, pg_temp as $$
  select clock_timestamp() + interval '5 minutes'
$$;
--> statement-breakpoint
create function handreiking.refuse_time_ahead(moment timestamptz) returns void language plpgsql
  set search_path = handreiking, pg_temp as $$
begin
  if moment is null or moment > latest_moment()
  then raise exception 'that time has not come' using errcode = 'HR140'; end if;
end $$;
--> statement-breakpoint
-- Kept by the database itself: neither the transaction nor the time is what a statement says.
create function handreiking.keep_origin() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into origin (record_id, kind, transaction, at)
    values (new.id, tg_argv[0], pg_current_xact_id(), transaction_timestamp());
  return null;
end $$;
--> statement-breakpoint
-- Whether this very transaction wrote the record first. The time too: after a restore transactions count anew.
create function handreiking.begins_here(record uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from origin where record_id = record and transaction = pg_current_xact_id()
    and at = transaction_timestamp())
$$;
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.participant
  for each row execute function handreiking.keep_origin('participant');
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.proposal
  for each row execute function handreiking.keep_origin('proposal');
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.member
  for each row execute function handreiking.keep_origin('member');
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.invitation
  for each row execute function handreiking.keep_origin('invitation');
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.session
  for each row execute function handreiking.keep_origin('session');
--> statement-breakpoint
create trigger origin_kept after insert on handreiking.audit_event
  for each row when (new.action = 'disclosure.read') execute function handreiking.keep_origin('look');
--> statement-breakpoint
-- What was proposed before this stands as it was.
insert into handreiking.origin (record_id, kind, transaction, at)
  select id, 'proposal', pg_current_xact_id(), now() from handreiking.proposal where decision is null
  union all select id, 'invitation', pg_current_xact_id(), now() from handreiking.invitation
    where used_at is null and voided_at is null
  union all select id, 'session', pg_current_xact_id(), now() from handreiking.session where ended_at is null;
--> statement-breakpoint
-- The only way to a disclosure's key: for its recipient, on an entry of this look that another transaction has
-- committed, in the minute after, once.
create or replace function handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamptz)
  returns table (wrapped bytea, kek_id text) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  found_referral referral;
  look audit_event;
  told disclosure;
begin
  select * into found_referral from referral where id = handoff for update;
  select * into told from disclosure where referral_id = handoff;
  select * into look from audit_event where id = entry and subject_id = handoff and action = 'disclosure.read'
    and participant_id = found_referral.recipient_id and subject_participant_id = found_referral.sender_id;
  if found_referral.recipient_id is distinct from actor_participant() or not found_referral.disclosed
    or moment < found_referral.moved_at or not basis_stands(handoff, moment)
    or look.id is null or look.at > moment or look.at < moment - interval '1 minute'
    -- A look at what was sealed before is none at this.
    or told.referral_id is null or told.sealed_at > look.at or told.spent_at is not null
    or told.recipient_kid is not null and not exists (select from participant_key
      where participant_id = told.recipient_id and kid = told.recipient_kid and revoked_at is null)
  then return; end if;
  update origin set used_at = clock_timestamp()
    where record_id = entry and kind = 'look' and used_at is null and transaction <> pg_current_xact_id()
      and at > clock_timestamp() - interval '1 minute';
  if not found then return; end if;
  update disclosure set spent_at = moment where referral_id = handoff and method = 'code';
  if found_referral.fetched_at is null then
    update referral set fetched_at = moment where id = handoff;
  end if;
  return query select disclosure_key.wrapped, disclosure_key.kek_id from keys.disclosure_key
    where referral_id = handoff;
end $$;
--> statement-breakpoint
-- The sender puts a key in place of another, and reads none: rewrapping is the owner's.
revoke all on keys.disclosure_key from handreiking_app;
--> statement-breakpoint
grant insert, update (wrapped, kek_id), select (referral_id, sender_id, recipient_id)
  on keys.disclosure_key to handreiking_app;
--> statement-breakpoint
-- Whether a member's own provider gives roles, and these; or even adds members who have them.
create function handreiking.provider_gives(person uuid, roles jsonb, anew boolean) returns boolean
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select exists (select from member_identity as identity
      join identity_provider as provider using (participant_id)
    where identity.member_id = person and identity.issuer = provider.issuer and provider.role_claim is not null
      and (provider.adds_members or not anew)
      and not exists (select from jsonb_array_elements(roles) as given where not exists (
        select from jsonb_array_elements(provider.role_mapping) as mapped where mapped -> 'roles' @> given)))
$$;
--> statement-breakpoint
-- What gives power cannot be committed where two persons are wanted, unless a second one confirmed a proposal of just
-- that in this transaction, which an earlier one had made. The owner's hand needs nobody, and whoever is admitted comes
-- with its first member and system, as they were proposed. No audit entry stands for a person. The arguments are the
-- kinds of proposals that may stand for it.
create or replace function handreiking.check_two_persons() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := to_jsonb(new);
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
  ends boolean := tg_argv[0] = 'end-two-persons';
  operator_id uuid := (select id from participant where operator);
  owner uuid := case when tg_table_name in ('participant', 'partnership') and not ends
    then operator_id else coalesce(done ->> 'participant_id', done ->> 'id')::uuid end;
  subject uuid := case tg_table_name when 'client_key' then done ->> 'client_id'
    when 'member_identity' then done ->> 'member_id'
    when 'partnership' then done ->> 'participant_id' when 'identity_provider' then done ->> 'participant_id' else done ->> 'id' end;
  content jsonb;
begin
  if is_owners_hand() or not ends and not (select two_persons from participant where id = owner)
  then return null; end if;
  if tg_table_name in ('member', 'client', 'client_key') and tg_op = 'INSERT' and begins_here(owner)
    and exists (select from participant where id = owner and reach <> 'phone')
  then
    if not (select two_persons from participant where id = operator_id) then return null; end if;
    select proposal.content into content from proposal
      where participant_id = operator_id and subject_id = owner and kind = 'admit-participant'
        and decision = 'confirmed' and xmin = pg_current_xact_id()::xid;
    if (case tg_table_name
      when 'member' then content -> 'administrator' -> 'roles' @> (done -> 'roles')
        and not exists (select from member where participant_id = owner and id <> new.id)
      when 'client' then content -> 'client' -> 'scopes' @> (done -> 'scopes')
        and not exists (select from client where participant_id = owner and id <> new.id)
      else content -> 'client' -> 'publicKey' @> (done -> 'jwk') end)
    then return null; end if;
  end if;
  -- Two persons chose the provider, and which roles its word gives.
  if (case tg_table_name
    when 'member' then (tg_op = 'UPDATE' or begins_here(subject))
      and tg_argv[0] <> 'reinstate-member' and provider_gives(subject, done -> 'roles', tg_op = 'INSERT')
    when 'member_identity' then tg_op = 'INSERT' and begins_here(subject)
      and provider_gives(subject, (select to_jsonb(roles) from member where id = subject), true)
    else false end) then return null; end if;
  if not exists (select from proposal
    where participant_id = owner and subject_id = subject and kind = any (tg_argv)
      and decision = 'confirmed' and xmin = pg_current_xact_id()::xid
      and exists (select from origin where record_id = proposal.id and transaction <> pg_current_xact_id())
      and exists (select from member where id = decided_by and suspended_at is null)
      and case tg_table_name
        when 'member' then kind = 'reinstate-member' or proposal.content -> 'roles' @> (done -> 'roles')
        when 'client' then coalesce(proposal.content -> 'scopes', was -> 'scopes') @> (done -> 'scopes')
        when 'client_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'participant_key' then proposal.content -> 'publicKey' @> (done -> 'jwk')
        when 'member_identity' then proposal.content ->> 'expected' = done ->> 'expected'
        when 'identity_provider' then proposal.content ->> 'issuer' = done ->> 'issuer'
          and proposal.content ->> 'roleClaim' is not distinct from done ->> 'role_claim'
          and coalesce(proposal.content -> 'roleMapping', '[]') = done -> 'role_mapping'
          and coalesce(proposal.content ->> 'addsMembers', 'false') = done ->> 'adds_members'
        when 'partnership' then jsonb_build_object('sends', done -> 'sends', 'receives', done -> 'receives')
          <@ coalesce(proposal.content -> 'partnership', proposal.content)
        else true end)
  then raise exception 'it takes a second person' using errcode = 'HR082'; end if;
  return null;
end $$;
--> statement-breakpoint
-- An event tells what an entry of the same transaction tells, to a feed that it concerns.
create or replace function handreiking.check_event_parties() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.seq is not null then raise exception 'numbers are the sequencer''s' using errcode = 'HR141'; end if;
  if new.referral_id is null then
    -- Whose feed it may be otherwise, a policy says.
    if new.type <> 'verification.requested' and not exists (select from audit_event
      where subject_id = new.subject_id and action = new.type and at = new.at and xmin = pg_current_xact_id()::xid)
    then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
    return null;
  end if;
  if not exists (select from referral
      where id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
    and not exists (select from obligation
      where referral_id = new.referral_id and sender_id = new.sender_id and recipient_id = new.recipient_id)
  then raise exception 'an event of no referral between the two' using errcode = '23503'; end if;
  if new.subject_id <> new.referral_id
    or (case new.type when 'referral.nudged' then new.participant_id <> new.recipient_id
      when 'referral.due' then new.participant_id <> new.sender_id
      when 'referral.overdue' then new.participant_id <> new.sender_id
      when 'obligation.chased' then false when 'obligation.met' then false
      else new.move_id is null end)
    or not exists (select from audit_event where subject_id = new.referral_id and at = new.at
      and xmin = pg_current_xact_id()::xid and id = coalesce(new.move_id, id)
      -- A recipient is not told why it is to leave off.
      and action in (new.type, case when new.type = 'referral.withdrawn' and new.participant_id = new.recipient_id
        then 'referral.suspended' end))
  then raise exception 'an event that no entry tells of' using errcode = 'HR141'; end if;
  return null;
end $$;
--> statement-breakpoint
drop trigger event_referral on handreiking.event;
--> statement-breakpoint
create constraint trigger event_told after insert on handreiking.event
  deferrable initially deferred for each row execute function handreiking.check_event_parties();
--> statement-breakpoint
-- Ways in are no table's right: a passkey comes on an open invitation of its member or by a session that has just
-- begun, a session by the sign-in that the member made. Tokens' hashes are not read either.
revoke all on handreiking.passkey, handreiking.session, handreiking.invitation from handreiking_app;
--> statement-breakpoint
grant select, update (sign_count, backed_up, name, used_at, revoked_at) on handreiking.passkey to handreiking_app;
--> statement-breakpoint
grant select (id, participant_id, member_id, method, started_at, seen_at, expires_at, ended_at),
  update (seen_at, ended_at) on handreiking.session to handreiking_app;
--> statement-breakpoint
grant select (id, participant_id, member_id, purpose, needs_approval, invited_by, invited_at, expires_at, approved_by,
    approved_at, used_at, voided_at), insert,
  update (approved_by, approved_at, used_at, voided_at) on handreiking.invitation to handreiking_app;
--> statement-breakpoint
-- `invitation`: the hash of its token, of one that an earlier transaction made and this one uses. `session`: one of
-- the same member that an earlier transaction began, minutes ago.
create function handreiking.add_passkey(new_id uuid, person uuid, invitation text, session uuid, credential text,
    public_key bytea, sign_count bigint, backup_eligible boolean, backed_up boolean, transports text[], aaguid uuid,
    called text, moment timestamptz)
  returns uuid language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  home uuid := actor_participant();
  on_invitation uuid := (select id from invitation as invited where token_hash = add_passkey.invitation
    and member_id = person and participant_id = home and used_at = moment and xmin = pg_current_xact_id()::xid);
  added uuid;
begin
  perform refuse_time_ahead(moment);
  if on_invitation is not null then
    update origin set used_at = clock_timestamp() where record_id = on_invitation and kind = 'invitation'
      and origin.used_at is null and transaction <> pg_current_xact_id();
    if not found then on_invitation := null; end if;
  end if;
  if on_invitation is null and not exists (select from session as begun
      join origin on origin.record_id = begun.id and origin.kind = 'session'
        and origin.transaction <> pg_current_xact_id()
    where begun.id = add_passkey.session and begun.member_id = person and begun.participant_id = home
      and begun.method = 'passkey' and begun.ended_at is null and begun.expires_at > moment
      and begun.started_at between moment - interval '10 minutes' and moment)
  then raise exception 'nobody invited to this passkey' using errcode = 'HR144'; end if;
  insert into passkey (id, participant_id, member_id, credential_id, public_key, sign_count, backup_eligible, backed_up,
      transports, aaguid, name, added_at)
    values (new_id, home, person, credential, add_passkey.public_key, add_passkey.sign_count,
      add_passkey.backup_eligible, add_passkey.backed_up, add_passkey.transports, add_passkey.aaguid, called, moment)
    on conflict do nothing returning id into added;
  return added;
end $$;
--> statement-breakpoint
-- `method`: by a passkey of the member that was used or made minutes ago; at the participant's own provider, which
-- knows the member; as a demonstration, where the database is embedded.
create function handreiking.begin_session(new_id uuid, person uuid, hash text, by_method text, moment timestamptz,
    ends timestamptz)
  returns void language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  home uuid := actor_participant();
begin
  if not is_owners_hand() then
    perform refuse_time_ahead(moment);
    if ends > moment + interval '1 day'
      or not exists (select from member join participant on participant.id = member.participant_id
        where member.id = person and member.participant_id = home and member.suspended_at is null
          and participant.suspended_at is null)
      or not coalesce(case by_method
        when 'passkey' then exists (select from passkey where member_id = person and participant_id = home
          and revoked_at is null
          and greatest(used_at, added_at) between moment - interval '5 minutes' and moment)
        when 'oidc' then exists (select from member_identity
            join identity_provider using (participant_id, issuer)
          where member_id = person and participant_id = home)
        when 'demo' then exists (select from pg_class where oid = 'handreiking.session'::regclass
          and pg_has_role(session_user, relowner, 'member')) end, false)
    then raise exception 'nobody signed in' using errcode = 'HR145'; end if;
  end if;
  insert into session (id, participant_id, member_id, token_hash, method, started_at, seen_at, expires_at)
    values (new_id, home, person, hash, by_method, moment, moment, ends);
end $$;
--> statement-breakpoint
-- Neither comes without the entry that says so.
create function handreiking.check_way_in_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
    and action = tg_argv[0] and actor_id = new.member_id and xmin = pg_current_xact_id()::xid) and not is_owners_hand()
  then raise exception 'a way in without its audit entry' using errcode = 'HR146'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger way_in_told after insert on handreiking.passkey
  deferrable initially deferred for each row execute function handreiking.check_way_in_told('passkey.added');
--> statement-breakpoint
create constraint trigger way_in_told after insert on handreiking.session
  deferrable initially deferred for each row execute function handreiking.check_way_in_told('session.started');
--> statement-breakpoint
-- Removes a case of the actor's participant whole, and writes the ledger: also for a case that is not there (any
-- more), so that a ledger can be taken over. It is dated neither ahead nor before anything that is told of the case,
-- and what goes because it grew old is as old as that.
create or replace function handreiking.erase_case(wanted uuid, why text, moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  counted jsonb;
  kept interval := make_interval(days => coalesce((select case_retention_days from partnership
    where participant_id = actor_participant()), 30) - 1);
begin
  perform refuse_time_ahead(moment);
  if not exists (select from "case" where id = wanted and participant_id = actor_participant()) then
    insert into erasure (participant_id, case_id, reason, erased_at, removed)
      values (actor_participant(), wanted, why, moment, '{}') on conflict do nothing;
    return;
  end if;
  perform from "case" where id = wanted for update;
  if exists (select from referral where case_id = wanted and not ended) then
    raise exception 'a referral of the case has not ended' using errcode = 'HR071';
  end if;
  if exists (select from "case" where id = wanted and opened_at > moment)
    or exists (select from audit_event where case_id = wanted and participant_id = actor_participant()
      and at > moment and xmin <> pg_current_xact_id()::xid)
    or why = 'retention' and (
      exists (select from "case" where id = wanted and opened_at > moment - kept)
      or exists (select from help_question where case_id = wanted and coalesce(ended_at > moment - kept, true)))
  then raise exception 'an erasure is dated when it is done' using errcode = 'HR142'; end if;
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
    'notes', (select count(*) from case_note where case_id = wanted),
    'conversations', (select count(*) from conversation where case_id = wanted),
    'requests', (select count(*) from callback_request where case_id = wanted)) into counted;

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
  -- Before the appointments that they were held at.
  delete from conversation where case_id = wanted;
  -- Its key goes with it, and what else declares so.
  delete from "case" where id = wanted;
  insert into erasure (participant_id, case_id, reason, erased_at, removed)
    values (actor_participant(), wanted, why, moment, counted) on conflict do nothing;
end $$;
--> statement-breakpoint
-- No erasure without its entry, which is not older than what it says.
create function handreiking.check_erasure_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.case_id and participant_id = new.participant_id
    and action = 'case.erased' and at >= new.erased_at and at <= latest_moment() and xmin = pg_current_xact_id()::xid)
  then raise exception 'an erasure without its audit entry' using errcode = 'HR143'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger erasure_told after insert on handreiking.erasure
  deferrable initially deferred for each row execute function handreiking.check_erasure_told();
--> statement-breakpoint
-- What clears away states itself how long a thing is kept, and believes no time that has not come.
create or replace function handreiking.forget_received(until timestamptz, moment timestamptz, most integer)
  returns table (id uuid, sender_id uuid) language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  kept integer := (select retention_days from partnership where participant_id = actor_participant());
begin
  perform refuse_time_ahead(moment);
  return query update referral set forgotten_at = moment
  where referral.id in (
    select old.id from referral as old
    where old.recipient_id = actor_participant() and old.offered_at is not null and old.forgotten_at is null
      and kept is not null
      -- A day less: days of the calendar are not all as long.
      and old.ended_at < least(until, moment - make_interval(days => kept - 1))
      and not exists (select from obligation where referral_id = old.id and ended_at is null)
    order by old.ended_at, old.id limit most for update skip locked)
  returning referral.id, referral.sender_id;
end $$;
--> statement-breakpoint
create function handreiking.check_forgetting_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.recipient_id
    and action = 'received.forgotten' and at = new.forgotten_at and xmin = pg_current_xact_id()::xid)
  then raise exception 'forgotten without an audit entry' using errcode = 'HR147'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger forgetting_told after update of forgotten_at on handreiking.referral
  deferrable initially deferred for each row when (new.forgotten_at is distinct from old.forgotten_at)
  execute function handreiking.check_forgetting_told();
--> statement-breakpoint
drop function handreiking.clear_sessions(timestamptz, timestamptz);
--> statement-breakpoint
create function handreiking.clear_sessions(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from session where coalesce(ended_at, expires_at) < moment - interval '30 days';
  delete from sign_in where expires_at < moment;
  delete from origin where kind = 'session' and not exists (select from session where id = record_id)
    or kind = 'look' and at < clock_timestamp() - interval '1 day';
end $$;
--> statement-breakpoint
create or replace function handreiking.clear_used(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from used_assertion where expires_at < moment;
  delete from used_proof where expires_at < moment;
end $$;
--> statement-breakpoint
create or replace function handreiking.forget_quotas(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from quota where ends_at <= moment;
end $$;
--> statement-breakpoint
drop function handreiking.forget_idempotency_keys(timestamptz);
--> statement-breakpoint
create function handreiking.forget_idempotency_keys(moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from idempotency_record where at < moment - interval '1 day';
end $$;
--> statement-breakpoint
create or replace function handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text,
    moment timestamptz, ends timestamptz)
  returns void language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from passkey_challenge where browser_hash in (
    select browser_hash from passkey_challenge where expires_at < moment limit 20 for update skip locked);
  insert into passkey_challenge (browser_hash, purpose, subject_id, challenge, expires_at)
    values (browser, what, about, bytes, least(ends, moment + interval '10 minutes'));
end $$;
--> statement-breakpoint
-- A signal's note goes when it has expired, or with what it came from.
create function handreiking.guard_note() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if old.expires_at > latest_moment() and new.conversation_id is not distinct from old.conversation_id
  then raise exception 'a note is kept until it expires' using errcode = 'HR148'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_note before update on handreiking.signal
  for each row when (old.note is not null and new.note is null) execute function handreiking.guard_note();
--> statement-breakpoint
-- Whether a participant is in use is the operator's to know, and its own.
create or replace function handreiking.is_in_use(wanted uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select (wanted = actor_participant() or actor_is_operator()) and (
    exists (select from client where participant_id = wanted)
    or exists (select from passkey where participant_id = wanted)
    or exists (select from session where participant_id = wanted))
$$;
--> statement-breakpoint
-- Column by column where a table's right was wider than what is ever done.
revoke update on handreiking.participant, handreiking.member, handreiking.client, handreiking.client_key,
  handreiking.consent, handreiking."case", handreiking.obligation, handreiking.member_identity,
  keys.request_key from handreiking_app;
--> statement-breakpoint
grant update (name, suspended_at, readmitted_at) on handreiking.participant to handreiking_app;
--> statement-breakpoint
grant update (name, roles, suspended_at) on handreiking.member to handreiking_app;
--> statement-breakpoint
grant update (name, scopes, requires_dpop, profile, suspended_at) on handreiking.client to handreiking_app;
--> statement-breakpoint
grant update (expires_at, revoked_at) on handreiking.client_key to handreiking_app;
--> statement-breakpoint
grant update (withdrawn_at) on handreiking.consent to handreiking_app;
--> statement-breakpoint
grant update (owner_id) on handreiking."case" to handreiking_app;
--> statement-breakpoint
grant update (due_at, chases, ended_at, ended_as, ground, retained_until, ended_by_function)
  on handreiking.obligation to handreiking_app;
--> statement-breakpoint
grant update (expected, issuer, subject, paired_at) on handreiking.member_identity to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.request_key to handreiking_app;
--> statement-breakpoint
revoke execute on all functions in schema handreiking, keys from public;
--> statement-breakpoint
alter default privileges in schema handreiking, keys revoke execute on functions from public;
--> statement-breakpoint
grant execute on function
  handreiking.add_passkey(uuid, uuid, text, uuid, text, bytea, bigint, boolean, boolean, text[], uuid, text, timestamptz),
  handreiking.begin_session(uuid, uuid, text, text, timestamptz, timestamptz),
  handreiking.clear_sessions(timestamptz), handreiking.forget_idempotency_keys(timestamptz)
  to handreiking_app;
