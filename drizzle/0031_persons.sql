-- The second person is signed in and another human; what sends handoffs elsewhere takes two; emergency calls that were made.
CREATE TABLE "handreiking"."emergency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"told" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"categories" text[] NOT NULL,
	"whose" text NOT NULL,
	"danger" text NOT NULL,
	"tried" text[] NOT NULL,
	"tried_ids" uuid[] NOT NULL,
	"sealed_words" "bytea" NOT NULL,
	"sealed_new" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"review_due_at" timestamp with time zone NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"finding" text,
	CONSTRAINT "emergency_codes" CHECK (told in ('112', 'police', 'veilig-thuis', 'crisis-service') and whose in ('caller', 'person-concerned', 'child', 'other') and danger in ('life', 'incapacity') and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[] and cardinality(tried) > 0 and tried <@ '{"caller","colleague","on-call-colleague","coordinator","partner","nobody"}'::text[] and finding in ('right', 'right-tell-less', 'not-needed')),
	CONSTRAINT "emergency_times" CHECK (told_at <= recorded_at and review_due_at = recorded_at + interval '24 hours' and reviewed_at >= recorded_at),
	CONSTRAINT "emergency_reviewed" CHECK (num_nonnulls(reviewed_by, reviewed_at, finding) in (0, 3)),
	CONSTRAINT "emergency_two_persons" CHECK (reviewed_by <> recorded_by)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."override_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"override_id" uuid NOT NULL,
	"member_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."countersignature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"first_ids" uuid[] NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "countersignature_second_person" CHECK (cardinality(first_ids) > 0 and array_position(first_ids, null) is null and member_id <> all (first_ids))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."countersignature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."person_mark" (
	"mark" text NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "person_mark_mark_member_id_pk" PRIMARY KEY("mark","member_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."person_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" DROP CONSTRAINT "proposal_kind";--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" DROP CONSTRAINT "proposal_second_person";--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_participant" UNIQUE("id","participant_id");--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_recorder" FOREIGN KEY ("recorded_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_override" FOREIGN KEY ("override_id","participant_id") REFERENCES "handreiking"."override"("id","participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_asker" FOREIGN KEY ("asked_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_asked" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."countersignature" ADD CONSTRAINT "countersignature_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."person_mark" ADD CONSTRAINT "person_mark_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "handreiking"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emergency_of_case" ON "handreiking"."emergency" USING btree ("case_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "emergency_to_review" ON "handreiking"."emergency" USING btree ("participant_id","review_due_at") WHERE reviewed_at is null;--> statement-breakpoint
CREATE INDEX "override_request_of" ON "handreiking"."override_request" USING btree ("override_id","asked_at");--> statement-breakpoint
CREATE INDEX "countersignature_subject" ON "handreiking"."countersignature" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "person_mark_member" ON "handreiking"."person_mark" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_kind" CHECK (kind in ('add-member', 'change-member', 'reinstate-member', 'add-client', 'change-client', 'readmit-client', 'add-client-key', 'add-participant-key', 'keep-identity-provider', 'link-member', 'end-two-persons', 'admit-participant', 'agree-partnership', 'readmit-participant', 'link-organization', 'move-service'));--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_second_person" CHECK (decision <> 'confirmed' or decided_by <> proposed_by and decided_through is null) NOT VALID;--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."emergency" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."emergency"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."emergency"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override_request" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override_request"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override_request"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."countersignature" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."countersignature"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."countersignature"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."person_mark" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
-- by hand
grant select, insert on handreiking.countersignature, handreiking.override_request to handreiking_app;
--> statement-breakpoint
grant select, insert, update (reviewed_by, reviewed_at, finding) on handreiking.emergency to handreiking_app;
--> statement-breakpoint
-- By what a member is known as a human. It stays when a link or a passkey goes: whoever was both is one person.
create function handreiking.mark_person() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  known jsonb := to_jsonb(new);
begin
  insert into person_mark (member_id, mark)
    select new.member_id, encode(sha256(convert_to(case tg_table_name
      when 'passkey' then 'passkey ' || (known ->> 'public_key')
      else 'provider ' || jsonb_build_array(known -> 'issuer', known -> 'subject')::text end, 'UTF8')), 'hex')
    where tg_table_name = 'passkey' or known ->> 'subject' is not null
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger mark_person after insert on handreiking.passkey
  for each row execute function handreiking.mark_person();
--> statement-breakpoint
create trigger mark_person after insert or update on handreiking.member_identity
  for each row execute function handreiking.mark_person();
--> statement-breakpoint
insert into handreiking.person_mark (member_id, mark)
  select member_id, encode(sha256(convert_to('passkey ' || (to_jsonb(passkey) ->> 'public_key'), 'UTF8')), 'hex')
    from handreiking.passkey
  union
  select member_id, encode(sha256(convert_to('provider ' || jsonb_build_array(issuer, subject)::text, 'UTF8')), 'hex')
    from handreiking.member_identity where subject is not null;
--> statement-breakpoint
-- Whether two members are known by one passkey or one subject of a provider; asked about a member of one's own.
create function handreiking.is_one_human(one uuid, other uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from person_mark as mine join person_mark as theirs using (mark)
    where mine.member_id = one and theirs.member_id = other)
    and exists (select from member where id in (one, other) and participant_id = actor_participant())
$$;
--> statement-breakpoint
-- A second person's hand: signed in at that moment with a session of exactly that member, and another human.
create function handreiking.guard_countersignature() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  -- The session is held until the decision is committed: its end comes before or after it.
  perform from session where id = new.session_id and member_id = new.member_id
    and participant_id = new.participant_id and ended_at is null
    and started_at <= new.at and expires_at > new.at for share;
  if not found or not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.member_id and member.suspended_at is null and participant.suspended_at is null)
  then raise exception 'a second person is signed in' using errcode = 'HR125'; end if;
  if exists (select from unnest(new.first_ids) as first where is_one_human(new.member_id, first))
  then raise exception 'one human is no second person' using errcode = 'HR126'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.countersignature
  for each row execute function handreiking.guard_countersignature();
--> statement-breakpoint
-- What a second person decides carries that person's hand, of the same transaction. The arguments are the columns of
-- the record, of the second person, and of whoever was first.
create function handreiking.check_countersigned() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := to_jsonb(new);
  firsts uuid[] := '{}';
begin
  for place in 2 .. tg_nargs - 1 loop
    firsts := firsts || (done ->> tg_argv[place])::uuid;
  end loop;
  if not exists (select from countersignature where subject_id = (done ->> tg_argv[0])::uuid
      and member_id = (done ->> tg_argv[1])::uuid and first_ids @> firsts
      and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person signs it' using errcode = 'HR127'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger second_person_approves after update on handreiking.override
  deferrable initially deferred for each row
  when (new.approved_by is not null and (old.approved_by, old.approved_at) is distinct from (new.approved_by, new.approved_at))
  execute function handreiking.check_countersigned('id', 'approved_by', 'made_by');
--> statement-breakpoint
create constraint trigger second_person_reviews after update on handreiking.override
  deferrable initially deferred for each row
  when (new.reviewed_by is not null and (old.reviewed_by, old.reviewed_at) is distinct from (new.reviewed_by, new.reviewed_at))
  execute function handreiking.check_countersigned('id', 'reviewed_by', 'made_by');
--> statement-breakpoint
create constraint trigger second_person_decides after update on handreiking.override
  deferrable initially deferred for each row
  when (new.objection_decided_by is not null and (old.objection_decided_by, old.objection_decided_at)
    is distinct from (new.objection_decided_by, new.objection_decided_at))
  execute function handreiking.check_countersigned('id', 'objection_decided_by', 'made_by');
--> statement-breakpoint
create constraint trigger second_person_confirms after update on handreiking.proposal
  deferrable initially deferred for each row when (new.decision = 'confirmed')
  execute function handreiking.check_countersigned('id', 'decided_by', 'proposed_by');
--> statement-breakpoint
create constraint trigger second_person_reviews after insert on handreiking.signal_review
  deferrable initially deferred for each row
  execute function handreiking.check_countersigned('signal_id', 'reviewed_by', 'registered_by');
--> statement-breakpoint
create constraint trigger second_person_publishes after insert on handreiking.article_publication
  deferrable initially deferred for each row
  execute function handreiking.check_countersigned('article_id', 'published_by', 'author_id');
--> statement-breakpoint
create constraint trigger second_person_approves after update on handreiking.invitation
  deferrable initially deferred for each row when (new.approved_by is not null and old.approved_by is null)
  execute function handreiking.check_countersigned('id', 'approved_by', 'invited_by', 'member_id');
--> statement-breakpoint
create constraint trigger second_person_reviews after update on handreiking.emergency
  deferrable initially deferred for each row when (new.reviewed_by is not null)
  execute function handreiking.check_countersigned('id', 'reviewed_by', 'recorded_by');
--> statement-breakpoint
-- Partner and counsellor are two where two wrote it down. At one helpline, for a partner by telephone, both could come
-- through one system: then the second is signed in.
create function handreiking.check_confirmed_by_two() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.confirmed_by <> 'caller'
    and exists (select from member where id = new.recorded_by and participant_id = new.sender_id)
    and exists (select from contact_confirmation as earlier join member on member.id = earlier.recorded_by
      where earlier.referral_id = new.referral_id and earlier.side <> new.side and earlier.confirmed_by <> 'caller'
        and member.participant_id = new.sender_id
        and not exists (select from countersignature where subject_id = new.referral_id
          and xmin = pg_current_xact_id()::xid
          and (member_id = new.recorded_by and first_ids @> array[earlier.recorded_by]
            or member_id = earlier.recorded_by and first_ids @> array[new.recorded_by])))
  then raise exception 'a second person confirms it' using errcode = 'HR128'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger second_person_confirms after insert on handreiking.contact_confirmation
  deferrable initially deferred for each row execute function handreiking.check_confirmed_by_two();
--> statement-breakpoint
-- The hand goes with what it stood under.
create function handreiking.drop_countersignatures() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from countersignature where subject_id = old.id;
  return null;
end $$;
--> statement-breakpoint
create trigger countersignatures_end after delete on handreiking.override
  for each row execute function handreiking.drop_countersignatures();
--> statement-breakpoint
create trigger countersignatures_end after delete on handreiking.emergency
  for each row execute function handreiking.drop_countersignatures();
--> statement-breakpoint
create trigger countersignatures_end after delete on handreiking.referral
  for each row execute function handreiking.drop_countersignatures();
--> statement-breakpoint
-- Who was consulted on an override could have said no: a counsellor who can act, and another human than its maker.
create function handreiking.check_consulted() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from member where id = new.consulted_id and participant_id = new.participant_id
    and suspended_at is null and 'counsellor' = any (roles) for share;
  if not found or is_one_human(new.made_by, new.consulted_id)
  then raise exception 'a counsellor who can act is consulted' using errcode = 'HR129'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger consulted_when_made after insert on handreiking.override
  deferrable initially deferred for each row execute function handreiking.check_consulted();
--> statement-breakpoint
create constraint trigger consulted_when_approved after update on handreiking.override
  deferrable initially deferred for each row when (old.approved_by is null and new.approved_by is not null)
  execute function handreiking.check_consulted();
--> statement-breakpoint
-- Who answers for a service receives the handoffs to it: that goes to another participant by two persons' hands, or by
-- the operator's at the server.
create function handreiking.check_rerouting() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  network record;
  subject uuid;
  wanted jsonb;
begin
  select id, two_persons into network from participant where operator;
  if not network.two_persons then return null; end if;
  if tg_table_name = 'service' then
    -- Who answers for both stays so until this is committed.
    perform from organization_participant where organization_id in (old.organization_id, new.organization_id) for share;
    if (select participant_id from organization_participant where organization_id = old.organization_id)
      is not distinct from (select participant_id from organization_participant where organization_id = new.organization_id)
    then return null; end if;
    subject := new.id;
    wanted := jsonb_build_object('organizationId', new.organization_id);
  elsif new.organization_id = old.organization_id then
    subject := new.organization_id;
    wanted := jsonb_build_object('participantId', new.participant_id);
  end if;
  if exists (select from audit_event where subject_id = subject and actor_kind = 'job'
    and action in ('organization.linked', 'service.moved') and xmin = pg_current_xact_id()::xid) then return null; end if;
  if not exists (select from proposal where participant_id = network.id and kind = tg_argv[0]
    and subject_id = subject and content @> wanted and decision = 'confirmed'
    and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person stands for where handoffs go' using errcode = 'HR130'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger rerouted after update on handreiking.organization_participant
  deferrable initially deferred for each row when (old is distinct from new)
  execute function handreiking.check_rerouting('link-organization');
--> statement-breakpoint
create constraint trigger rerouted after update of organization_id on handreiking.service
  deferrable initially deferred for each row when (old.organization_id is distinct from new.organization_id)
  execute function handreiking.check_rerouting('move-service');
--> statement-breakpoint
-- An emergency call is written down undecided, reviewed once, and otherwise stays as it is.
create function handreiking.guard_emergency() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.reviewed_by is not null
    or tg_op = 'UPDATE' and (old.reviewed_by is not null
      or to_jsonb(old) - '{reviewed_by,reviewed_at,finding}'::text[]
        <> to_jsonb(new) - '{reviewed_by,reviewed_at,finding}'::text[])
  then raise exception 'an emergency call stays as it was told' using errcode = 'HR131'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on handreiking.emergency
  for each row execute function handreiking.guard_emergency();
--> statement-breakpoint
create function handreiking.check_emergency_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and case_id = new.case_id and xmin = pg_current_xact_id()::xid
      and action = case tg_op when 'INSERT' then 'emergency.recorded' else 'emergency.reviewed' end)
  then raise exception 'an emergency call without its audit entry' using errcode = 'HR132'; end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger emergency_told after insert or update on handreiking.emergency
  deferrable initially deferred for each row execute function handreiking.check_emergency_told();
--> statement-breakpoint
-- Whoever is asked to decide could: not its maker, and a counsellor who can act.
create function handreiking.guard_override_request() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from override where id = new.override_id and participant_id = new.participant_id
      and ended_at is null and made_by is distinct from new.member_id)
    or new.member_id is not null and not exists (select from member where id = new.member_id
      and suspended_at is null and 'counsellor' = any (roles))
  then raise exception 'nobody who could decide on it' using errcode = 'HR133'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on handreiking.override_request
  for each row execute function handreiking.guard_override_request();
--> statement-breakpoint
revoke execute on function handreiking.mark_person(), handreiking.is_one_human(uuid, uuid),
  handreiking.guard_countersignature(), handreiking.check_countersigned(), handreiking.check_confirmed_by_two(),
  handreiking.drop_countersignatures(), handreiking.check_consulted(), handreiking.check_rerouting(),
  handreiking.guard_emergency(), handreiking.check_emergency_told(), handreiking.guard_override_request() from public;
--> statement-breakpoint
grant execute on function handreiking.is_one_human(uuid, uuid) to handreiking_app;
