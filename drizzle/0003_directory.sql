-- The rest of the directory standard (HSDS 3.1), field for field, and callers' own words for topics.
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
ALTER TABLE "handreiking"."contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."language" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."accessibility" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text,
	"details" text,
	"url" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."accessibility" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."address" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."organization_identifier" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"identifier_scheme" text,
	"identifier_type" text NOT NULL,
	"identifier" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."organization_identifier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."program" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handreiking"."program" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."schedule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."search_synonym" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phrase" text NOT NULL,
	"taxonomy_term_id" uuid NOT NULL,
	CONSTRAINT "search_synonym_pair" UNIQUE("phrase","taxonomy_term_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."search_synonym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."cost_option" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."funding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"service_id" uuid,
	"source" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."required_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"document" text,
	"uri" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."required_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."service_capacity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scheme" text,
	"identifier" text,
	"uri" text
);
--> statement-breakpoint
ALTER TABLE "handreiking"."unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."url" (
	"id" uuid PRIMARY KEY NOT NULL,
	"label" text,
	"url" text NOT NULL,
	"organization_id" uuid,
	"service_id" uuid
);
--> statement-breakpoint
ALTER TABLE "handreiking"."url" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."metadata" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" DROP CONSTRAINT "attribute_link";--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" DROP CONSTRAINT "taxonomy_term_code";--> statement-breakpoint
ALTER TABLE "handreiking"."phone" DROP CONSTRAINT "phone_of";--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" DROP CONSTRAINT "attribute_link_id_service_id_fk";
--> statement-breakpoint
DROP INDEX "handreiking"."attribute_term";--> statement-breakpoint
ALTER TABLE "handreiking"."location" ALTER COLUMN "organization_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ALTER COLUMN "service_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ALTER COLUMN "taxonomy_term_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ALTER COLUMN "name_en" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "alternate_name" text;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "transportation" text;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "external_identifier" text;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "external_identifier_type" text;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "tax_status" text;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "tax_id" text;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "year_incorporated" integer;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "legal_status" text;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "uri" text;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "parent_organization_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "is_public" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD COLUMN "service_at_location_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD COLUMN "extension" integer;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD COLUMN "service_at_location_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD COLUMN "uri" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service_at_location" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD COLUMN "link_type" text;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD COLUMN "value" text;--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "program_id" uuid;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "eligibility_description" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "interpretation_services" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "application_process" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "wait_time" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "accreditations" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "licenses" text;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "alert" text;--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy" ADD COLUMN "uri" text;--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ADD COLUMN "term_uri" text;--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."contact" ADD CONSTRAINT "contact_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."language" ADD CONSTRAINT "language_phone_id_phone_id_fk" FOREIGN KEY ("phone_id") REFERENCES "handreiking"."phone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."accessibility" ADD CONSTRAINT "accessibility_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."address" ADD CONSTRAINT "address_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."organization_identifier" ADD CONSTRAINT "organization_identifier_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."program" ADD CONSTRAINT "program_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "handreiking"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."schedule" ADD CONSTRAINT "schedule_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."search_synonym" ADD CONSTRAINT "search_synonym_taxonomy_term_id_taxonomy_term_id_fk" FOREIGN KEY ("taxonomy_term_id") REFERENCES "handreiking"."taxonomy_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."cost_option" ADD CONSTRAINT "cost_option_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ADD CONSTRAINT "funding_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."funding" ADD CONSTRAINT "funding_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."required_document" ADD CONSTRAINT "required_document_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_capacity" ADD CONSTRAINT "service_capacity_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_capacity" ADD CONSTRAINT "service_capacity_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "handreiking"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."url" ADD CONSTRAINT "url_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "handreiking"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."url" ADD CONSTRAINT "url_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "handreiking"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_of_organization" ON "handreiking"."contact" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "contact_of_service" ON "handreiking"."contact" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "contact_of_service_at_location" ON "handreiking"."contact" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "contact_of_location" ON "handreiking"."contact" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "language_of_service" ON "handreiking"."language" USING btree ("service_id","code");--> statement-breakpoint
CREATE INDEX "language_of_location" ON "handreiking"."language" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "language_of_phone" ON "handreiking"."language" USING btree ("phone_id");--> statement-breakpoint
CREATE INDEX "accessibility_of_location" ON "handreiking"."accessibility" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "address_of_location" ON "handreiking"."address" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "organization_identifier_of" ON "handreiking"."organization_identifier" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "organization_identifier_value" ON "handreiking"."organization_identifier" USING btree ("identifier_type","identifier");--> statement-breakpoint
CREATE INDEX "program_of_organization" ON "handreiking"."program" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "schedule_of_service" ON "handreiking"."schedule" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "schedule_of_location" ON "handreiking"."schedule" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "schedule_of_service_at_location" ON "handreiking"."schedule" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "cost_option_of_service" ON "handreiking"."cost_option" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "funding_of_organization" ON "handreiking"."funding" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "funding_of_service" ON "handreiking"."funding" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "required_document_of_service" ON "handreiking"."required_document" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_capacity_of_service" ON "handreiking"."service_capacity" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "url_of_organization" ON "handreiking"."url" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "url_of_service" ON "handreiking"."url" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "metadata_of" ON "handreiking"."metadata" USING btree ("resource_id");--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "handreiking"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service_area" ADD CONSTRAINT "service_area_service_at_location_id_service_at_location_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "handreiking"."service_at_location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD CONSTRAINT "service_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "handreiking"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_of_location" ON "handreiking"."phone" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "phone_of_contact" ON "handreiking"."phone" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "phone_of_service_at_location" ON "handreiking"."phone" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "service_area_of_place" ON "handreiking"."service_area" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "attribute_term" ON "handreiking"."attribute" USING btree ("taxonomy_term_id","link_id");--> statement-breakpoint
ALTER TABLE "handreiking"."attribute" ADD CONSTRAINT "attribute_link" UNIQUE NULLS NOT DISTINCT("link_id","taxonomy_term_id","link_type","value");--> statement-breakpoint
ALTER TABLE "handreiking"."taxonomy_term" ADD CONSTRAINT "taxonomy_term_code" UNIQUE("taxonomy_id","code");--> statement-breakpoint
ALTER TABLE "handreiking"."phone" ADD CONSTRAINT "phone_of" CHECK (num_nonnulls(organization_id, service_id, location_id, contact_id, service_at_location_id) > 0);--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."contact" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."contact" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."contact" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."language" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."language" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."language" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."accessibility" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."accessibility" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."accessibility" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."address" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."address" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."address" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."program" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."program" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."program" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."schedule" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."schedule" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."schedule" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."search_synonym" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."search_synonym" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."search_synonym" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."cost_option" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."cost_option" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."cost_option" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."funding" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."funding" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."funding" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."required_document" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."required_document" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."required_document" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_capacity" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_capacity" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_capacity" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."unit" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."unit" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."unit" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."url" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."url" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."url" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."metadata" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."metadata" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."metadata" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
grant select, insert, update on
  handreiking.organization_identifier, handreiking.program, handreiking.cost_option, handreiking.required_document,
  handreiking.funding, handreiking.unit, handreiking.service_capacity, handreiking.url, handreiking.address,
  handreiking.accessibility, handreiking.contact, handreiking.language, handreiking.schedule, handreiking.metadata,
  handreiking.search_synonym to handreiking_app;
