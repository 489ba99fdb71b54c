-- What the network knows: articles in versions, who let whom read them, their words, and what readers say of them.
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
ALTER TABLE "handreiking"."article_publication" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handreiking"."article_version" (
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"markdown" text NOT NULL,
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
ALTER TABLE "handreiking"."article_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."article_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."article" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "handreiking"."article_feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."article_publication" ADD CONSTRAINT "article_publication_version" FOREIGN KEY ("article_id","number","participant_id","author_id") REFERENCES "handreiking"."article_version"("article_id","number","participant_id","author_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_publication" ADD CONSTRAINT "article_publication_member" FOREIGN KEY ("published_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_version" ADD CONSTRAINT "article_version_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_version" ADD CONSTRAINT "article_version_member" FOREIGN KEY ("author_id","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_word" ADD CONSTRAINT "article_word_version" FOREIGN KEY ("article_id","number") REFERENCES "handreiking"."article_version"("article_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_word" ADD CONSTRAINT "article_word_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article" ADD CONSTRAINT "article_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article" ADD CONSTRAINT "article_original" FOREIGN KEY ("translation_of","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_giver_id_participant_id_fk" FOREIGN KEY ("giver_id") REFERENCES "handreiking"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_article" FOREIGN KEY ("article_id","participant_id") REFERENCES "handreiking"."article"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_version" FOREIGN KEY ("article_id","number") REFERENCES "handreiking"."article_version"("article_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handreiking"."article_feedback" ADD CONSTRAINT "article_feedback_member" FOREIGN KEY ("answered_by","participant_id") REFERENCES "handreiking"."member"("id","participant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_version_document" ON "handreiking"."article_version" USING gin ("document");--> statement-breakpoint
CREATE INDEX "article_word_word" ON "handreiking"."article_word" USING btree ("word");--> statement-breakpoint
CREATE INDEX "article_word_lexeme" ON "handreiking"."article_word" USING btree ("lexeme");--> statement-breakpoint
CREATE INDEX "article_word_sound" ON "handreiking"."article_word" USING btree ("sound");--> statement-breakpoint
CREATE INDEX "article_word_trigram" ON "handreiking"."article_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "article_of" ON "handreiking"."article" USING btree ("participant_id","review_on");--> statement-breakpoint
CREATE INDEX "article_translation" ON "handreiking"."article" USING btree ("translation_of");--> statement-breakpoint
CREATE INDEX "article_feedback_of" ON "handreiking"."article_feedback" USING btree ("article_id","given_at","id");--> statement-breakpoint
CREATE INDEX "article_feedback_open" ON "handreiking"."article_feedback" USING btree ("participant_id","given_at") WHERE answered_at is null;--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."article_publication" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."article_publication"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_publication"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article_version" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or exists (select from handreiking.article
  where article.id = article_id and article.shown = number));--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article_version" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article_version" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article_word" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or exists (select from handreiking.article
  where article.id = article_id and article.shown = number));--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article_word" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article_word" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."article_word" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or withdrawn_at is null
        and (audience = 'public' or audience = 'network' and (select handreiking.actor_participant()) is not null));--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."article_feedback" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ((select handreiking.actor_participant()) in (participant_id, giver_id));--> statement-breakpoint
CREATE POLICY "two_party_given" ON "handreiking"."article_feedback" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (giver_id = (select handreiking.actor_participant()) and num_nonnulls(answer, reason, answered_by, answered_at) = 0
        and exists (select from handreiking.article where article.id = article_id
          and number = case when article.participant_id = (select handreiking.actor_participant()) then newest else shown end));--> statement-breakpoint
CREATE POLICY "two_party_answered" ON "handreiking"."article_feedback" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant())) WITH CHECK (participant_id = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- Others read what a second person published to them, and nothing else; the newest version is one.
alter table handreiking.article
  add constraint article_published foreign key (id, shown, audience)
    references handreiking.article_publication (article_id, number, audience),
  add constraint article_newest foreign key (id, newest)
    references handreiking.article_version (article_id, number) deferrable initially deferred;
--> statement-breakpoint
-- Readers become more until all are gone at once; versions are never gone back to.
create function handreiking.guard_article() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then raise exception 'the article was withdrawn' using errcode = 'HR150'; end if;
  if array_position(array['helpline', 'network', 'public'], new.audience)
      < array_position(array['helpline', 'network', 'public'], old.audience)
    or new.newest < old.newest or coalesce(new.shown, 0) < coalesce(old.shown, 0)
  then raise exception 'an article goes forward only' using errcode = 'HR151'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.article
  for each row execute function handreiking.guard_article();
--> statement-breakpoint
-- Feedback is answered once.
create function handreiking.guard_feedback() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null then raise exception 'the feedback has its answer' using errcode = 'HR152'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on handreiking.article_feedback
  for each row execute function handreiking.guard_feedback();
--> statement-breakpoint
revoke execute on function handreiking.guard_article(), handreiking.guard_feedback() from public;
--> statement-breakpoint
grant select, insert on handreiking.article, handreiking.article_version, handreiking.article_publication,
  handreiking.article_feedback to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on handreiking.article_word to handreiking_app;
--> statement-breakpoint
grant update (audience, newest, shown, review_on, reviewed_at, withdrawn_at) on handreiking.article to handreiking_app;
--> statement-breakpoint
grant update (answer, reason, answered_by, answered_at) on handreiking.article_feedback to handreiking_app;
