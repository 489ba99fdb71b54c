-- Phrases of callers are found by their first word.
CREATE INDEX "search_synonym_first" ON "handreiking"."search_synonym" USING btree (split_part("phrase", ' ', 1));
