-- The tables of the directory, the network, the handoff, the audit and the event feed, with their row-level security.
CREATE TABLE "handreiking"."audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"subject_participant_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"action" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seq" bigint,
	"hash" "bytea",
	CONSTRAINT "audit_event_seq" UNIQUE("participant_id","seq")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"move_id" uuid,
	"referral_id" uuid,
	"sender_id" uuid,
	"recipient_id" uuid,
	"seq" bigint,
	CONSTRAINT "event_seq" UNIQUE("participant_id","seq"),
	CONSTRAINT "event_move" UNIQUE("move_id","participant_id"),
	CONSTRAINT "event_parties" CHECK (num_nonnulls(referral_id, sender_id, recipient_id) in (0, 3)),
	CONSTRAINT "event_feed" CHECK (referral_id is null or participant_id in (sender_id, recipient_id))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_type" text NOT NULL,
	"url" text,
	"name" text,
	"latitude" double precision,
	"longitude" double precision,
	CONSTRAINT "location_type" CHECK (location_type in ('physical', 'postal', 'virtual'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."location" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."organization_participant" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text NOT NULL,
	"email" text,
	"website" text,
	"country" text NOT NULL,
	"last_modified" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."phone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"service_id" uuid,
	"location_id" uuid,
	"number" text NOT NULL,
	"country" text NOT NULL,
	"type" text,
	"description" text,
	CONSTRAINT "phone_of" CHECK (num_nonnulls(organization_id, service_id, location_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."search_word" (
	"word" text NOT NULL,
	"lexeme" text NOT NULL,
	CONSTRAINT "search_word_word_pk" PRIMARY KEY("word")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."search_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."service_area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"name" text NOT NULL,
	"extent" text,
	"extent_type" text,
	"national" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."service_at_location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	CONSTRAINT "service_at_location_pair" UNIQUE("service_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."service_search" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_search" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."attribute" (
	"id" uuid PRIMARY KEY NOT NULL,
	"link_id" uuid NOT NULL,
	"link_entity" text NOT NULL,
	"taxonomy_term_id" uuid NOT NULL,
	CONSTRAINT "attribute_link" UNIQUE("link_id","taxonomy_term_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."service" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text,
	"url" text,
	"email" text,
	"status" text NOT NULL,
	"status_note" text,
	"minimum_age" integer,
	"maximum_age" integer,
	"fees_description" text,
	"last_modified" timestamp with time zone NOT NULL,
	"assured_date" date,
	"assurer_email" text,
	"domain" text NOT NULL,
	"audiences" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"cost" text,
	CONSTRAINT "service_status" CHECK (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
	CONSTRAINT "service_domain" CHECK (domain in ('care', 'investigation', 'legal'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."taxonomy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"version" text,
	CONSTRAINT "taxonomy_name" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."taxonomy_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxonomy_id" uuid NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "taxonomy_term_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."case_access" (
	"case_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_access_case_id_member_id_pk" PRIMARY KEY("case_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"code" text NOT NULL,
	"relation" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"language" text NOT NULL,
	"province" text,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_code" UNIQUE("participant_id","code"),
	CONSTRAINT "case_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "case_relation" UNIQUE("id","participant_id","relation"),
	CONSTRAINT "case_codes" CHECK (relation in ('harmed', 'relative', 'professional') and language in ('nl', 'en', 'fr', 'de', 'es', 'pl', 'tr', 'ar', 'ru', 'uk', 'other') and (province is null or province in ('Drenthe', 'Flevoland', 'Friesland', 'Gelderland', 'Groningen', 'Limburg', 'Noord-Brabant', 'Noord-Holland', 'Overijssel', 'Utrecht', 'Zeeland', 'Zuid-Holland')))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"purpose" text NOT NULL,
	"categories" text[] NOT NULL,
	"capacity" text NOT NULL,
	"method" text NOT NULL,
	"text_version" text NOT NULL,
	"text_language" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"live" boolean GENERATED ALWAYS AS (withdrawn_at is null) STORED NOT NULL,
	CONSTRAINT "consent_basis" UNIQUE("id","case_id","participant_id","recipient_id","purpose","expires_at","live"),
	CONSTRAINT "consent_codes" CHECK (subject in ('caller', 'person-concerned') and purpose in ('handoff', 'feedback', 'follow-up') and capacity in ('adult', '16-17', 'under-16-help-service', 'representative') and method in ('spoken', 'written', 'in-person') and text_language in ('nl', 'en')),
	CONSTRAINT "consent_categories" CHECK (cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]),
	CONSTRAINT "consent_times" CHECK (expires_at > given_at and withdrawn_at >= given_at),
	CONSTRAINT "consent_own_data" CHECK (capacity = 'representative' or subject = 'caller'),
	CONSTRAINT "consent_follow_up" CHECK ((purpose = 'follow-up') = (recipient_id = participant_id)),
	CONSTRAINT "consent_relative" CHECK (capacity = 'representative' or relation = 'harmed' or categories <@ '{contact,identity}'::text[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."help_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"topics" text[] NOT NULL,
	"owner_id" uuid NOT NULL,
	"next_action" text,
	"next_action_on" date,
	"added_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "help_question_case" UNIQUE("id","case_id","participant_id"),
	CONSTRAINT "help_question_domain" CHECK (domain in ('care', 'investigation', 'legal')),
	CONSTRAINT "help_question_topics" CHECK (array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'),
	CONSTRAINT "help_question_next_action" CHECK (num_nonnulls(next_action, next_action_on) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"live" boolean NOT NULL,
	CONSTRAINT "override_basis" UNIQUE("id","case_id","participant_id","recipient_id","expires_at","live")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"help_question_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"drafted_by" uuid NOT NULL,
	"state" text NOT NULL,
	"move_id" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"consent_id" uuid,
	"override_id" uuid,
	"basis_expires_at" timestamp with time zone,
	"domain" text NOT NULL,
	"topics" text[] NOT NULL,
	"relation" text NOT NULL,
	"age_band" text NOT NULL,
	"age_band_of" text NOT NULL,
	"language" text NOT NULL,
	"province" text,
	"urgency" text NOT NULL,
	"safety_flags" text[] NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"offered_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by_function" text,
	"acknowledged_by_name" text,
	"accepted_at" timestamp with time zone,
	"accepted_by_name" text,
	"accepted_by_contact" text,
	"decline_reason" text,
	"better_service_id" uuid,
	"ended_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"answer_due_at" timestamp with time zone,
	"ended" boolean GENERATED ALWAYS AS (state in ('completed', 'declined', 'withdrawn', 'lapsed')) STORED NOT NULL,
	"disclosed" boolean GENERATED ALWAYS AS (state in ('scheduled', 'connected')) STORED NOT NULL,
	"needs_live" boolean GENERATED ALWAYS AS (case when state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') then true end) STORED,
	"basis_purpose" text GENERATED ALWAYS AS ('handoff') STORED NOT NULL,
	CONSTRAINT "referral_parties" UNIQUE("id","sender_id","recipient_id"),
	CONSTRAINT "referral_two_parties" CHECK (sender_id <> recipient_id),
	CONSTRAINT "referral_state" CHECK (state in ('draft', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "referral_codes" CHECK (domain in ('care', 'investigation', 'legal') and age_band in ('under-12', '12-15', '16-17', '18-25', '26-64', '65-plus') and age_band_of in ('caller', 'person-concerned') and language in ('nl', 'en', 'fr', 'de', 'es', 'pl', 'tr', 'ar', 'ru', 'uk', 'other') and (province is null or province in ('Drenthe', 'Flevoland', 'Friesland', 'Gelderland', 'Groningen', 'Limburg', 'Noord-Brabant', 'Noord-Holland', 'Overijssel', 'Utrecht', 'Zeeland', 'Zuid-Holland')) and safety_flags <@ '{"call-withheld-number","no-voicemail","no-mail","shared-phone","watched-online","lives-with-group","minor-involved","interpreter-needed"}'::text[] and (decline_reason is null or decline_reason in ('no-capacity', 'not-offered', 'not-eligible', 'outside-area', 'conflict-of-interest', 'safety', 'already-known', 'other'))),
	CONSTRAINT "referral_topics" CHECK (array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'),
	CONSTRAINT "referral_not_acute" CHECK (urgency in ('normal', 'urgent')),
	CONSTRAINT "referral_basis" CHECK (case when offered_at is null then num_nonnulls(consent_id, override_id, basis_expires_at) = 0 else num_nonnulls(consent_id, override_id) = 1 and basis_expires_at is not null end),
	CONSTRAINT "referral_basis_in_force" CHECK (needs_live is null or moved_at < basis_expires_at),
	CONSTRAINT "referral_offered" CHECK (state in ('draft', 'withdrawn') or offered_at is not null),
	CONSTRAINT "referral_draft" CHECK (state <> 'draft' or offered_at is null),
	CONSTRAINT "referral_deadline" CHECK ((due_at is not null) = (needs_live is not null)),
	CONSTRAINT "referral_ended" CHECK ((ended_at is not null) = (state in ('completed', 'declined', 'withdrawn', 'lapsed'))),
	CONSTRAINT "referral_accepted" CHECK (num_nonnulls(accepted_at, accepted_by_name, accepted_by_contact) in (0, 3) and (state not in ('accepted', 'scheduled', 'connected', 'completed') or accepted_at is not null)),
	CONSTRAINT "referral_acknowledged" CHECK (num_nonnulls(acknowledged_at, acknowledged_by_function) in (0, 2) and (state <> 'acknowledged' or acknowledged_at is not null)),
	CONSTRAINT "referral_declined" CHECK ((state = 'declined') = (decline_reason is not null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."client_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "client_key_kid" UNIQUE("client_id","kid")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	CONSTRAINT "client_participant" UNIQUE("id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."client" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	CONSTRAINT "member_participant" UNIQUE("id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."participant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"reach" text NOT NULL,
	"operator" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	CONSTRAINT "participant_reach" CHECK (reach in ('api', 'console', 'link', 'phone'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."partnership" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"sends" boolean NOT NULL,
	"receives" boolean NOT NULL,
	"acknowledge_within" integer NOT NULL,
	"answer_within" integer NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partnership_times" CHECK (acknowledge_within between 1 and 30 and answer_within between 1 and 30)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."used_assertion" (
	"participant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_assertion_client_id_jti_pk" PRIMARY KEY("client_id","jti")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."used_assertion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."idempotency_record" (
	"participant_id" uuid NOT NULL,
	"key_fingerprint" text NOT NULL,
	"body_fingerprint" text NOT NULL,
	"record_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_record_participant_id_key_fingerprint_pk" PRIMARY KEY("participant_id","key_fingerprint")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."idempotency_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD CONSTRAINT "location_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ADD CONSTRAINT "organization_participant_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ADD CONSTRAINT "organization_participant_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD CONSTRAINT "service_area_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ADD CONSTRAINT "service_at_location_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ADD CONSTRAINT "service_at_location_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_search" ADD CONSTRAINT "service_search_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD CONSTRAINT "attribute_link_id_service_id_fk" FOREIGN KEY ("link_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD CONSTRAINT "attribute_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD CONSTRAINT "service_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ADD CONSTRAINT "taxonomy_term_taxonomy_id_taxonomy_id_fk" FOREIGN KEY ("taxonomy_id") REFERENCES "handreiking"."taxonomy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ADD CONSTRAINT "case_access_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ADD CONSTRAINT "case_access_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."case" ADD CONSTRAINT "case_owner" FOREIGN KEY ("owner_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_case" FOREIGN KEY ("case_id","participant_id","relation") REFERENCES "handreiking"."case"("id","participant_id","relation") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_taker" FOREIGN KEY ("taken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_case_fk" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_owner" FOREIGN KEY ("owner_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_sender_id_participant_id_fk" FOREIGN KEY ("sender_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_better_service_id_service_id_fk" FOREIGN KEY ("better_service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_question" FOREIGN KEY ("help_question_id","case_id","sender_id") REFERENCES "handreiking"."help_question"("id","case_id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_relation" FOREIGN KEY ("case_id","sender_id","relation") REFERENCES "handreiking"."case"("id","participant_id","relation") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_drafter" FOREIGN KEY ("drafted_by","sender_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ADD CONSTRAINT "client_key_client_id_participant_id_client_id_participant_id_fk" FOREIGN KEY ("client_id","participant_id") REFERENCES "handreiking"."client"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD CONSTRAINT "client_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."member" ADD CONSTRAINT "member_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_unsealed" ON "handreiking"."audit_event" USING btree ("participant_id") WHERE seq is null;--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "handreiking"."audit_event" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "event_unnumbered" ON "handreiking"."event" USING btree ("participant_id") WHERE seq is null;--> statement-breakpoint
CREATE INDEX "location_of_organization" ON "handreiking"."location" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "organization_participant_of" ON "handreiking"."organization_participant" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "organization_name" ON "handreiking"."organization" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "phone_of_organization" ON "handreiking"."phone" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "phone_of_service" ON "handreiking"."phone" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "search_word_lexeme" ON "handreiking"."search_word" USING btree ("lexeme");--> statement-breakpoint
CREATE INDEX "search_word_trigram" ON "handreiking"."search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "service_area_of_service" ON "handreiking"."service_area" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_search_document" ON "handreiking"."service_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "attribute_term" ON "handreiking"."attribute" USING btree ("taxonomy_term_id");--> statement-breakpoint
CREATE INDEX "service_name" ON "handreiking"."service" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "service_of_organization" ON "handreiking"."service" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "taxonomy_term_parent" ON "handreiking"."taxonomy_term" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "consent_of_case" ON "handreiking"."consent" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "help_question_of_case" ON "handreiking"."help_question" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_one_disclosure" ON "handreiking"."referral" USING btree ("help_question_id") WHERE disclosed;--> statement-breakpoint
CREATE INDEX "referral_inbox" ON "handreiking"."referral" USING btree ("recipient_id","offered_at","id") WHERE offered_at is not null;--> statement-breakpoint
CREATE INDEX "referral_outbox" ON "handreiking"."referral" USING btree ("sender_id","drafted_at","id");--> statement-breakpoint
CREATE INDEX "referral_of_consent" ON "handreiking"."referral" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "referral_of_question" ON "handreiking"."referral" USING btree ("help_question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_operator" ON "handreiking"."participant" USING btree ("operator") WHERE operator;--> statement-breakpoint
CREATE INDEX "idempotency_record_at" ON "handreiking"."idempotency_record" USING btree ("at");--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."audit_event" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."audit_event"."participant_id", "handreiking"."audit_event"."subject_participant_id"));--> statement-breakpoint
CREATE POLICY "two_party_insert" ON "handreiking"."audit_event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."audit_event"."participant_id" = (select handreiking.actor_participant()) and seq is null and hash is null);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."event" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."event"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."event"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own_told_by_other_party" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (referral_id is not null and seq is null and (select handreiking.actor_participant()) in (sender_id, recipient_id));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."location" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."location" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."location" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization_participant" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization_participant" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization_participant" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."phone" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."phone" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."phone" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."search_word" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."search_word" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."search_word" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_area" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_area" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_area" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_at_location" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_at_location" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_at_location" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_search" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_search" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_search" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."attribute" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."attribute" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."attribute" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."taxonomy" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."taxonomy" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."taxonomy" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_access" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_access"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_access"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."consent" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."consent"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."consent"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."help_question" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."help_question"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."help_question"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "two_party_sent" ON "handreiking"."referral" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."referral"."sender_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."referral"."sender_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "two_party_received" ON "handreiking"."referral" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null);--> statement-breakpoint
CREATE POLICY "two_party_answered" ON "handreiking"."referral" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null) WITH CHECK ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."client_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."client_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."client_key"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."client" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."client"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."client"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."member" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."member"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."member"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."participant" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."participant" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."partnership" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."partnership" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."partnership" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."used_assertion" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."used_assertion"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."used_assertion"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."idempotency_record" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."idempotency_record"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."idempotency_record"."participant_id" = (select handreiking.actor_participant()));