-- Every table with its keys and indexes, as src/*/schema.ts declares them, and what that cannot declare.

CREATE TABLE "handreiking"."audit_checkpoint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"latest_at" timestamp with time zone NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "audit_checkpoint_seq" UNIQUE("participant_id","seq")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."audit_checkpoint" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"subject_participant_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"actor_roles" text[] DEFAULT '{}' NOT NULL,
	"operation" text,
	"action" text NOT NULL,
	"purpose" text DEFAULT 'unstated' NOT NULL,
	"outcome" text DEFAULT 'allowed' NOT NULL,
	"subject_id" uuid NOT NULL,
	"case_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"seq" bigint,
	"hash" "bytea",
	CONSTRAINT "audit_event_seq" UNIQUE("participant_id","seq"),
	CONSTRAINT "audit_event_outcome" CHECK (outcome in ('allowed', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."audit_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."case_access" (
	"case_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_access_case_id_member_id_pk" PRIMARY KEY("case_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."case" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."help_question_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"help_question_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"next_action" text,
	"next_action_on" date,
	"end_reason" text,
	"changed_by" uuid,
	"at" timestamp with time zone NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "handreiking"."help_question_change_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question_change" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
	"end_reason" text,
	"conversation_id" uuid,
	"sealed" "bytea",
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_question_case" UNIQUE("id","case_id","participant_id"),
	CONSTRAINT "help_question_domain" CHECK (domain in ('care', 'investigation', 'legal')),
	CONSTRAINT "help_question_topics" CHECK (array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'),
	CONSTRAINT "help_question_next_action" CHECK (num_nonnulls(next_action, next_action_on) in (0, 2)),
	CONSTRAINT "help_question_next_action_code" CHECK (next_action ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "help_question_end" CHECK (num_nonnulls(ended_at, end_reason) in (0, 2) and end_reason in ('advised', 'listened', 'referred', 'solved-otherwise', 'no-longer-wanted', 'out-of-reach', 'unanswered'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "keys"."case_key" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."case_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
	CONSTRAINT "consent_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "consent_basis" UNIQUE("id","case_id","participant_id","recipient_id","purpose","expires_at","live"),
	CONSTRAINT "consent_codes" CHECK (subject in ('caller', 'person-concerned') and purpose in ('handoff', 'feedback', 'follow-up') and capacity in ('adult', '16-17', 'under-16-help-service', 'representative') and method in ('spoken', 'written', 'in-person') and text_language in ('nl', 'en')),
	CONSTRAINT "consent_categories" CHECK (cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]),
	CONSTRAINT "consent_times" CHECK (expires_at > given_at and withdrawn_at >= given_at),
	CONSTRAINT "consent_own_data" CHECK (capacity = 'representative' or subject = 'caller'),
	CONSTRAINT "consent_follow_up" CHECK ((purpose = 'follow-up') = (recipient_id = participant_id)),
	CONSTRAINT "consent_relative" CHECK (capacity = 'representative' or relation = 'harmed' or categories <@ '{contact,identity}'::text[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."consent_receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"first_issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_receipt_once" UNIQUE("consent_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."cover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"covered_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"arranged_by" uuid NOT NULL,
	"arranged_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "cover_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "cover_two_persons" CHECK (covered_by <> member_id),
	CONSTRAINT "cover_given" CHECK (covered_by <> arranged_by),
	CONSTRAINT "cover_length" CHECK (ends_at > starts_at and ends_at <= starts_at + interval '93 days')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."case_contact" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"revision" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_contact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."case_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."code_word" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "code_word_failures" CHECK (failures between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."code_word" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."safe_contact" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"revision" uuid NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	CONSTRAINT "safe_contact_verified" CHECK (num_nonnulls(verified_at, verified_by) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."case_take_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text DEFAULT 'taken-over' NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"by_member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"returnable_until" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "case_take_over_reason" CHECK (reason in ('owner-absent', 'owner-left', 'caller-asked', 'conflict-of-interest', 'workload')),
	CONSTRAINT "case_take_over_kind" CHECK (kind in ('taken-over', 'handed-over', 'returned') and (returnable_until is not null) = (kind = 'handed-over')),
	CONSTRAINT "case_take_over_answer" CHECK (num_nonnulls(answer, answered_at) = 0 or num_nonnulls(answer, answered_at) = 2 and kind = 'handed-over' and answer in ('accepted', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"service_id" uuid,
	"service_at_location_id" uuid,
	"location_id" uuid,
	"name" text,
	"title" text,
	"department" text,
	"email" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."language" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid,
	"location_id" uuid,
	"phone_id" uuid,
	"name" text,
	"code" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."language" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."phone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"service_id" uuid,
	"location_id" uuid,
	"contact_id" uuid,
	"service_at_location_id" uuid,
	"number" text NOT NULL,
	"extension" integer,
	"country" text NOT NULL,
	"type" text,
	"description" text,
	CONSTRAINT "phone_of" CHECK (num_nonnulls(organization_id, service_id, location_id, contact_id, service_at_location_id) > 0)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."directory_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"change" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"number" bigint,
	CONSTRAINT "directory_change_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."directory_change" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."directory_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "handreiking"."directory_version_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"root_entity" text,
	"root_id" uuid,
	"change" text NOT NULL,
	"fields" text[],
	"content" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"participant_id" uuid,
	"actor_kind" text,
	"actor_id" uuid,
	"on_behalf_of" uuid
);
--> statement-breakpoint
ALTER TABLE "handreiking"."directory_version" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."directory_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"source" text NOT NULL,
	"keep_valid" boolean NOT NULL,
	"dry_run" boolean NOT NULL,
	"state" text NOT NULL,
	"size" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"elements" integer,
	"records" jsonb,
	"changed" integer,
	"repairs" integer,
	"refusals" integer,
	"findings_left_out" integer,
	"received_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "directory_import_of" UNIQUE("id","participant_id"),
	CONSTRAINT "directory_import_state" CHECK (state in ('receiving', 'received', 'running', 'finished', 'refused', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."directory_import" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."import_finding" (
	"import_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"row" integer NOT NULL,
	"entity" text NOT NULL,
	"field" text NOT NULL,
	"value_class" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_finding_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."import_finding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."import_part" (
	"import_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_part_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."import_part" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."accessibility" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text,
	"details" text,
	"url" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."accessibility" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"attention" text,
	"address_1" text NOT NULL,
	"address_2" text,
	"city" text NOT NULL,
	"region" text,
	"state_province" text NOT NULL,
	"postal_code" text NOT NULL,
	"country" text NOT NULL,
	"address_type" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."address" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"location_type" text NOT NULL,
	"url" text,
	"name" text,
	"alternate_name" text,
	"description" text,
	"transportation" text,
	"latitude" double precision,
	"longitude" double precision,
	"external_identifier" text,
	"external_identifier_type" text,
	"confidential" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "location_type" CHECK (location_type in ('physical', 'postal', 'virtual'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."location" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."organization_identifier" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"identifier_scheme" text,
	"identifier_type" text NOT NULL,
	"identifier" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_identifier" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."organization_participant" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text NOT NULL,
	"email" text,
	"website" text,
	"tax_status" text,
	"tax_id" text,
	"year_incorporated" integer,
	"legal_status" text,
	"logo" text,
	"uri" text,
	"parent_organization_id" uuid,
	"country" text NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"last_modified" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."program" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."program" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."correction" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."duplicate_dismissal" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "duplicate_dismissal_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "duplicate_dismissal_order" CHECK (first_id < second_id)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."duplicate_dismissal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."removed_synonym" (
	"phrase" text NOT NULL,
	"taxonomy_term_id" uuid NOT NULL,
	CONSTRAINT "removed_synonym_phrase_taxonomy_term_id_pk" PRIMARY KEY("phrase","taxonomy_term_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."removed_synonym" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service_intake" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"available_places" integer,
	"waiting_days" integer,
	"as_of" timestamp with time zone NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "service_intake_told" CHECK (num_nonnulls(available_places, waiting_days) > 0)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_intake" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."verification_request" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."verification_request" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."verification_round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"asked" integer NOT NULL,
	"unreachable" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."verification_round" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."verification" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid,
	"location_id" uuid,
	"service_at_location_id" uuid,
	"valid_from" date,
	"valid_to" date,
	"dtstart" date,
	"until" date,
	"count" integer,
	"wkst" text,
	"freq" text,
	"interval" integer,
	"byday" text,
	"byweekno" text,
	"bymonthday" text,
	"byyearday" text,
	"description" text,
	"opens_at" time,
	"closes_at" time,
	"schedule_link" text,
	"attending_type" text,
	"notes" text,
	"time_zone" text DEFAULT 'Europe/Amsterdam' NOT NULL,
	"channel" text,
	CONSTRAINT "schedule_freq" CHECK (freq in ('WEEKLY', 'MONTHLY')),
	CONSTRAINT "schedule_wkst" CHECK (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."search_synonym" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phrase" text NOT NULL,
	"taxonomy_term_id" uuid NOT NULL,
	CONSTRAINT "search_synonym_pair" UNIQUE("phrase","taxonomy_term_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."search_synonym" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."search_word" (
	"word" text NOT NULL,
	"lexeme" text NOT NULL,
	"sound" text DEFAULT '' NOT NULL,
	CONSTRAINT "search_word_word_pk" PRIMARY KEY("word")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."search_word" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service_search" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_search" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."cost_option" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"option" text,
	"currency" text,
	"amount" double precision,
	"amount_description" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."cost_option" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."funding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"service_id" uuid,
	"source" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."required_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"document" text,
	"uri" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."required_document" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service_area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid,
	"service_at_location_id" uuid,
	"name" text NOT NULL,
	"description" text,
	"uri" text,
	"extent" text,
	"extent_type" text,
	"national" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service_at_location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text,
	CONSTRAINT "service_at_location_pair" UNIQUE("service_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service_capacity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"available" double precision NOT NULL,
	"maximum" double precision,
	"description" text,
	"updated" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service_capacity" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."service" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text,
	"program_id" uuid,
	"url" text,
	"email" text,
	"status" text NOT NULL,
	"status_note" text,
	"minimum_age" integer,
	"maximum_age" integer,
	"eligibility_description" text,
	"interpretation_services" text,
	"application_process" text,
	"fees_description" text,
	"wait_time" text,
	"accreditations" text,
	"licenses" text,
	"alert" text,
	"last_modified" timestamp with time zone NOT NULL,
	"assured_date" date,
	"assurer_email" text,
	"domain" text NOT NULL,
	"audiences" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"cost" text,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "service_status" CHECK (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
	CONSTRAINT "service_deleted" CHECK (deleted_at is null or status = 'defunct'),
	CONSTRAINT "service_domain" CHECK (domain in ('care', 'investigation', 'legal'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."service" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scheme" text,
	"identifier" text,
	"uri" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."unit" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."url" (
	"id" uuid PRIMARY KEY NOT NULL,
	"label" text,
	"url" text NOT NULL,
	"organization_id" uuid,
	"service_id" uuid
);
--> statement-breakpoint
ALTER TABLE "handreiking"."url" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."attribute" (
	"id" uuid PRIMARY KEY NOT NULL,
	"link_id" uuid NOT NULL,
	"link_entity" text NOT NULL,
	"taxonomy_term_id" uuid,
	"link_type" text,
	"value" text,
	"label" text,
	CONSTRAINT "attribute_link" UNIQUE NULLS NOT DISTINCT("link_id","taxonomy_term_id","link_type","value")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."metadata" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resource_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"last_action_date" text NOT NULL,
	"last_action_type" text NOT NULL,
	"field_name" text NOT NULL,
	"previous_value" text NOT NULL,
	"replacement_value" text NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."metadata" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."taxonomy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"uri" text,
	"version" text,
	CONSTRAINT "taxonomy_name" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."taxonomy_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxonomy_id" uuid NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"name_en" text,
	"language" text,
	"term_uri" text,
	CONSTRAINT "taxonomy_term_code" UNIQUE("taxonomy_id","code")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."emergency" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."obligation" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"fetched_at" timestamp with time zone,
	"chases" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_as" text,
	"ground" text,
	"retained_until" date,
	"ended_by_function" text,
	CONSTRAINT "obligation_ended" CHECK ((ended_at is null) = (ended_as is null) and ended_as in ('deleted', 'never-opened', 'retained') and ground in ('medical-treatment-act', 'youth-act', 'legal-claim', 'criminal-procedure', 'archives-act') and (ended_as is not distinct from 'retained') = (ground is not null) and (ground is null) = (retained_until is null)),
	CONSTRAINT "obligation_opened" CHECK (ended_as is distinct from 'never-opened' or fetched_at is null)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."obligation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."override_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"override_id" uuid NOT NULL,
	"member_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "keys"."disclosure_key" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."disclosure_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."erasure" (
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"removed" jsonb NOT NULL,
	CONSTRAINT "erasure_participant_id_case_id_pk" PRIMARY KEY("participant_id","case_id"),
	CONSTRAINT "erasure_reason" CHECK (reason in ('caller-request', 'retention', 'mistake'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."erasure" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."override_release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "override_release_two_persons" CHECK (member_id <> released_by)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"categories" text[] NOT NULL,
	"ground" text NOT NULL,
	"whose" text,
	"sealed" "bytea" NOT NULL,
	"consulted_id" uuid NOT NULL,
	"caller_told" text NOT NULL,
	"after_refusal" boolean NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"maker_bound" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"review_due_at" timestamp with time zone,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"upheld" boolean,
	"objected_at" timestamp with time zone,
	"decide_by" timestamp with time zone,
	"objection_decided_by" uuid,
	"objection_decided_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"needs_approval" boolean GENERATED ALWAYS AS (ground <> 'vital-interest' or after_refusal or maker_bound) STORED NOT NULL,
	"live" boolean GENERATED ALWAYS AS (ended_at is null and (approved_at is not null or not (ground <> 'vital-interest' or after_refusal or maker_bound))) STORED NOT NULL,
	"disputed" boolean GENERATED ALWAYS AS (objected_at is not null and objection_decided_at is null) STORED NOT NULL,
	"stands_until" timestamp with time zone GENERATED ALWAYS AS (least(expires_at, case when reviewed_at is null then review_due_at end, case when objected_at is not null and objection_decided_at is null then decide_by end)) STORED NOT NULL,
	CONSTRAINT "override_basis" UNIQUE("id","case_id","participant_id","recipient_id","stands_until","live","disputed"),
	CONSTRAINT "override_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "override_codes" CHECK (subject in ('caller', 'person-concerned') and ground in ('vital-interest', 'legal-duty', 'legal-right', 'court-order') and whose in ('caller-incapable', 'another-person') and caller_told in ('told', 'not-told-danger', 'not-told-unreachable') and cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]),
	CONSTRAINT "override_times" CHECK (expires_at > made_at),
	CONSTRAINT "override_two_persons" CHECK (made_by not in (consulted_id, approved_by, reviewed_by, objection_decided_by)),
	CONSTRAINT "override_reviewed" CHECK (num_nonnulls(approved_by, approved_at) in (0, 2) and num_nonnulls(reviewed_by, reviewed_at, upheld) in (0, 3) and (upheld or ended_at is not null or upheld is null) and num_nonnulls(objection_decided_by, objection_decided_at) in (0, 2) and num_nonnulls(objected_at, decide_by) in (0, 2) and (objection_decided_at is null or objected_at is not null)),
	CONSTRAINT "override_review_due" CHECK ((review_due_at is null) = (ground <> 'vital-interest' or after_refusal or maker_bound)),
	CONSTRAINT "override_special" CHECK (not after_refusal or ground <> 'vital-interest' or whose is not null or not categories && '{"health","belief","criminal"}'::text[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."contact_confirmation" (
	"referral_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"side" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_confirmation_referral_id_side_pk" PRIMARY KEY("referral_id","side"),
	CONSTRAINT "contact_confirmation_side" CHECK (case side when 'recipient' then confirmed_by = 'partner' when 'helpline' then confirmed_by in ('caller', 'counsellor') else false end)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_confirmation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."disclosure" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"method" text NOT NULL,
	"categories" text[] NOT NULL,
	"recipient_kid" text,
	"sealed" "bytea",
	"told_name" text,
	"told_function" text,
	"sealed_by" uuid NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	"needs_disclosed" boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
	CONSTRAINT "disclosure_method" CHECK (case method when 'key' then num_nonnulls(sealed, recipient_kid) = 2 and told_name is null when 'code' then sealed is not null and num_nonnulls(recipient_kid, told_name) = 0 when 'spoken' then num_nonnulls(sealed, recipient_kid) = 0 and num_nonnulls(told_name, told_function) = 2 else false end),
	CONSTRAINT "disclosure_categories" CHECK (cardinality(categories) > 0 and categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"help_question_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"drafted_by" uuid NOT NULL,
	"state" text NOT NULL,
	"last_step" text NOT NULL,
	"move_id" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"continues_id" uuid,
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
	"told_apart" integer DEFAULT floor(random() * 5000)::int NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"offered_at" timestamp with time zone,
	"terms" jsonb,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by_function" text,
	"acknowledged_by_name" text,
	"accepted_at" timestamp with time zone,
	"accepted_by_name" text,
	"accepted_by_contact" text,
	"decline_reason" text,
	"better_service_id" uuid,
	"proposed_times" timestamp with time zone[],
	"scheduled_at" timestamp with time zone,
	"introduction_at" timestamp with time zone,
	"introduction_channel" text,
	"missed_times" integer DEFAULT 0 NOT NULL,
	"missed_at" timestamp with time zone,
	"disclosed_categories" text[],
	"fetched_at" timestamp with time zone,
	"connected_at" timestamp with time zone,
	"outcome" text,
	"outcome_by" text,
	"held_until" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"given_back" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"forgotten_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"nudge_at" timestamp with time zone,
	"overdue_at" timestamp with time zone,
	"lapse_at" timestamp with time zone,
	"stage" text NOT NULL,
	"wake_at" timestamp with time zone,
	"ended" boolean GENERATED ALWAYS AS (state in ('completed', 'declined', 'withdrawn', 'lapsed')) STORED NOT NULL,
	"disclosed" boolean GENERATED ALWAYS AS (state in ('scheduled', 'connected')) STORED NOT NULL,
	"needs_live" boolean GENERATED ALWAYS AS (case when state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') then true end) STORED,
	"suspended" boolean GENERATED ALWAYS AS (case when state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') then suspended_at is not null end) STORED,
	"basis_purpose" text GENERATED ALWAYS AS ('handoff') STORED NOT NULL,
	CONSTRAINT "referral_parties" UNIQUE("id","sender_id","recipient_id"),
	CONSTRAINT "referral_disclosed" UNIQUE("id","sender_id","recipient_id","disclosed"),
	CONSTRAINT "referral_told_apart" UNIQUE("case_id","told_apart"),
	CONSTRAINT "referral_sender" UNIQUE("id","sender_id"),
	CONSTRAINT "referral_two_parties" CHECK (sender_id <> recipient_id),
	CONSTRAINT "referral_state" CHECK (state in ('draft', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "referral_codes" CHECK (domain in ('care', 'investigation', 'legal') and age_band in ('under-12', '12-15', '16-17', '18-25', '26-64', '65-plus') and age_band_of in ('caller', 'person-concerned') and language in ('nl', 'en', 'fr', 'de', 'es', 'pl', 'tr', 'ar', 'ru', 'uk', 'other') and (province is null or province in ('Drenthe', 'Flevoland', 'Friesland', 'Gelderland', 'Groningen', 'Limburg', 'Noord-Brabant', 'Noord-Holland', 'Overijssel', 'Utrecht', 'Zeeland', 'Zuid-Holland')) and safety_flags <@ '{"call-withheld-number","no-voicemail","no-mail","shared-phone","watched-online","lives-with-group","minor-involved","interpreter-needed"}'::text[] and (decline_reason is null or decline_reason in ('no-capacity', 'not-offered', 'not-eligible', 'outside-area', 'conflict-of-interest', 'safety', 'already-known', 'other'))),
	CONSTRAINT "referral_topics" CHECK (array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'),
	CONSTRAINT "referral_apart" CHECK (told_apart between 0 and 4999),
	CONSTRAINT "referral_not_acute" CHECK (urgency in ('normal', 'urgent')),
	CONSTRAINT "referral_basis" CHECK (case when offered_at is null then num_nonnulls(consent_id, override_id, basis_expires_at) = 0 else num_nonnulls(consent_id, override_id) = 1 and basis_expires_at is not null end),
	CONSTRAINT "referral_basis_in_force" CHECK (needs_live is null or moved_at < basis_expires_at),
	CONSTRAINT "referral_suspended" CHECK (given_back >= 0 and (suspended_at is null or override_id is not null and state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'withdrawn'))),
	CONSTRAINT "referral_offered" CHECK (state in ('draft', 'withdrawn') or offered_at is not null),
	CONSTRAINT "referral_draft" CHECK (state <> 'draft' or offered_at is null),
	CONSTRAINT "referral_deadline" CHECK ((due_at is not null) = (needs_live is not null)),
	CONSTRAINT "referral_ended" CHECK ((ended_at is not null) = (state in ('completed', 'declined', 'withdrawn', 'lapsed'))),
	CONSTRAINT "referral_accepted" CHECK (num_nonnulls(accepted_at, accepted_by_name, accepted_by_contact) in (0, 3) and (state not in ('accepted', 'scheduled', 'connected', 'completed') or accepted_at is not null)),
	CONSTRAINT "referral_acknowledged" CHECK (num_nonnulls(acknowledged_at, acknowledged_by_function) in (0, 2) and (state <> 'acknowledged' or acknowledged_at is not null)),
	CONSTRAINT "referral_declined" CHECK ((state = 'declined') = (decline_reason is not null)),
	CONSTRAINT "referral_step" CHECK (last_step in ('drafted', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed', 'proposed', 'rescheduled', 'missed', 'resealed', 'confirmed', 'held', 'suspended', 'resumed') and case when last_step = 'drafted' then state = 'draft' when last_step in ('draft', 'offered', 'acknowledged', 'accepted', 'scheduled', 'connected', 'completed', 'declined', 'withdrawn', 'lapsed') then last_step = state else state in ('offered', 'acknowledged', 'accepted', 'scheduled', 'connected') end),
	CONSTRAINT "referral_terms" CHECK ((terms is not null) = (offered_at is not null)),
	CONSTRAINT "referral_scheduled" CHECK (num_nonnulls(scheduled_at, introduction_at, introduction_channel, disclosed_categories) in (0, 4) and (state not in ('scheduled', 'connected', 'completed') or scheduled_at is not null) and introduction_channel in ('three-way-call', 'video', 'in-person') and disclosed_categories <@ '{"contact","identity","health","criminal","belief","family"}'::text[]),
	CONSTRAINT "referral_missed" CHECK (missed_times between 0 and 3 and (missed_times < 3 or state <> 'scheduled')),
	CONSTRAINT "referral_connected" CHECK (state not in ('connected', 'completed') or connected_at is not null),
	CONSTRAINT "referral_completed" CHECK ((state = 'completed') = (outcome is not null) and (outcome is null) = (outcome_by is null) and outcome in ('helped', 'partly', 'not-helped', 'unknown', 'unknown-by-choice') and outcome_by in ('helpline', 'recipient')),
	CONSTRAINT "referral_stage" CHECK (stage in ('running', 'nudged', 'due', 'overdue')),
	CONSTRAINT "referral_awake" CHECK ((wake_at is null) = (state in ('completed', 'declined', 'withdrawn', 'lapsed')))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."untold_ending" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"help_question_id" uuid NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."untold_ending" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."refusal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "refusal_source" CHECK (source in ('asked', 'consent-withdrawn', 'objected', 'referral-withdrawn', 'review-refused')),
	CONSTRAINT "refusal_recorded" CHECK (recorded_by is null or source in ('asked', 'objected'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."client_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "client_key_kid" UNIQUE("client_id","kid"),
	CONSTRAINT "client_key_kind" CHECK (case jwk->>'kty'
        when 'OKP' then jwk->>'crv' = 'Ed25519' and length(jwk->>'x') = 43
        when 'EC' then jwk->>'crv' = 'P-256' and length(jwk->>'x') = 43 and length(jwk->>'y') = 43
        when 'RSA' then jwk->>'e' = 'AQAB' and length(jwk->>'n') between 342 and 683
        else false end is true),
	CONSTRAINT "client_key_public" CHECK (not jwk ?| '{d,p,q,dp,dq,qi,oth,k}'),
	CONSTRAINT "client_key_life" CHECK (expires_at > added_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"requires_dpop" boolean DEFAULT false NOT NULL,
	"profile" text DEFAULT 'fapi' NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	CONSTRAINT "client_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "client_profile" CHECK (profile in ('fapi', 'nl-gov')),
	CONSTRAINT "client_scopes" CHECK (cardinality(scopes) > 0)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."client" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."used_assertion" (
	"participant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_assertion_client_id_jti_pk" PRIMARY KEY("client_id","jti")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."used_assertion" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."used_proof" (
	"participant_id" uuid NOT NULL,
	"jkt" text NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_proof_participant_id_jkt_jti_pk" PRIMARY KEY("participant_id","jkt","jti")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."used_proof" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."invitation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."passkey_challenge" (
	"browser_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid,
	"challenge" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passkey_challenge_subject" CHECK ((purpose = 'sign-in') = (subject_id is null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."passkey_challenge" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."passkey" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"content" jsonb NOT NULL,
	"before" jsonb,
	"proposed_by" uuid NOT NULL,
	"proposed_through" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_through" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "proposal_kind" CHECK (kind in ('add-member', 'change-member', 'reinstate-member', 'add-client', 'change-client', 'readmit-client', 'add-client-key', 'add-participant-key', 'keep-identity-provider', 'link-member', 'end-two-persons', 'admit-participant', 'agree-partnership', 'readmit-participant', 'link-organization', 'move-service')),
	CONSTRAINT "proposal_decided" CHECK (num_nonnulls(decision, decided_by, decided_at) in (0, 3) and decision in ('confirmed', 'rejected', 'withdrawn')),
	CONSTRAINT "proposal_second_person" CHECK (decision <> 'confirmed' or decided_by <> proposed_by and decided_through is null),
	CONSTRAINT "proposal_withdrawn" CHECK ((decision = 'withdrawn') = (decided_by = proposed_by)),
	CONSTRAINT "proposal_times" CHECK (expires_at > proposed_at and (decision <> 'confirmed' or decided_at < expires_at and subject_id is not null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."identity_provider" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."member_identity" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."sign_in" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."member" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."participant_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"use" text NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "participant_key_kid" UNIQUE("participant_id","kid"),
	CONSTRAINT "participant_key_use" CHECK (use in ('enc', 'sig') and expires_at > added_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."participant_suspension" (
	"participant_id" uuid NOT NULL,
	"suspended_at" timestamp with time zone NOT NULL,
	"readmitted_at" timestamp with time zone,
	CONSTRAINT "participant_suspension_participant_id_suspended_at_pk" PRIMARY KEY("participant_id","suspended_at"),
	CONSTRAINT "participant_suspension_times" CHECK (readmitted_at >= suspended_at)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_suspension" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."participant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"reach" text NOT NULL,
	"operator" boolean DEFAULT false NOT NULL,
	"two_persons" boolean DEFAULT true NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	"readmitted_at" timestamp with time zone,
	CONSTRAINT "participant_reach" CHECK (reach in ('api', 'console', 'link', 'phone'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."participant" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."partnership" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"sends" boolean NOT NULL,
	"receives" boolean NOT NULL,
	"acknowledge_within" integer NOT NULL,
	"answer_within" integer NOT NULL,
	"answer_grace" integer DEFAULT 2 NOT NULL,
	"introduce_within" integer DEFAULT 14 NOT NULL,
	"confirm_within" integer DEFAULT 1 NOT NULL,
	"working_days" integer[] DEFAULT '{1,2,3,4,5}' NOT NULL,
	"retention_days" integer,
	"case_retention_days" integer,
	"audit_years" integer DEFAULT 5 NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partnership_times" CHECK (acknowledge_within between 1 and 30 and answer_within between 1 and 30),
	CONSTRAINT "partnership_more_times" CHECK (answer_grace between 0 and 30 and introduce_within between 1 and 90 and confirm_within between 1 and 30 and retention_days between 30 and 3650),
	CONSTRAINT "partnership_audit_years" CHECK (audit_years between 5 and 30),
	CONSTRAINT "partnership_case_retention" CHECK (case_retention_days between 30 and 3650),
	CONSTRAINT "partnership_working_days" CHECK (cardinality(working_days) > 0 and working_days <@ '{1,2,3,4,5,6,7}'::int[])
);
--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."countersignature" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."person_mark" (
	"mark" text NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "person_mark_mark_member_id_pk" PRIMARY KEY("mark","member_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."person_mark" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."appointment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"number" text NOT NULL,
	"request_id" uuid,
	"case_id" uuid,
	"counsellor_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"outside_availability" boolean NOT NULL,
	"moved_from_id" uuid,
	"state" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "appointment_number" UNIQUE("participant_id","number"),
	CONSTRAINT "appointment_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "appointment_moved_from" UNIQUE("moved_from_id"),
	CONSTRAINT "appointment_about" CHECK (num_nonnulls(request_id, case_id) >= 1),
	CONSTRAINT "appointment_length" CHECK (ends_at > starts_at and ends_at <= starts_at + interval '4 hours'),
	CONSTRAINT "appointment_codes" CHECK (channel in ('phone', 'chat', 'video', 'in-person', 'mail') and state in ('planned', 'held', 'missed', 'moved', 'cancelled')),
	CONSTRAINT "appointment_end" CHECK ((ended_at is null) = (state = 'planned')),
	CONSTRAINT "appointment_reason" CHECK ((end_reason is not null) = (state = 'cancelled') and end_reason in ('caller-asked', 'not-safe', 'counsellor-absent', 'reached-otherwise', 'mistake')),
	CONSTRAINT "appointment_settled" CHECK (settled_at is null or state = 'missed'),
	CONSTRAINT "appointment_language" CHECK (language ~ '^[a-z]{2,5}$')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."conversation_addition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"appointment_id" uuid,
	"counsellor_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"channel" text NOT NULL,
	"topics" text[] NOT NULL,
	"outcome" text NOT NULL,
	"harmed" text,
	"since" text,
	"going_on" text,
	"minors_involved" text,
	"dependence" text[] DEFAULT '{}' NOT NULL,
	"danger_signs" text[] DEFAULT '{}' NOT NULL,
	"steps_due_at" timestamp with time zone,
	"nature" text,
	"sealed" "bytea",
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "conversation_of_its_case" UNIQUE("id","case_id","participant_id"),
	CONSTRAINT "conversation_appointment" UNIQUE("appointment_id"),
	CONSTRAINT "conversation_minutes" CHECK (minutes between 0 and 600),
	CONSTRAINT "conversation_codes" CHECK (channel in ('phone', 'chat', 'video', 'in-person', 'mail') and outcome in ('listened', 'advised', 'information-given', 'follow-up-planned', 'help-questions-framed', 'ended-by-caller')),
	CONSTRAINT "conversation_topics" CHECK (array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'),
	CONSTRAINT "conversation_chart" CHECK (harmed in ('caller', 'partner', 'child', 'parent', 'sibling', 'friend', 'several', 'other') and since in ('this-month', 'this-year', '1-5-years', 'longer', 'in-the-past') and going_on in ('yes', 'no', 'unknown') and minors_involved in ('yes', 'no', 'unknown') and nature in ('criminal', 'psychological', 'both', 'unclear') and dependence <@ '{"housing","income","debts","children","papers","health-care","work","belief","family","none-known"}'::text[]),
	CONSTRAINT "conversation_danger" CHECK (danger_signs <@ '{"weapon","threat-to-life","strangulation","suicidal","child-in-danger","locked-up","stalking","pregnant","planned-departure","escalating"}'::text[]),
	CONSTRAINT "conversation_steps" CHECK ((steps_due_at is null) = (cardinality(danger_signs) = 0))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."web_form" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"open" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."web_form" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."mailbox_watch" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"claimed_until" timestamp with time zone,
	"claim" uuid,
	"emptied_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	CONSTRAINT "mailbox_watch_claim" CHECK (num_nonnulls(claimed_until, claim) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."mailbox_watch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."mail" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."availability" (
	"counsellor_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"patterns" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"slot_minutes" integer NOT NULL,
	"pause_minutes" integer NOT NULL,
	"daily_most" integer NOT NULL,
	"revision" uuid NOT NULL,
	CONSTRAINT "availability_shape" CHECK (jsonb_typeof(patterns) = 'array' and jsonb_array_length(patterns) <= 50 and cardinality(languages) between 1 and 20 and channels <@ '{"phone","chat","video","in-person","mail"}'::text[] and cardinality(channels) >= 1),
	CONSTRAINT "availability_capacity" CHECK (slot_minutes between 15 and 120 and pause_minutes between 0 and 120 and daily_most between 1 and 24)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."availability" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."availability_exception" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"counsellor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "availability_exception_shape" CHECK (kind in ('off', 'extra', 'leave') and ends_at > starts_at and ends_at <= starts_at + interval '366 days')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."availability_exception" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"counsellor_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked" boolean NOT NULL,
	CONSTRAINT "calendar_feed_hash" CHECK (token_hash ~ '^[A-Za-z0-9_-]{43}$')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."calendar_feed" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."contact_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"said" text NOT NULL,
	"spoken_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_attempt_number" UNIQUE("appointment_id","number"),
	CONSTRAINT "contact_attempt_codes" CHECK (outcome in ('no-answer', 'voicemail-left', 'other-person-answered', 'wrong-number', 'line-busy') and said in ('nothing-said', 'agreed-cover-story', 'own-name-only', 'helpline-named')),
	CONSTRAINT "contact_attempt_silent" CHECK (outcome not in ('no-answer', 'line-busy') or said = 'nothing-said')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."planning_rule" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"revision" uuid NOT NULL,
	CONSTRAINT "planning_rule_attempts" CHECK (attempts between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."planning_rule" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."callback_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"door" text NOT NULL,
	"state" text NOT NULL,
	"urgency" text NOT NULL,
	"language" text NOT NULL,
	"relation" text,
	"topics" text[] NOT NULL,
	"channel" text,
	"agreed_at" timestamp with time zone,
	"reachable" boolean NOT NULL,
	"sealed" "bytea",
	"code_word" "bytea",
	"code_word_failures" integer NOT NULL,
	"revision" uuid NOT NULL,
	"taken_by" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"case_id" uuid,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"let_go_at" timestamp with time zone,
	CONSTRAINT "callback_request_reference" UNIQUE("participant_id","reference"),
	CONSTRAINT "callback_request_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "callback_request_of_case" UNIQUE("case_id"),
	CONSTRAINT "callback_request_codes" CHECK (door in ('phone', 'mail', 'web', 'chat') and state in ('open', 'planned', 'ended') and urgency in ('normal', 'urgent', 'acute')
        and language in ('nl', 'en', 'fr', 'de', 'es', 'pl', 'tr', 'ar', 'ru', 'uk', 'other') and (relation is null or relation in ('harmed', 'relative', 'professional'))
        and (channel is null or channel in ('phone', 'chat', 'in-person', 'mail'))),
	CONSTRAINT "callback_request_topics" CHECK (cardinality(topics) <= 10 and array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'),
	CONSTRAINT "callback_request_end" CHECK (num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in ('talked', 'referred-elsewhere', 'not-reached', 'no-longer-wanted', 'not-for-us', 'duplicate', 'became-case', 'kept-long-enough', 'automatic')),
	CONSTRAINT "callback_request_became_case" CHECK ((case_id is null) = (end_reason is null or end_reason <> 'became-case')),
	CONSTRAINT "callback_request_let_go" CHECK ((sealed is null) = (let_go_at is not null) and (let_go_at is null or state = 'ended' and code_word is null)
        and (end_reason is null or end_reason <> 'became-case' or let_go_at is not null)),
	CONSTRAINT "callback_request_anonymous" CHECK ((let_go_at is not null or num_nonnulls(agreed_at, code_word) in (0, 2)) and not (reachable and agreed_at is not null)),
	CONSTRAINT "callback_request_failures" CHECK (code_word_failures between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "keys"."request_key" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."request_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."reporting_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"step" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"sealed" "bytea",
	"decided_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reporting_step_codes" CHECK (step in ('map-signals', 'consult', 'talk', 'weigh', 'decide') and decision in ('not-possible', 'signals-mapped', 'colleague-consulted', 'veilig-thuis-consulted', 'both-consulted', 'talked', 'acute-danger', 'structural-danger', 'no-danger-now', 'unclear', 'report', 'organize-help', 'report-and-organize-help', 'neither') and reason in ('signals-clear', 'signals-unclear', 'consulted-advises', 'danger-to-caller', 'danger-to-child', 'caller-wishes', 'caller-refuses', 'caller-unreachable', 'nobody-to-consult', 'help-suffices', 'help-not-accepted', 'done-by-another', 'other')),
	CONSTRAINT "reporting_step_reason" CHECK (reason is not null or decision <> 'not-possible' and step not in ('weigh', 'decide'))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."article_publication" (
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"audience" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_publication_article_id_number_audience_pk" PRIMARY KEY("article_id","number","audience"),
	CONSTRAINT "article_publication_audience" CHECK (audience in ('network', 'public')),
	CONSTRAINT "article_publication_second_person" CHECK (published_by <> author_id)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."article_publication" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."article_version" (
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"renderer" integer DEFAULT 0 NOT NULL,
	"topics" text[] NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "article_version_article_id_number_pk" PRIMARY KEY("article_id","number"),
	CONSTRAINT "article_version_author" UNIQUE("article_id","number","participant_id","author_id"),
	CONSTRAINT "article_version_number" CHECK (number >= 1),
	CONSTRAINT "article_version_topics" CHECK (cardinality(topics) between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "handreiking"."article_version" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."article_word" (
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"word" text NOT NULL,
	"lexeme" text NOT NULL,
	"sound" text NOT NULL,
	CONSTRAINT "article_word_article_id_number_word_pk" PRIMARY KEY("article_id","number","word")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."article_word" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."article" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"language" text NOT NULL,
	"translation_of" uuid,
	"audience" text NOT NULL,
	"newest" integer NOT NULL,
	"shown" integer,
	"written_at" timestamp with time zone NOT NULL,
	"review_on" date NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "article_participant" UNIQUE("id","participant_id"),
	CONSTRAINT "article_language" CHECK (language ~ '^[a-z]{2,3}$'),
	CONSTRAINT "article_audience" CHECK (audience in ('helpline', 'network', 'public') and (audience = 'helpline') = (shown is null)),
	CONSTRAINT "article_versions" CHECK (newest >= 1 and shown <= newest),
	CONSTRAINT "article_translates_another" CHECK (translation_of <> id),
	CONSTRAINT "article_review" CHECK (review_on <= (reviewed_at at time zone 'Europe/Amsterdam')::date + interval '1 year')
);
--> statement-breakpoint
ALTER TABLE "handreiking"."article" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."article_feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"giver_id" uuid NOT NULL,
	"opinion" text NOT NULL,
	"text" text,
	"given_at" timestamp with time zone NOT NULL,
	"answer" text,
	"reason" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "article_feedback_codes" CHECK (opinion in ('helpful', 'outdated', 'wrong', 'missing') and answer in ('taken-over', 'not-taken-over')),
	CONSTRAINT "article_feedback_answer" CHECK (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
	CONSTRAINT "article_feedback_reason" CHECK ((reason is null or answer is not null) and (answer <> 'not-taken-over' or reason is not null))
);
--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."ledger_entry" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."ledger_segment" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "keys"."movement_key" (
	"movement_id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys"."movement_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."movement_merger" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"movement_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."movement" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."signal_review" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."signal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
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
ALTER TABLE "handreiking"."statistics_release" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."idempotency_record" (
	"participant_id" uuid NOT NULL,
	"key_fingerprint" text NOT NULL,
	"body_fingerprint" text NOT NULL,
	"record_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_record_participant_id_key_fingerprint_pk" PRIMARY KEY("participant_id","key_fingerprint")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."idempotency_record" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."origin" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"transaction" "xid8" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "handreiking"."origin" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "handreiking"."quota" (
	"rate" text NOT NULL,
	"counted" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "quota_rate_counted_ends_at_pk" PRIMARY KEY("rate","counted","ends_at")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."quota" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ADD CONSTRAINT "case_access_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_access" ADD CONSTRAINT "case_access_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case" ADD CONSTRAINT "case_owner" FOREIGN KEY ("owner_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question_change" ADD CONSTRAINT "help_question_change_question" FOREIGN KEY ("help_question_id","case_id","participant_id") REFERENCES "handreiking"."help_question"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_case_fk" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_owner" FOREIGN KEY ("owner_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."help_question" ADD CONSTRAINT "help_question_changer" FOREIGN KEY ("changed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "keys"."case_key" ADD CONSTRAINT "case_key_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_case" FOREIGN KEY ("case_id","participant_id","relation") REFERENCES "handreiking"."case"("id","participant_id","relation") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."consent" ADD CONSTRAINT "consent_taker" FOREIGN KEY ("taken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" ADD CONSTRAINT "consent_receipt_consent" FOREIGN KEY ("consent_id","participant_id") REFERENCES "handreiking"."consent"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_stand_in" FOREIGN KEY ("covered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_arranger" FOREIGN KEY ("arranged_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_contact" ADD CONSTRAINT "case_contact_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ADD CONSTRAINT "case_note_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_note" ADD CONSTRAINT "case_note_author" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."code_word" ADD CONSTRAINT "code_word_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ADD CONSTRAINT "safe_contact_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."safe_contact" ADD CONSTRAINT "safe_contact_verifier" FOREIGN KEY ("verified_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_from" FOREIGN KEY ("from_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_to" FOREIGN KEY ("to_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."case_take_over" ADD CONSTRAINT "case_take_over_by" FOREIGN KEY ("by_member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_phone_id_phone_id_fk" FOREIGN KEY ("phone_id") REFERENCES "handreiking"."phone"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "handreiking"."contact"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."import_finding" ADD CONSTRAINT "import_finding_of" FOREIGN KEY ("import_id","participant_id") REFERENCES "handreiking"."directory_import"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."import_part" ADD CONSTRAINT "import_part_of" FOREIGN KEY ("import_id","participant_id") REFERENCES "handreiking"."directory_import"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."accessibility" ADD CONSTRAINT "accessibility_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."address" ADD CONSTRAINT "address_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD CONSTRAINT "location_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_identifier" ADD CONSTRAINT "organization_identifier_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ADD CONSTRAINT "organization_participant_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_participant" ADD CONSTRAINT "organization_participant_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."program" ADD CONSTRAINT "program_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."removed_synonym" ADD CONSTRAINT "removed_synonym_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_intake" ADD CONSTRAINT "service_intake_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."search_synonym" ADD CONSTRAINT "search_synonym_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_search" ADD CONSTRAINT "service_search_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."cost_option" ADD CONSTRAINT "cost_option_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ADD CONSTRAINT "funding_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ADD CONSTRAINT "funding_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."required_document" ADD CONSTRAINT "required_document_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD CONSTRAINT "service_area_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD CONSTRAINT "service_area_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ADD CONSTRAINT "service_at_location_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ADD CONSTRAINT "service_at_location_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_capacity" ADD CONSTRAINT "service_capacity_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service_capacity" ADD CONSTRAINT "service_capacity_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "handreiking"."unit"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD CONSTRAINT "service_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD CONSTRAINT "service_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "handreiking"."program"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."url" ADD CONSTRAINT "url_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."url" ADD CONSTRAINT "url_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD CONSTRAINT "attribute_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ADD CONSTRAINT "taxonomy_term_taxonomy_id_taxonomy_id_fk" FOREIGN KEY ("taxonomy_id") REFERENCES "handreiking"."taxonomy"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_recorder" FOREIGN KEY ("recorded_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."emergency" ADD CONSTRAINT "emergency_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_override" FOREIGN KEY ("override_id","participant_id") REFERENCES "handreiking"."override"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_asker" FOREIGN KEY ("asked_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override_request" ADD CONSTRAINT "override_request_asked" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "keys"."disclosure_key" ADD CONSTRAINT "disclosure_key_referral" FOREIGN KEY ("referral_id","sender_id","recipient_id") REFERENCES "handreiking"."referral"("id","sender_id","recipient_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ADD CONSTRAINT "override_release_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override_release" ADD CONSTRAINT "override_release_coordinator" FOREIGN KEY ("released_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_maker" FOREIGN KEY ("made_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_consulted" FOREIGN KEY ("consulted_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_approver" FOREIGN KEY ("approved_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."override" ADD CONSTRAINT "override_objection_decider" FOREIGN KEY ("objection_decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_confirmation" ADD CONSTRAINT "contact_confirmation_referral" FOREIGN KEY ("referral_id","sender_id","recipient_id") REFERENCES "handreiking"."referral"("id","sender_id","recipient_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ADD CONSTRAINT "disclosure_sealer" FOREIGN KEY ("sealed_by","sender_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."disclosure" ADD CONSTRAINT "disclosure_key" FOREIGN KEY ("recipient_id","recipient_kid") REFERENCES "handreiking"."participant_key"("participant_id","kid") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_sender_id_participant_id_fk" FOREIGN KEY ("sender_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_better_service_id_service_id_fk" FOREIGN KEY ("better_service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_continues" FOREIGN KEY ("continues_id","sender_id") REFERENCES "handreiking"."referral"("id","sender_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_question" FOREIGN KEY ("help_question_id","case_id","sender_id") REFERENCES "handreiking"."help_question"("id","case_id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_relation" FOREIGN KEY ("case_id","sender_id","relation") REFERENCES "handreiking"."case"("id","participant_id","relation") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."referral" ADD CONSTRAINT "referral_drafter" FOREIGN KEY ("drafted_by","sender_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."untold_ending" ADD CONSTRAINT "untold_ending_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "handreiking"."referral"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_recipient_id_participant_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."refusal" ADD CONSTRAINT "refusal_recorder" FOREIGN KEY ("recorded_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ADD CONSTRAINT "client_key_client_id_participant_id_client_id_participant_id_fk" FOREIGN KEY ("client_id","participant_id") REFERENCES "handreiking"."client"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD CONSTRAINT "client_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."used_assertion" ADD CONSTRAINT "used_assertion_client" FOREIGN KEY ("client_id","participant_id") REFERENCES "handreiking"."client"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."invitation" ADD CONSTRAINT "invitation_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."passkey" ADD CONSTRAINT "passkey_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_proposer" FOREIGN KEY ("proposed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."proposal" ADD CONSTRAINT "proposal_decider" FOREIGN KEY ("decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."identity_provider" ADD CONSTRAINT "identity_provider_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."member_identity" ADD CONSTRAINT "member_identity_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."sign_in" ADD CONSTRAINT "sign_in_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."session" ADD CONSTRAINT "session_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."member" ADD CONSTRAINT "member_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_key" ADD CONSTRAINT "participant_key_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."participant_suspension" ADD CONSTRAINT "participant_suspension_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."partnership" ADD CONSTRAINT "partnership_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."countersignature" ADD CONSTRAINT "countersignature_member" FOREIGN KEY ("member_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."person_mark" ADD CONSTRAINT "person_mark_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "handreiking"."member"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_moved_from_fk" FOREIGN KEY ("moved_from_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."appointment" ADD CONSTRAINT "appointment_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ADD CONSTRAINT "conversation_addition_conversation" FOREIGN KEY ("conversation_id","case_id","participant_id") REFERENCES "handreiking"."conversation"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation_addition" ADD CONSTRAINT "conversation_addition_author" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_appointment_fk" FOREIGN KEY ("appointment_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."conversation" ADD CONSTRAINT "conversation_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."web_form" ADD CONSTRAINT "web_form_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."mailbox_watch" ADD CONSTRAINT "mailbox_watch_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."mail" ADD CONSTRAINT "mail_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."availability" ADD CONSTRAINT "availability_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."availability_exception" ADD CONSTRAINT "availability_exception_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."calendar_feed" ADD CONSTRAINT "calendar_feed_counsellor" FOREIGN KEY ("counsellor_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ADD CONSTRAINT "contact_attempt_appointment" FOREIGN KEY ("appointment_id","participant_id") REFERENCES "handreiking"."appointment"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."contact_attempt" ADD CONSTRAINT "contact_attempt_speaker" FOREIGN KEY ("spoken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_case" FOREIGN KEY ("case_id","participant_id") REFERENCES "handreiking"."case"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."callback_request" ADD CONSTRAINT "callback_request_taker" FOREIGN KEY ("taken_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "keys"."request_key" ADD CONSTRAINT "request_key_request" FOREIGN KEY ("request_id","participant_id") REFERENCES "handreiking"."callback_request"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ADD CONSTRAINT "reporting_step_conversation" FOREIGN KEY ("conversation_id","case_id","participant_id") REFERENCES "handreiking"."conversation"("id","case_id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."reporting_step" ADD CONSTRAINT "reporting_step_decider" FOREIGN KEY ("decided_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_publication" ADD CONSTRAINT "article_publication_version" FOREIGN KEY ("article_id","number","participant_id","author_id") REFERENCES "handreiking"."article_version"("article_id","number","participant_id","author_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_publication" ADD CONSTRAINT "article_publication_member" FOREIGN KEY ("published_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_version" ADD CONSTRAINT "article_version_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_version" ADD CONSTRAINT "article_version_member" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_word" ADD CONSTRAINT "article_word_version" FOREIGN KEY ("article_id","number") REFERENCES "handreiking"."article_version"("article_id","number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_word" ADD CONSTRAINT "article_word_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article" ADD CONSTRAINT "article_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article" ADD CONSTRAINT "article_original" FOREIGN KEY ("translation_of","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_giver_id_participant_id_fk" FOREIGN KEY ("giver_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_version" FOREIGN KEY ("article_id","number") REFERENCES "handreiking"."article_version"("article_id","number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_member" FOREIGN KEY ("answered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "keys"."movement_key" ADD CONSTRAINT "movement_key_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_survivor" FOREIGN KEY ("into_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."movement_merger" ADD CONSTRAINT "movement_merger_member" FOREIGN KEY ("merged_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."movement" ADD CONSTRAINT "movement_registrar" FOREIGN KEY ("registered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_signal" FOREIGN KEY ("signal_id","participant_id","registered_by") REFERENCES "handreiking"."signal"("id","participant_id","registered_by") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_duplicate" FOREIGN KEY ("duplicate_of_id","participant_id") REFERENCES "handreiking"."signal"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal_review" ADD CONSTRAINT "signal_review_reviewer" FOREIGN KEY ("reviewed_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_reported_by_id_participant_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_movement" FOREIGN KEY ("movement_id","participant_id") REFERENCES "handreiking"."movement"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."signal" ADD CONSTRAINT "signal_registrar" FOREIGN KEY ("registered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."statistics_release" ADD CONSTRAINT "statistics_release_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handreiking"."statistics_release" ADD CONSTRAINT "statistics_release_member" FOREIGN KEY ("released_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "audit_event_unsealed" ON "handreiking"."audit_event" USING btree ("participant_id","at","id") WHERE seq is null;
--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "handreiking"."audit_event" USING btree ("subject_id");
--> statement-breakpoint
CREATE INDEX "audit_event_case" ON "handreiking"."audit_event" USING btree ("case_id") WHERE case_id is not null;
--> statement-breakpoint
CREATE INDEX "audit_event_chain" ON "handreiking"."audit_event" USING btree ("participant_id","at","id");
--> statement-breakpoint
CREATE INDEX "audit_event_elsewhere" ON "handreiking"."audit_event" USING btree ("subject_participant_id","at","id") WHERE subject_participant_id <> participant_id;
--> statement-breakpoint
CREATE INDEX "help_question_change_of" ON "handreiking"."help_question_change" USING btree ("help_question_id","position");
--> statement-breakpoint
CREATE INDEX "help_question_of_case" ON "handreiking"."help_question" USING btree ("case_id");
--> statement-breakpoint
CREATE INDEX "consent_of_case" ON "handreiking"."consent" USING btree ("case_id");
--> statement-breakpoint
CREATE INDEX "cover_of_stand_in" ON "handreiking"."cover" USING btree ("covered_by","ends_at");
--> statement-breakpoint
CREATE INDEX "case_note_of_case" ON "handreiking"."case_note" USING btree ("case_id","written_at","id");
--> statement-breakpoint
CREATE INDEX "case_take_over_of_case" ON "handreiking"."case_take_over" USING btree ("case_id","at");
--> statement-breakpoint
CREATE INDEX "case_take_over_unanswered" ON "handreiking"."case_take_over" USING btree ("participant_id","to_member_id") WHERE kind = 'handed-over' and answer is null;
--> statement-breakpoint
CREATE INDEX "event_unnumbered" ON "handreiking"."event" USING btree ("participant_id") WHERE seq is null;
--> statement-breakpoint
CREATE INDEX "contact_of_organization" ON "handreiking"."contact" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "contact_of_service" ON "handreiking"."contact" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "contact_of_service_at_location" ON "handreiking"."contact" USING btree ("service_at_location_id");
--> statement-breakpoint
CREATE INDEX "contact_of_location" ON "handreiking"."contact" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "language_of_service" ON "handreiking"."language" USING btree ("service_id","code");
--> statement-breakpoint
CREATE INDEX "language_of_location" ON "handreiking"."language" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "language_of_phone" ON "handreiking"."language" USING btree ("phone_id");
--> statement-breakpoint
CREATE INDEX "phone_of_organization" ON "handreiking"."phone" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "phone_of_service" ON "handreiking"."phone" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "phone_of_location" ON "handreiking"."phone" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "phone_of_contact" ON "handreiking"."phone" USING btree ("contact_id");
--> statement-breakpoint
CREATE INDEX "phone_of_service_at_location" ON "handreiking"."phone" USING btree ("service_at_location_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "directory_change_unnumbered" ON "handreiking"."directory_change" USING btree ("transaction","entity","record_id") WHERE number is null;
--> statement-breakpoint
CREATE INDEX "directory_version_of" ON "handreiking"."directory_version" USING btree ("root_id","position");
--> statement-breakpoint
CREATE INDEX "directory_version_of_record" ON "handreiking"."directory_version" USING btree ("record_id","position");
--> statement-breakpoint
CREATE INDEX "directory_import_latest" ON "handreiking"."directory_import" USING btree ("participant_id","received_at","id");
--> statement-breakpoint
CREATE INDEX "directory_import_open" ON "handreiking"."directory_import" USING btree ("received_at","id") WHERE state in ('receiving', 'received', 'running');
--> statement-breakpoint
CREATE INDEX "accessibility_of_location" ON "handreiking"."accessibility" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "address_of_location" ON "handreiking"."address" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "location_of_organization" ON "handreiking"."location" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "organization_identifier_of" ON "handreiking"."organization_identifier" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "organization_identifier_value" ON "handreiking"."organization_identifier" USING btree ("identifier_type","identifier");
--> statement-breakpoint
CREATE INDEX "organization_participant_of" ON "handreiking"."organization_participant" USING btree ("participant_id");
--> statement-breakpoint
CREATE INDEX "organization_name" ON "handreiking"."organization" USING btree ("name","id");
--> statement-breakpoint
CREATE INDEX "program_of_organization" ON "handreiking"."program" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "correction_of" ON "handreiking"."correction" USING btree ("entry_id","decided_at");
--> statement-breakpoint
CREATE INDEX "correction_by" ON "handreiking"."correction" USING btree ("participant_id","proposed_at","id");
--> statement-breakpoint
CREATE INDEX "correction_open" ON "handreiking"."correction" USING btree ("proposed_at","id") WHERE state = 'proposed';
--> statement-breakpoint
CREATE INDEX "verification_of" ON "handreiking"."verification" USING btree ("entry_kind","entry_id","checked_on");
--> statement-breakpoint
CREATE INDEX "schedule_of_service" ON "handreiking"."schedule" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "schedule_of_location" ON "handreiking"."schedule" USING btree ("location_id");
--> statement-breakpoint
CREATE INDEX "schedule_of_service_at_location" ON "handreiking"."schedule" USING btree ("service_at_location_id");
--> statement-breakpoint
CREATE INDEX "search_synonym_first" ON "handreiking"."search_synonym" USING btree (split_part("phrase", ' ', 1));
--> statement-breakpoint
CREATE INDEX "search_word_lexeme" ON "handreiking"."search_word" USING btree ("lexeme");
--> statement-breakpoint
CREATE INDEX "search_word_sound" ON "handreiking"."search_word" USING btree ("sound");
--> statement-breakpoint
CREATE INDEX "search_word_trigram" ON "handreiking"."search_word" USING gin ("word" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "service_search_document" ON "handreiking"."service_search" USING gin ("document");
--> statement-breakpoint
CREATE INDEX "cost_option_of_service" ON "handreiking"."cost_option" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "funding_of_organization" ON "handreiking"."funding" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "funding_of_service" ON "handreiking"."funding" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "required_document_of_service" ON "handreiking"."required_document" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "service_area_of_service" ON "handreiking"."service_area" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "service_area_of_place" ON "handreiking"."service_area" USING btree ("service_at_location_id");
--> statement-breakpoint
CREATE INDEX "service_capacity_of_service" ON "handreiking"."service_capacity" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "service_name" ON "handreiking"."service" USING btree ("name","id");
--> statement-breakpoint
CREATE INDEX "service_of_organization" ON "handreiking"."service" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "url_of_organization" ON "handreiking"."url" USING btree ("organization_id");
--> statement-breakpoint
CREATE INDEX "url_of_service" ON "handreiking"."url" USING btree ("service_id");
--> statement-breakpoint
CREATE INDEX "attribute_term" ON "handreiking"."attribute" USING btree ("taxonomy_term_id","link_id");
--> statement-breakpoint
CREATE INDEX "metadata_of" ON "handreiking"."metadata" USING btree ("resource_id");
--> statement-breakpoint
CREATE INDEX "taxonomy_term_parent" ON "handreiking"."taxonomy_term" USING btree ("parent_id");
--> statement-breakpoint
CREATE INDEX "emergency_of_case" ON "handreiking"."emergency" USING btree ("case_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "emergency_to_review" ON "handreiking"."emergency" USING btree ("participant_id","review_due_at") WHERE reviewed_at is null;
--> statement-breakpoint
CREATE INDEX "obligation_standing" ON "handreiking"."obligation" USING btree ("due_at") WHERE ended_at is null;
--> statement-breakpoint
CREATE INDEX "override_request_of" ON "handreiking"."override_request" USING btree ("override_id","asked_at");
--> statement-breakpoint
CREATE INDEX "override_release_of_member" ON "handreiking"."override_release" USING btree ("member_id","at");
--> statement-breakpoint
CREATE INDEX "override_to_review" ON "handreiking"."override" USING btree ("review_due_at") WHERE ended_at is null and reviewed_at is null;
--> statement-breakpoint
CREATE INDEX "override_to_decide" ON "handreiking"."override" USING btree ("decide_by") WHERE ended_at is null and disputed;
--> statement-breakpoint
CREATE INDEX "override_of_case" ON "handreiking"."override" USING btree ("case_id","recipient_id");
--> statement-breakpoint
CREATE INDEX "override_of_maker" ON "handreiking"."override" USING btree ("made_by","made_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "referral_one_disclosure" ON "handreiking"."referral" USING btree ("help_question_id") WHERE disclosed;
--> statement-breakpoint
CREATE UNIQUE INDEX "referral_one_offer" ON "handreiking"."referral" USING btree ("help_question_id","service_id") WHERE needs_live;
--> statement-breakpoint
CREATE INDEX "referral_inbox" ON "handreiking"."referral" USING btree ("recipient_id","offered_at","id") WHERE offered_at is not null;
--> statement-breakpoint
CREATE INDEX "referral_outbox" ON "handreiking"."referral" USING btree ("sender_id","drafted_at","id");
--> statement-breakpoint
CREATE INDEX "referral_of_consent" ON "handreiking"."referral" USING btree ("consent_id");
--> statement-breakpoint
CREATE INDEX "referral_of_override" ON "handreiking"."referral" USING btree ("override_id") WHERE override_id is not null;
--> statement-breakpoint
CREATE INDEX "referral_of_question" ON "handreiking"."referral" USING btree ("help_question_id");
--> statement-breakpoint
CREATE INDEX "referral_to_wake" ON "handreiking"."referral" USING btree ("wake_at") WHERE wake_at is not null;
--> statement-breakpoint
CREATE INDEX "untold_ending_of_question" ON "handreiking"."untold_ending" USING btree ("help_question_id");
--> statement-breakpoint
CREATE INDEX "refusal_of_recipient" ON "handreiking"."refusal" USING btree ("case_id","recipient_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "client_key_material" ON "handreiking"."client_key" USING btree ("client_id",coalesce(jwk->>'x', jwk->>'n'));
--> statement-breakpoint
CREATE INDEX "used_assertion_expires" ON "handreiking"."used_assertion" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "used_proof_expires" ON "handreiking"."used_proof" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open" ON "handreiking"."invitation" USING btree ("member_id") WHERE used_at is null and voided_at is null;
--> statement-breakpoint
CREATE INDEX "invitation_invited" ON "handreiking"."invitation" USING btree ("participant_id","invited_at","id");
--> statement-breakpoint
CREATE INDEX "passkey_challenge_expires" ON "handreiking"."passkey_challenge" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "passkey_member" ON "handreiking"."passkey" USING btree ("member_id","added_at");
--> statement-breakpoint
CREATE INDEX "proposal_proposed" ON "handreiking"."proposal" USING btree ("participant_id","proposed_at","id");
--> statement-breakpoint
CREATE INDEX "sign_in_expires" ON "handreiking"."sign_in" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "session_member" ON "handreiking"."session" USING btree ("member_id","started_at");
--> statement-breakpoint
CREATE INDEX "session_expires" ON "handreiking"."session" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "participant_operator" ON "handreiking"."participant" USING btree ("operator") WHERE operator;
--> statement-breakpoint
CREATE INDEX "countersignature_subject" ON "handreiking"."countersignature" USING btree ("subject_id");
--> statement-breakpoint
CREATE INDEX "person_mark_member" ON "handreiking"."person_mark" USING btree ("member_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_live_of_request" ON "handreiking"."appointment" USING btree ("request_id") WHERE state = 'planned';
--> statement-breakpoint
CREATE INDEX "appointment_planned" ON "handreiking"."appointment" USING btree ("participant_id","starts_at") WHERE state = 'planned';
--> statement-breakpoint
CREATE INDEX "appointment_of_counsellor" ON "handreiking"."appointment" USING btree ("participant_id","counsellor_id","starts_at");
--> statement-breakpoint
CREATE INDEX "appointment_of_request" ON "handreiking"."appointment" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "appointment_of_case" ON "handreiking"."appointment" USING btree ("case_id");
--> statement-breakpoint
CREATE INDEX "conversation_addition_of" ON "handreiking"."conversation_addition" USING btree ("conversation_id","written_at","id");
--> statement-breakpoint
CREATE INDEX "conversation_of_case" ON "handreiking"."conversation" USING btree ("case_id","started_at","id");
--> statement-breakpoint
CREATE INDEX "mail_answered" ON "handreiking"."mail" USING btree ("participant_id","id_print");
--> statement-breakpoint
CREATE INDEX "mail_of_request" ON "handreiking"."mail" USING btree ("request_id");
--> statement-breakpoint
CREATE INDEX "mail_not_noticed" ON "handreiking"."mail" USING btree ("participant_id") WHERE added and noticed_at is null;
--> statement-breakpoint
CREATE INDEX "availability_exception_of_counsellor" ON "handreiking"."availability_exception" USING btree ("participant_id","counsellor_id","ends_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_token" ON "handreiking"."calendar_feed" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "calendar_feed_of_counsellor" ON "handreiking"."calendar_feed" USING btree ("participant_id","counsellor_id");
--> statement-breakpoint
CREATE INDEX "callback_request_open" ON "handreiking"."callback_request" USING btree ("participant_id","received_at","id") WHERE state <> 'ended';
--> statement-breakpoint
CREATE INDEX "callback_request_kept" ON "handreiking"."callback_request" USING btree ("participant_id","received_at") WHERE let_go_at is null;
--> statement-breakpoint
CREATE INDEX "reporting_step_of_conversation" ON "handreiking"."reporting_step" USING btree ("conversation_id","at","id");
--> statement-breakpoint
CREATE INDEX "article_version_document" ON "handreiking"."article_version" USING gin ("document");
--> statement-breakpoint
CREATE INDEX "article_word_word" ON "handreiking"."article_word" USING btree ("word");
--> statement-breakpoint
CREATE INDEX "article_word_lexeme" ON "handreiking"."article_word" USING btree ("lexeme");
--> statement-breakpoint
CREATE INDEX "article_word_sound" ON "handreiking"."article_word" USING btree ("sound");
--> statement-breakpoint
CREATE INDEX "article_word_trigram" ON "handreiking"."article_word" USING gin ("word" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "article_of" ON "handreiking"."article" USING btree ("participant_id","review_on");
--> statement-breakpoint
CREATE INDEX "article_translation" ON "handreiking"."article" USING btree ("translation_of");
--> statement-breakpoint
CREATE INDEX "article_feedback_of" ON "handreiking"."article_feedback" USING btree ("article_id","given_at","id");
--> statement-breakpoint
CREATE INDEX "article_feedback_open" ON "handreiking"."article_feedback" USING btree ("participant_id","given_at") WHERE answered_at is null;
--> statement-breakpoint
CREATE INDEX "ledger_entry_unsealed" ON "handreiking"."ledger_entry" USING btree ("position") WHERE seq is null;
--> statement-breakpoint
CREATE INDEX "ledger_entry_segment" ON "handreiking"."ledger_entry" USING btree ("segment");
--> statement-breakpoint
CREATE INDEX "ledger_segment_open" ON "handreiking"."ledger_segment" USING btree ("first") WHERE kept_at is null or not applied;
--> statement-breakpoint
CREATE INDEX "movement_merger_of" ON "handreiking"."movement_merger" USING btree ("movement_id");
--> statement-breakpoint
CREATE INDEX "movement_merger_into" ON "handreiking"."movement_merger" USING btree ("into_id");
--> statement-breakpoint
CREATE INDEX "movement_merged" ON "handreiking"."movement" USING btree ("merged_into");
--> statement-breakpoint
CREATE INDEX "signal_review_of" ON "handreiking"."signal_review" USING btree ("signal_id","reviewed_at","id");
--> statement-breakpoint
CREATE INDEX "signal_registered" ON "handreiking"."signal" USING btree ("participant_id","registered_at","id");
--> statement-breakpoint
CREATE INDEX "signal_of_movement" ON "handreiking"."signal" USING btree ("movement_id");
--> statement-breakpoint
CREATE INDEX "signal_of_conversation" ON "handreiking"."signal" USING btree ("conversation_id");
--> statement-breakpoint
CREATE INDEX "signal_note_expires" ON "handreiking"."signal" USING btree ("expires_at") WHERE note is not null;
--> statement-breakpoint
CREATE INDEX "idempotency_record_at" ON "handreiking"."idempotency_record" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "origin_at" ON "handreiking"."origin" USING btree ("kind","at");
--> statement-breakpoint
create type handreiking.directory_root as (entity text, id uuid);
--> statement-breakpoint
-- by hand
alter table handreiking.appointment add constraint appointment_once
  exclude using gist (counsellor_id with =, tstzrange(starts_at, ends_at) with &&)
  where (state in ('planned', 'held'));
--> statement-breakpoint
-- Goes up whenever it is looked whether a read is answered from a cache, and not by the database.
create sequence handreiking.read_check;
--> statement-breakpoint
-- Others read what a second person published to them, and nothing else; the newest version is one.
alter table handreiking.article add constraint article_newest
  foreign key (id, newest)
    references handreiking.article_version(article_id, number) deferrable initially deferred;
--> statement-breakpoint
alter table handreiking.article add constraint article_published
  foreign key (id, shown, audience)
    references handreiking.article_publication(article_id, number, audience);
--> statement-breakpoint
-- A disclosure stands only while its referral is scheduled or connected, and such a referral has one.
alter table handreiking.disclosure add constraint disclosure_referral
  foreign key (referral_id, sender_id, recipient_id, needs_disclosed)
    references handreiking.referral(id, sender_id, recipient_id, disclosed) deferrable initially deferred;
--> statement-breakpoint
-- A help question is framed in a conversation of its own case; the table is another feature's.
alter table handreiking.help_question add constraint help_question_conversation
  foreign key (conversation_id, case_id, participant_id)
    references handreiking.conversation(id, case_id, participant_id);
--> statement-breakpoint
alter table handreiking.movement add constraint movement_merged_into
  foreign key (merged_into, participant_id, needs_standing)
    references handreiking.movement(id, participant_id, standing) deferrable initially deferred;
--> statement-breakpoint
-- A live referral on a withdrawn consent, or on one for another recipient, case or purpose, cannot be committed.
-- Where an offer and a withdrawal race, the later commit fails with 23503 and is tried again.
alter table handreiking.referral add constraint referral_consent
  foreign key (consent_id, case_id, sender_id, recipient_id, basis_purpose, basis_expires_at, needs_live)
    references handreiking.consent(id, case_id, participant_id, recipient_id, purpose, expires_at, live) deferrable initially deferred;
--> statement-breakpoint
-- A live referral on an override that carries nothing cannot be committed by anyone, whichever row changed last: one not
-- approved or ended, one that the caller objected to unless the referral is suspended, one with another end.
-- Where a refusal and an offer race, the later commit fails with 23503 and is tried again.
alter table handreiking.referral add constraint referral_override
  foreign key (override_id, case_id, sender_id, recipient_id, basis_expires_at, needs_live, suspended)
    references handreiking.override(id, case_id, participant_id, recipient_id, stands_until, live, disputed) deferrable initially deferred;
--> statement-breakpoint
-- A case that is erased takes the conversation with it: what was told of the movement stays, in codes.
alter table handreiking.signal add constraint signal_conversation
  foreign key (conversation_id, participant_id)
    references handreiking.conversation(id, participant_id) on delete set null (conversation_id);
