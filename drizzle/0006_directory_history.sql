-- Editing of the directory: who may, every version of every record, tombstones, and the feed of its changes.

-- Whether the actor's participant answers for every entry that is named; what the policies below stand on.
create function handreiking.actor_answers_for(organization uuid default null, service uuid default null,
    location uuid default null, place uuid default null, contact uuid default null, phone uuid default null)
  returns boolean language plpgsql stable security definer set search_path = handreiking, pg_temp as $$
declare
  answered integer;
begin
  if num_nonnulls(organization, service, location, place, contact, phone) = 0 then return false; end if;
  if contact is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id)
      from contact as part where part.id = actor_answers_for.contact), false) then return false; end if;
  if phone is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id,
        part.contact_id)
      from phone as part where part.id = actor_answers_for.phone), false) then return false; end if;
  select count(*) into answered from (
      select actor_answers_for.organization as id where actor_answers_for.organization is not null
      union all select entry.organization_id from service as entry where entry.id = actor_answers_for.service
      union all select entry.organization_id from location as entry where entry.id = actor_answers_for.location
      union all select entry.organization_id from service_at_location as part
        join service as entry on entry.id = part.service_id where part.id = actor_answers_for.place) as owner
    join organization_participant as link on link.organization_id = owner.id
  where link.participant_id = actor_participant();
  return answered = num_nonnulls(organization, service, location, place);
end $$;
--> statement-breakpoint
revoke execute on function handreiking.actor_answers_for(uuid, uuid, uuid, uuid, uuid, uuid) from public;
--> statement-breakpoint
grant execute on function handreiking.actor_answers_for(uuid, uuid, uuid, uuid, uuid, uuid) to handreiking_app;
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
ALTER TABLE "handreiking"."directory_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."directory_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."location" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."organization" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "directory_change_unnumbered" ON "handreiking"."directory_change" USING btree ("transaction","entity","record_id") WHERE number is null;--> statement-breakpoint
CREATE INDEX "directory_version_of" ON "handreiking"."directory_version" USING btree ("root_id","position");--> statement-breakpoint
CREATE INDEX "directory_version_of_record" ON "handreiking"."directory_version" USING btree ("record_id","position");--> statement-breakpoint
ALTER TABLE "handreiking"."service" ADD CONSTRAINT "service_deleted" CHECK (deleted_at is null or status = 'defunct');--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."contact" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."language" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."phone" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."accessibility" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."address" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."program" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."schedule" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."cost_option" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."funding" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."required_document" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_area" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_at_location" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_capacity" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."url" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."attribute" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."directory_change" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."directory_version" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."contact" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."contact" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."language" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."language" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."phone" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."phone" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."accessibility" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."accessibility" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."address" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."address" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));--> statement-breakpoint
ALTER POLICY "public" ON "handreiking"."location" TO handreiking_app USING (deleted_at is null);--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."location" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."location" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."organization_identifier" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."organization_identifier" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public" ON "handreiking"."organization" TO handreiking_app USING (deleted_at is null);--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."organization" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."organization" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."program" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."program" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."schedule" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."schedule" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."cost_option" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."cost_option" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."funding" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."funding" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."required_document" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."required_document" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."service_area" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."service_area" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."service_at_location" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."service_at_location" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."service_capacity" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."service_capacity" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));--> statement-breakpoint
ALTER POLICY "public" ON "handreiking"."service" TO handreiking_app USING (deleted_at is null);--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."service" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."service" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."url" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."url" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));--> statement-breakpoint
ALTER POLICY "public_insert" ON "handreiking"."attribute" TO handreiking_app WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));--> statement-breakpoint
ALTER POLICY "public_update" ON "handreiking"."attribute" TO handreiking_app USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));
--> statement-breakpoint
-- by hand
grant delete on
  handreiking.service_at_location, handreiking.contact, handreiking.phone, handreiking.language, handreiking.schedule,
  handreiking.service_area, handreiking.cost_option, handreiking.required_document, handreiking.funding,
  handreiking.service_capacity, handreiking.url, handreiking.organization_identifier, handreiking.address,
  handreiking.accessibility, handreiking.attribute to handreiking_app;
--> statement-breakpoint
grant select on handreiking.directory_version, handreiking.directory_change to handreiking_app;
--> statement-breakpoint
-- Writes a version of each row that a statement changed, and which entries that changes. The arguments of its
-- triggers are the entry that a row is part of, as SQL over the row `r`. The actor is whom the transaction names.
create function handreiking.keep_versions() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $body$
declare
  actor jsonb := coalesce(nullif(current_setting('handreiking.actor', true), ''), '{}')::jsonb;
begin
  execute format($query$
    with written as (
      insert into directory_version (entity, record_id, root_entity, root_id, change, fields, content, at,
        participant_id, actor_kind, actor_id, on_behalf_of)
      select %1$L, r.id, %2$s, %3$s, told.change, told.fields, to_jsonb(r), $2,
        actor_participant(), $1 ->> 'kind', ($1 ->> 'id')::uuid, ($1 ->> 'onBehalfOf')::uuid
      from %4$s
      returning entity, record_id, root_entity, root_id, change)
    insert into directory_change as earlier (entity, record_id, change, at)
    select root_entity, root_id, coalesce(max(change) filter (where entity = root_entity and record_id = root_id),
      'changed'), $2
    from written where root_id is not null and root_entity is not null group by root_entity, root_id
    on conflict (transaction, entity, record_id) where number is null do update set change = excluded.change
    where excluded.change = 'deleted' or earlier.change = 'changed' and excluded.change = 'created'
    $query$, tg_table_name, tg_argv[0], tg_argv[1], case tg_op
      when 'INSERT' then $$new_rows as r cross join (values ('created', null::text[])) as told (change, fields)$$
      when 'DELETE' then $$old_rows as r cross join (values ('deleted', null::text[])) as told (change, fields)$$
      -- A time of the last change tells nothing by itself.
      else $$new_rows as r join old_rows as o on o.id = r.id cross join lateral (
          select case when to_jsonb(r) ->> 'deleted_at' is null then 'changed' else 'deleted' end as change,
            array_agg(key order by key) as fields
          from jsonb_each(to_jsonb(r)) where value is distinct from to_jsonb(o) -> key and key <> 'last_modified')
        as told where told.fields is not null$$
      end)
    using actor, coalesce((actor ->> 'at')::timestamptz, now());
  return null;
end $body$;
--> statement-breakpoint
create type handreiking.directory_root as (entity text, id uuid);
--> statement-breakpoint
-- The entry that a part is part of; of one that names none itself, as its first version says.
create function handreiking.root_of(part text, part_id uuid) returns handreiking.directory_root language plpgsql
  stable set search_path = handreiking, pg_temp as $$
declare
  root directory_root;
  owner record;
begin
  if part = 'contact' then
    select service_id, location_id, organization_id, null::uuid as contact_id, service_at_location_id into owner
      from contact where contact.id = part_id;
  elsif part = 'phone' then
    select service_id, location_id, organization_id, contact_id, service_at_location_id into owner
      from phone where phone.id = part_id;
  else
    select root_entity, root_id into root from directory_version
      where record_id = part_id and directory_version.entity = part order by position limit 1;
    return root;
  end if;
  if owner.service_at_location_id is not null and owner.service_id is null then
    select 'service', service_id into root from service_at_location where id = owner.service_at_location_id;
  elsif owner.service_id is not null then root := row('service', owner.service_id);
  elsif owner.location_id is not null then root := row('location', owner.location_id);
  elsif owner.organization_id is not null then root := row('organization', owner.organization_id);
  elsif owner.contact_id is not null then root := root_of('contact', owner.contact_id);
  end if;
  return root;
end $$;
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.taxonomy referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''taxonomy''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.taxonomy referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''taxonomy''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.taxonomy referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''taxonomy''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.taxonomy_term referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''taxonomy_term''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.taxonomy_term referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''taxonomy_term''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.taxonomy_term referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''taxonomy_term''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.unit referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''unit''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.unit referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''unit''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.unit referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''unit''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.organization referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.organization referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.organization referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.service referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.service referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.service referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.location referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.location referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.location referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.program referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.program referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.program referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.organization_identifier referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.organization_identifier referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.organization_identifier referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''organization''', 'r.organization_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.service_at_location referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.service_at_location referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.service_at_location referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.cost_option referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.cost_option referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.cost_option referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.required_document referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.required_document referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.required_document referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.service_capacity referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.service_capacity referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.service_capacity referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'r.service_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.address referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.address referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.address referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.accessibility referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_update after update on handreiking.accessibility referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.accessibility referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''location''', 'r.location_id');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.funding referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.funding referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.funding referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.url referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.url referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.url referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is null then ''organization'' else ''service'' end', 'coalesce(r.service_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.service_area referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');
--> statement-breakpoint
create trigger keep_update after update on handreiking.service_area referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.service_area referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('''service''', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id))');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.schedule referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.schedule referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.schedule referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' else ''location'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.contact referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.contact referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.contact referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.phone referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.phone referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.phone referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.contact_id is null then case when num_nonnulls(r.service_id, r.service_at_location_id) > 0 then ''service'' when r.location_id is not null then ''location'' else ''organization'' end else (root_of(''contact'', r.contact_id)).entity end', 'coalesce(r.service_id, (select part.service_id from service_at_location as part where part.id = r.service_at_location_id), r.location_id, r.organization_id, (root_of(''contact'', r.contact_id)).id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.language referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');
--> statement-breakpoint
create trigger keep_update after update on handreiking.language referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.language referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.service_id is not null then ''service'' when r.location_id is not null then ''location'' else (root_of(''phone'', r.phone_id)).entity end', 'coalesce(r.service_id, r.location_id, (root_of(''phone'', r.phone_id)).id)');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.attribute referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');
--> statement-breakpoint
create trigger keep_update after update on handreiking.attribute referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.attribute referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_entity else (root_of(r.link_entity, r.link_id)).entity end', 'case when r.link_entity in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.link_id else (root_of(r.link_entity, r.link_id)).id end');
--> statement-breakpoint
create trigger keep_insert after insert on handreiking.metadata referencing new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');
--> statement-breakpoint
create trigger keep_update after update on handreiking.metadata referencing old table as old_rows new table as new_rows
  for each statement execute function handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');
--> statement-breakpoint
create trigger keep_delete after delete on handreiking.metadata referencing old table as old_rows
  for each statement execute function handreiking.keep_versions('case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_type else (root_of(r.resource_type, r.resource_id)).entity end', 'case when r.resource_type in (''service'', ''organization'', ''location'', ''taxonomy'', ''taxonomy_term'', ''unit'') then r.resource_id else (root_of(r.resource_type, r.resource_id)).id end');
--> statement-breakpoint
-- Versions stay as they are; a change is numbered once.
create function handreiking.guard_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history of the directory does not change' using errcode = 'HR101';
end $$;
--> statement-breakpoint
create trigger guard before update or delete on handreiking.directory_version
  for each row execute function handreiking.guard_history();
--> statement-breakpoint
create trigger guard_update before update on handreiking.directory_change
  for each row when (old.number is not null) execute function handreiking.guard_history();
--> statement-breakpoint
create trigger guard_delete before delete on handreiking.directory_change
  for each row execute function handreiking.guard_history();
--> statement-breakpoint
-- Numbers committed changes, so that a reader who goes on after the last number never skips one.
create function handreiking.number_directory_changes() returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from directory_change where number is null) then return; end if;
  perform pg_advisory_xact_lock(6002, 0);
  update directory_change set number = numbered.number
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(number), 0) from directory_change) as number
        from directory_change where number is null) as numbered
  where directory_change.id = numbered.id;
end $$;
--> statement-breakpoint
-- A deleted entry is hidden, not removed: what refers to it goes on, and an import does not bring it back.
create function handreiking.delete_entry(kind text, entry uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  if not actor_is_operator() and not actor_answers_for(
      case kind when 'organization' then entry end, case kind when 'service' then entry end,
      case kind when 'location' then entry end)
  then raise exception 'only who answers for an entry deletes it' using errcode = 'HR102'; end if;
  if kind = 'service' then
    update service set deleted_at = moment, last_modified = moment, status = 'defunct'
      where id = entry and deleted_at is null;
    if not found then return false; end if;
    delete from service_search where service_id = entry;
    return true;
  elsif kind = 'location' then
    if exists (select from service_at_location where location_id = entry)
    then raise exception 'a place where a service is given stays' using errcode = 'HR103'; end if;
    update location set deleted_at = moment where id = entry and deleted_at is null;
  elsif kind = 'organization' then
    if exists (select from service where organization_id = entry and deleted_at is null)
      or exists (select from location where organization_id = entry and deleted_at is null)
    then raise exception 'an organization with entries stays' using errcode = 'HR103'; end if;
    update organization set deleted_at = moment, last_modified = moment where id = entry and deleted_at is null;
  end if;
  return found;
end $$;
--> statement-breakpoint
create function handreiking.leave_deleted_out() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  is_deleted boolean;
begin
  case tg_table_name
    when 'service' then select deleted_at is not null into is_deleted from service where id = new.id;
    when 'location' then select deleted_at is not null into is_deleted from location where id = new.id;
    else select deleted_at is not null into is_deleted from organization where id = new.id;
  end case;
  if is_deleted then return null; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger leave_deleted_out before insert on handreiking.service
  for each row execute function handreiking.leave_deleted_out();
--> statement-breakpoint
create trigger leave_deleted_out before insert on handreiking.location
  for each row execute function handreiking.leave_deleted_out();
--> statement-breakpoint
create trigger leave_deleted_out before insert on handreiking.organization
  for each row execute function handreiking.leave_deleted_out();
--> statement-breakpoint
-- The name of a service for whoever has a referral to it, also when it is deleted since.
create function handreiking.service_name(service uuid) returns text language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select name from service as entry where entry.id = service_name.service
$$;
--> statement-breakpoint
revoke execute on function handreiking.keep_versions(), handreiking.root_of(text, uuid),
  handreiking.guard_history(), handreiking.number_directory_changes(),
  handreiking.delete_entry(text, uuid, timestamptz), handreiking.leave_deleted_out(),
  handreiking.service_name(uuid) from public;
--> statement-breakpoint
grant execute on function handreiking.number_directory_changes(),
  handreiking.delete_entry(text, uuid, timestamptz), handreiking.service_name(uuid) to handreiking_app;
