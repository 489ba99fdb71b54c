-- What the words of the directory sound like, so that words written as they were heard are found.
ALTER TABLE "handreiking"."search_word" ADD COLUMN "sound" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_word_sound" ON "handreiking"."search_word" USING btree ("sound");