-- The ledger: what was taken away, kept beside the backups, so that a restore forgets nothing.
CREATE TABLE "handreiking"."ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "handreiking"."ledger_entry_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"other_id" uuid,
	"codes" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seq" bigint,
	"segment" bigint,
	CONSTRAINT "ledger_entry_seq" UNIQUE("seq"),
	CONSTRAINT "ledger_entry_kind" CHECK (kind in ('consent-withdrawn', 'refused', 'referral-ended', 'override-ended', 'override-refused', 'objection-honored', 'override-objected', 'objection-overruled', 'identity-released', 'obligation-raised', 'obligation-met', 'code-spent', 'case-erased', 'request-erased', 'request-ended', 'appointment-ended', 'contact-forgotten', 'code-word-ended', 'code-word-spent', 'request-word-spent', 'case-owner', 'case-access-ended', 'case-access-given', 'cover-ended', 'participant-key-revoked', 'client-key-revoked', 'participant-suspended', 'participant-readmitted', 'member-suspended', 'member-reinstated', 'client-suspended', 'client-readmitted', 'member-roles', 'client-terms', 'partnership', 'two-persons', 'proposal-rejected', 'session-ended', 'passkey-revoked', 'invitation-ended', 'calendar-revoked', 'web-form', 'provider-ended', 'identity-unlinked', 'article-withdrawn')),
	CONSTRAINT "ledger_entry_codes" CHECK (array_to_string(codes, ' ') ~ '^[a-z0-9:_ -]*$'),
	CONSTRAINT "ledger_entry_sealed" CHECK ((seq is null) = (segment is null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."ledger_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."ledger_segment" (
	"first" bigint PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL,
	"before" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"kept_at" timestamp with time zone,
	"applied" boolean DEFAULT true NOT NULL,
	CONSTRAINT "ledger_segment_order" CHECK (last >= first)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."ledger_segment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "ledger_entry_unsealed" ON "handreiking"."ledger_entry" USING btree ("position") WHERE seq is null;--> statement-breakpoint
CREATE INDEX "ledger_entry_segment" ON "handreiking"."ledger_entry" USING btree ("segment");--> statement-breakpoint
CREATE INDEX "ledger_segment_open" ON "handreiking"."ledger_segment" USING btree ("first") WHERE kept_at is null or not applied;--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."ledger_entry" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."ledger_segment" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
-- by hand
-- Writes an entry about the row: its kind; the columns of subject, participant, other and time, where it has them; and
-- those that its codes come from (of a boolean its name while it is true).
create function handreiking.note_taken() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into ledger_entry (id, kind, subject_id, participant_id, other_id, at, codes)
  values (gen_random_uuid(), tg_argv[0], (done ->> tg_argv[1])::uuid, (done ->> tg_argv[2])::uuid,
    (done ->> nullif(tg_argv[3], ''))::uuid,
    coalesce((done ->> nullif(tg_argv[4], ''))::timestamptz, now()),
    array(select code from unnest(string_to_array(nullif(tg_argv[5], ''), ',')) as name,
      lateral (select jsonb_array_elements_text(done -> name) as code where jsonb_typeof(done -> name) = 'array'
        union all select name where done -> name = 'true'::jsonb
        union all select done ->> name where jsonb_typeof(done -> name) = 'string') as said
      where code is not null));
  return null;
end $$;
--> statement-breakpoint
create function handreiking.guard_ledger() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) - '{seq,segment}'::text[] <> to_jsonb(new) - '{seq,segment}'::text[]
  then raise exception 'entries of the ledger do not change' using errcode = 'HR160'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.ledger_entry for each row execute function handreiking.guard_ledger();
--> statement-breakpoint
create trigger ledger_withdrawn after update on handreiking.consent for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function handreiking.note_taken('consent-withdrawn', 'id', 'participant_id', 'recipient_id', 'withdrawn_at');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.referral for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('referral-ended', 'id', 'sender_id', 'recipient_id', 'ended_at', 'state');
--> statement-breakpoint
create trigger ledger_released after update on handreiking.referral for each row
  when (old.fetched_at is null and new.fetched_at is not null)
  execute function handreiking.note_taken('identity-released', 'id', 'sender_id', 'recipient_id', 'fetched_at');
--> statement-breakpoint
create trigger ledger_raised after insert on handreiking.obligation for each row
  execute function handreiking.note_taken('obligation-raised', 'referral_id', 'sender_id', 'recipient_id', 'raised_at', 'ended_as');
--> statement-breakpoint
create trigger ledger_met after update on handreiking.obligation for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('obligation-met', 'referral_id', 'sender_id', 'recipient_id', 'ended_at', 'ended_as');
--> statement-breakpoint
-- What follows from another record is written of that.
create trigger ledger_refused after insert on handreiking.refusal for each row when (new.recorded_by is not null)
  execute function handreiking.note_taken('refused', 'case_id', 'participant_id', 'recipient_id', 'at', 'source');
--> statement-breakpoint
create trigger ledger_refused after update on handreiking.override for each row
  when (old.ended_at is null and new.ended_at is not null and new.reviewed_at is not distinct from new.ended_at)
  execute function handreiking.note_taken('override-refused', 'id', 'participant_id', 'recipient_id', 'ended_at');
--> statement-breakpoint
create trigger ledger_honored after update on handreiking.override for each row
  when (old.ended_at is null and new.ended_at is not null and new.reviewed_at is distinct from new.ended_at
    and new.objection_decided_at is not distinct from new.ended_at)
  execute function handreiking.note_taken('objection-honored', 'id', 'participant_id', 'recipient_id', 'ended_at');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.override for each row
  when (old.ended_at is null and new.ended_at is not null and new.reviewed_at is distinct from new.ended_at
    and new.objection_decided_at is distinct from new.ended_at)
  execute function handreiking.note_taken('override-ended', 'id', 'participant_id', 'recipient_id', 'ended_at');
--> statement-breakpoint
create trigger ledger_objected after update on handreiking.override for each row
  when (new.objected_at is not null and old.objected_at is distinct from new.objected_at)
  execute function handreiking.note_taken('override-objected', 'id', 'participant_id', 'recipient_id', 'objected_at');
--> statement-breakpoint
create trigger ledger_overruled after update on handreiking.override for each row
  when (new.ended_at is null and new.objection_decided_at is not null
    and old.objection_decided_at is distinct from new.objection_decided_at)
  execute function handreiking.note_taken('objection-overruled', 'id', 'participant_id', 'recipient_id', 'objection_decided_at');
--> statement-breakpoint
create trigger ledger_spent after update on handreiking.disclosure for each row
  when (old.spent_at is null and new.spent_at is not null)
  execute function handreiking.note_taken('code-spent', 'referral_id', 'sender_id', 'recipient_id', 'spent_at');
--> statement-breakpoint
create trigger ledger_erased after insert on handreiking.erasure for each row
  execute function handreiking.note_taken('case-erased', 'case_id', 'participant_id', '', 'erased_at', 'reason');
--> statement-breakpoint
create trigger ledger_erased after update on handreiking.callback_request for each row
  when (old.let_go_at is null and new.let_go_at is not null)
  execute function handreiking.note_taken('request-erased', 'id', 'participant_id', '', 'let_go_at', 'end_reason');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.callback_request for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('request-ended', 'id', 'participant_id', '', 'ended_at', 'end_reason');
--> statement-breakpoint
create trigger ledger_word_spent after update on handreiking.callback_request for each row
  when (old.code_word_failures < 5 and new.code_word_failures >= 5)
  execute function handreiking.note_taken('request-word-spent', 'id', 'participant_id');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.appointment for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('appointment-ended', 'id', 'participant_id', '', 'ended_at', 'state');
--> statement-breakpoint
create trigger ledger_forgotten after delete on handreiking.case_contact for each row
  execute function handreiking.note_taken('contact-forgotten', 'case_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_ended after delete on handreiking.code_word for each row
  execute function handreiking.note_taken('code-word-ended', 'case_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_replaced after update on handreiking.code_word for each row when (old.sealed <> new.sealed)
  execute function handreiking.note_taken('code-word-ended', 'case_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_spent after update on handreiking.code_word for each row
  when (old.failures < 5 and new.failures >= 5)
  execute function handreiking.note_taken('code-word-spent', 'case_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_owner after update on handreiking."case" for each row when (old.owner_id <> new.owner_id)
  execute function handreiking.note_taken('case-owner', 'id', 'participant_id', 'owner_id');
--> statement-breakpoint
create trigger ledger_access_ended after delete on handreiking.case_access for each row
  execute function handreiking.note_taken('case-access-ended', 'case_id', 'participant_id', 'member_id');
--> statement-breakpoint
create trigger ledger_access_given after insert on handreiking.case_access for each row
  execute function handreiking.note_taken('case-access-given', 'case_id', 'participant_id', 'member_id', 'granted_at');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.cover for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('cover-ended', 'id', 'participant_id', 'member_id', 'ended_at');
--> statement-breakpoint
create trigger ledger_revoked after update on handreiking.participant_key for each row
  when (old.revoked_at is null and new.revoked_at is not null)
  execute function handreiking.note_taken('participant-key-revoked', 'id', 'participant_id', '', 'revoked_at');
--> statement-breakpoint
create trigger ledger_revoked after update on handreiking.client_key for each row
  when (old.revoked_at is null and new.revoked_at is not null)
  execute function handreiking.note_taken('client-key-revoked', 'id', 'participant_id', 'client_id', 'revoked_at');
--> statement-breakpoint
create trigger ledger_suspended after update on handreiking.participant for each row
  when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.note_taken('participant-suspended', 'id', 'id', '', 'suspended_at');
--> statement-breakpoint
create trigger ledger_back after update on handreiking.participant for each row
  when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.note_taken('participant-readmitted', 'id', 'id');
--> statement-breakpoint
create trigger ledger_two_persons after update on handreiking.participant for each row
  when (old.two_persons <> new.two_persons)
  execute function handreiking.note_taken('two-persons', 'id', 'id', '', '', 'two_persons');
--> statement-breakpoint
create trigger ledger_suspended after update on handreiking.member for each row
  when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.note_taken('member-suspended', 'id', 'participant_id', '', 'suspended_at');
--> statement-breakpoint
create trigger ledger_back after update on handreiking.member for each row
  when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.note_taken('member-reinstated', 'id', 'participant_id');
--> statement-breakpoint
create trigger ledger_roles after update on handreiking.member for each row when (old.roles <> new.roles)
  execute function handreiking.note_taken('member-roles', 'id', 'participant_id', '', '', 'roles');
--> statement-breakpoint
create trigger ledger_suspended after update on handreiking.client for each row
  when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.note_taken('client-suspended', 'id', 'participant_id', '', 'suspended_at');
--> statement-breakpoint
create trigger ledger_back after update on handreiking.client for each row
  when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.note_taken('client-readmitted', 'id', 'participant_id');
--> statement-breakpoint
create trigger ledger_terms after update on handreiking.client for each row
  when ((old.scopes, old.requires_dpop, old.profile) is distinct from (new.scopes, new.requires_dpop, new.profile))
  execute function handreiking.note_taken('client-terms', 'id', 'participant_id', '', '', 'scopes,requires_dpop,profile');
--> statement-breakpoint
create trigger ledger_terms after update on handreiking.partnership for each row
  when ((old.sends, old.receives) is distinct from (new.sends, new.receives))
  execute function handreiking.note_taken('partnership', 'participant_id', 'participant_id', '', '', 'sends,receives');
--> statement-breakpoint
create trigger ledger_rejected after update on handreiking.proposal for each row
  when (old.decision is null and new.decision in ('rejected', 'withdrawn'))
  execute function handreiking.note_taken('proposal-rejected', 'id', 'participant_id', 'decided_by', 'decided_at');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.session for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.note_taken('session-ended', 'id', 'participant_id', 'member_id', 'ended_at');
--> statement-breakpoint
create trigger ledger_revoked after update on handreiking.passkey for each row
  when (old.revoked_at is null and new.revoked_at is not null)
  execute function handreiking.note_taken('passkey-revoked', 'id', 'participant_id', 'member_id', 'revoked_at');
--> statement-breakpoint
create trigger ledger_ended after update on handreiking.invitation for each row
  when (coalesce(old.used_at, old.voided_at) is null and coalesce(new.used_at, new.voided_at) is not null)
  execute function handreiking.note_taken('invitation-ended', 'id', 'participant_id', 'member_id');
--> statement-breakpoint
create trigger ledger_revoked after update on handreiking.calendar_feed for each row
  when (not old.revoked and new.revoked)
  execute function handreiking.note_taken('calendar-revoked', 'id', 'participant_id', 'counsellor_id');
--> statement-breakpoint
create trigger ledger_switched after update on handreiking.web_form for each row when (old.open <> new.open)
  execute function handreiking.note_taken('web-form', 'participant_id', 'participant_id', '', 'changed_at', 'open');
--> statement-breakpoint
create trigger ledger_ended after delete on handreiking.identity_provider for each row
  execute function handreiking.note_taken('provider-ended', 'participant_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_replaced after update on handreiking.identity_provider for each row when (old.* is distinct from new.*)
  execute function handreiking.note_taken('provider-ended', 'participant_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_ended after delete on handreiking.member_identity for each row
  execute function handreiking.note_taken('identity-unlinked', 'member_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_replaced after update on handreiking.member_identity for each row
  when (old.expected <> new.expected or old.subject is not null and old.subject is distinct from new.subject)
  execute function handreiking.note_taken('identity-unlinked', 'member_id', 'participant_id');
--> statement-breakpoint
create trigger ledger_withdrawn after update on handreiking.article for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function handreiking.note_taken('article-withdrawn', 'id', 'participant_id', '', 'withdrawn_at');
--> statement-breakpoint
-- What stands of an entry at the target, and what the chain is hashed over.
create function handreiking.ledger_text(entry handreiking.ledger_entry) returns text language sql stable
  set search_path = handreiking, pg_temp as $$
  select jsonb_build_array(entry.seq, entry.id, entry.kind, entry.subject_id, entry.participant_id, entry.other_id,
    entry.codes, (extract(epoch from entry.at) * 1000000)::bigint)::text
$$;
--> statement-breakpoint
-- Numbers committed entries, at most so many, as one segment, and chains their hashes; one at a time, and writers never
-- wait for it. Answers how many they were.
create function handreiking.seal_ledger(most integer) returns integer language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done ledger_segment;
  entry ledger_entry;
  start bigint;
  number bigint;
  chain bytea;
begin
  if not exists (select from ledger_entry where seq is null) then return 0; end if;
  perform pg_advisory_xact_lock(7160);
  select * into done from ledger_segment order by first desc limit 1;
  number := coalesce(done.last, 0);
  chain := coalesce(done.hash, '\x');
  start := number + 1;
  for entry in select * from ledger_entry where seq is null order by position limit greatest(1, least(most, 1000)) loop
    number := number + 1;
    entry.seq := number;
    chain := sha256(chain || convert_to(ledger_text(entry), 'UTF8'));
    update ledger_entry set seq = number, segment = start where id = entry.id;
  end loop;
  if number >= start then
    insert into ledger_segment (first, last, before, hash, sealed_at)
      values (start, number, coalesce(done.hash, '\x'), chain, now());
  end if;
  return number - start + 1;
end $$;
--> statement-breakpoint
-- How far the database's own ledger reaches; no row before its first entry.
create function handreiking.ledger_head() returns table (first bigint, last bigint, hash bytea, kept boolean, whole boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select first, last, hash, kept_at is not null, not exists (select from ledger_segment where not applied)
    from ledger_segment order by first desc limit 1
$$;
--> statement-breakpoint
-- What is not known to be at the target yet, in order.
create function handreiking.open_segments(most integer)
  returns table (first bigint, last bigint, before bytea, hash bytea) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select first, last, before, hash from ledger_segment where kept_at is null order by first limit most
$$;
--> statement-breakpoint
create function handreiking.kept_segments() returns table (first bigint) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select first from ledger_segment where kept_at is not null order by first
$$;
--> statement-breakpoint
create function handreiking.segment_texts(wanted bigint) returns table (text text) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select ledger_text(entry) from ledger_entry as entry where segment = wanted order by seq
$$;
--> statement-breakpoint
create function handreiking.mark_segment(wanted bigint, kept boolean) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update ledger_segment set kept_at = case when kept then coalesce(kept_at, now()) end where first = wanted
$$;
--> statement-breakpoint
-- Segments that no backup needs any more, by the database's own clock: all older than the last of them go with it.
-- Never the last one, which says where the chain stands.
create function handreiking.let_go_of_ledger(days integer) returns table (first bigint) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  until bigint;
begin
  perform pg_advisory_xact_lock(7160);
  select max(segment.first) into until from ledger_segment as segment
    where sealed_at < now() - make_interval(days => greatest(days, 8))
      and segment.first < (select max(newest.first) from ledger_segment as newest)
      and not exists (select from ledger_segment as open
        where open.first <= segment.first and (open.kept_at is null or not open.applied));
  delete from ledger_entry where segment <= until;
  return query delete from ledger_segment as segment where segment.first <= until returning segment.first;
end $$;
--> statement-breakpoint
revoke execute on function handreiking.note_taken(), handreiking.guard_ledger(),
  handreiking.ledger_text(handreiking.ledger_entry), handreiking.seal_ledger(integer), handreiking.ledger_head(),
  handreiking.open_segments(integer), handreiking.kept_segments(), handreiking.segment_texts(bigint),
  handreiking.mark_segment(bigint, boolean), handreiking.let_go_of_ledger(integer) from public;
--> statement-breakpoint
grant execute on function handreiking.seal_ledger(integer), handreiking.ledger_head(),
  handreiking.open_segments(integer), handreiking.kept_segments(), handreiking.segment_texts(bigint),
  handreiking.mark_segment(bigint, boolean), handreiking.let_go_of_ledger(integer) to handreiking_app;
