-- What nobody may do: who sees and writes which rows, triggers, and which rights the service's login has.

CREATE POLICY "own" ON "handreiking"."audit_checkpoint" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ("handreiking"."audit_checkpoint"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own_insert" ON "handreiking"."audit_checkpoint" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."audit_checkpoint"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."audit_event" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."audit_event"."participant_id", "handreiking"."audit_event"."subject_participant_id"));
--> statement-breakpoint
CREATE POLICY "two_party_insert" ON "handreiking"."audit_event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."audit_event"."participant_id" = (select handreiking.actor_participant()) and seq is null and hash is null);
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_access" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_access"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_access"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."help_question_change" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."help_question_change"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."help_question_change"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."help_question" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."help_question"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."help_question"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "keys"."case_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."case_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."case_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."consent" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."consent"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."consent"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."consent_receipt" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."consent_receipt"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."consent_receipt"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."cover" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."cover"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."cover"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_contact" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_contact"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_contact"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_note" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_note"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_note"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."code_word" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."code_word"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."code_word"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."safe_contact" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."safe_contact"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."safe_contact"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."case_take_over" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."case_take_over"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."case_take_over"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."event" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."event"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."event"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own_told_by_other_party" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (referral_id is not null and seq is null and (select handreiking.actor_participant()) in (sender_id, recipient_id));
--> statement-breakpoint
CREATE POLICY "own_asked_to_verify" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (type = 'verification.requested' and num_nonnulls(referral_id, seq) = 0 and (select handreiking.actor_is_operator())
        and exists (select from handreiking.verification_request as request
          where request.organization_id = event.subject_id and request.participant_id = event.participant_id));
--> statement-breakpoint
CREATE POLICY "own_told_of_correction" ON "handreiking"."event" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (type in ('correction.proposed', 'correction.accepted', 'correction.refused') and num_nonnulls(referral_id, seq) = 0
        and exists (select from handreiking.correction where correction.id = event.subject_id
          and event.type = 'correction.' || correction.state
          and case correction.state when 'proposed' then correction.participant_id else correction.decided_by end
            = (select handreiking.actor_participant())
          and case correction.state when 'proposed'
            then exists (select from handreiking.organization_participant as link
                where link.organization_id = correction.organization_id and link.participant_id = event.participant_id)
              or exists (select from handreiking.participant where participant.id = event.participant_id and operator)
            else correction.participant_id = event.participant_id end));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."contact" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."contact" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."contact" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."contact" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, place => service_at_location_id, location => location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."language" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."language" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."language" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."language" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, phone => phone_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."phone" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."phone" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."phone" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."phone" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id, location => location_id, contact => contact_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."directory_change" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."directory_version" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."directory_import" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."directory_import"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."directory_import"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."import_finding" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."import_finding"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."import_finding"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."import_part" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."import_part"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."import_part"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."accessibility" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."accessibility" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."accessibility" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."accessibility" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."address" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."address" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."address" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."address" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(location => location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."location" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (deleted_at is null);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."location" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."location" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."organization_identifier" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization_participant" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization_participant" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization_participant" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."organization" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (deleted_at is null);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."organization" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."organization" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."program" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."program" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."program" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."program" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."correction" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)));
--> statement-breakpoint
CREATE POLICY "two_party_proposed" ON "handreiking"."correction" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (participant_id = (select handreiking.actor_participant()) and state = 'proposed');
--> statement-breakpoint
CREATE POLICY "two_party_decided" ON "handreiking"."correction" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING (((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id))) WITH CHECK (decided_by = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."duplicate_dismissal" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."removed_synonym" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_intake" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_intake" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_intake" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification_request" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification_request" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."verification_request" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification_round" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification_round" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."verification_round" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."verification" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."verification" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (participant_id = (select handreiking.actor_participant()) and ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."schedule" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."schedule" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."schedule" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."schedule" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, location => location_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."search_synonym" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."search_synonym" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."search_synonym" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."search_synonym" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."search_word" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."search_word" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."search_word" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_search" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_search" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_search" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."cost_option" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."cost_option" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."cost_option" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."cost_option" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."funding" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."funding" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."funding" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."funding" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."required_document" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."required_document" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."required_document" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."required_document" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_area" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_area" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_area" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_area" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id, place => service_at_location_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_at_location" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_at_location" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_at_location" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_at_location" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service_capacity" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service_capacity" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service_capacity" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."service_capacity" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."service" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (deleted_at is null);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."service" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."service" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."unit" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."unit" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."unit" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."url" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."url" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."url" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."url" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => organization_id, service => service_id));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."attribute" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."attribute" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."attribute" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end)) WITH CHECK ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."attribute" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING ((select handreiking.actor_is_operator()) or handreiking.actor_answers_for(organization => case when link_entity = 'organization' then link_id end, service => case when link_entity = 'service' then link_id end, location => case when link_entity = 'location' then link_id end, place => case when link_entity = 'service_at_location' then link_id end, contact => case when link_entity = 'contact' then link_id end, phone => case when link_entity = 'phone' then link_id end));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."metadata" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."metadata" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."metadata" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."taxonomy" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."taxonomy" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."taxonomy" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."taxonomy_term" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."emergency" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."emergency"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."emergency"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."obligation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."obligation"."sender_id", "handreiking"."obligation"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."obligation"."sender_id", "handreiking"."obligation"."recipient_id"));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override_request" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override_request"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override_request"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party_sent" ON "keys"."disclosure_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."disclosure_key"."sender_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."disclosure_key"."sender_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."erasure" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."erasure"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."erasure"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override_release" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override_release"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override_release"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."override" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."override"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."override"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."contact_confirmation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."contact_confirmation"."sender_id", "handreiking"."contact_confirmation"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."contact_confirmation"."sender_id", "handreiking"."contact_confirmation"."recipient_id"));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."disclosure" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ((select handreiking.actor_participant()) in ("handreiking"."disclosure"."sender_id", "handreiking"."disclosure"."recipient_id")) WITH CHECK ((select handreiking.actor_participant()) in ("handreiking"."disclosure"."sender_id", "handreiking"."disclosure"."recipient_id"));
--> statement-breakpoint
CREATE POLICY "two_party_sent" ON "handreiking"."referral" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."referral"."sender_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."referral"."sender_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party_received" ON "handreiking"."referral" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null);
--> statement-breakpoint
CREATE POLICY "two_party_answered" ON "handreiking"."referral" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null) WITH CHECK ("handreiking"."referral"."recipient_id" = (select handreiking.actor_participant()) and "handreiking"."referral"."offered_at" is not null and "handreiking"."referral"."forgotten_at" is null);
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."untold_ending" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."refusal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."refusal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."refusal"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."client_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."client_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."client_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."client" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."client"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."client"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."used_assertion" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."used_assertion"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."used_assertion"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."used_proof" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."used_proof"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."used_proof"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."invitation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."invitation"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."invitation"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."passkey_challenge" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."passkey" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."passkey"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."passkey"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."proposal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."proposal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."proposal"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."identity_provider" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."identity_provider"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."identity_provider"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."member_identity" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."member_identity"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."member_identity"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."sign_in" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."sign_in"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."sign_in"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."session" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."session"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."session"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."member" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."member"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."member"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant_key" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."participant_key" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."participant_key" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."participant_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant_suspension" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."participant" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."participant" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."participant" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."partnership" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."partnership" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."partnership" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ((select handreiking.actor_is_operator())) WITH CHECK ((select handreiking.actor_is_operator()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."countersignature" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."countersignature"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."countersignature"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."person_mark" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."appointment" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."appointment"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."appointment"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."conversation_addition" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."conversation_addition"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."conversation_addition"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."conversation" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."conversation"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."conversation"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."web_form" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (true);
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."web_form" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."web_form" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."web_form"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."mailbox_watch" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."mailbox_watch"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."mailbox_watch"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."mail" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."mail"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."mail"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."availability" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."availability"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."availability"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."availability_exception" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."availability_exception"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."availability_exception"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."calendar_feed" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."calendar_feed"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."calendar_feed"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."contact_attempt" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."contact_attempt"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."contact_attempt"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."planning_rule" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."planning_rule"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."planning_rule"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."callback_request" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."callback_request"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."callback_request"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "keys"."request_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."request_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."request_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."reporting_step" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."reporting_step"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."reporting_step"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."article_publication" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."article_publication"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_publication"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article_version" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or exists (select from handreiking.article
  where article.id = article_id and article.shown = number));
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article_version" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article_version" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_version"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article_word" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or exists (select from handreiking.article
  where article.id = article_id and article.shown = number));
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article_word" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article_word" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article_word"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_delete" ON "handreiking"."article_word" AS PERMISSIVE FOR DELETE TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public" ON "handreiking"."article" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant()) or withdrawn_at is null
        and (audience = 'public' or audience = 'network' and (select handreiking.actor_participant()) is not null));
--> statement-breakpoint
CREATE POLICY "public_insert" ON "handreiking"."article" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK ("handreiking"."article"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "public_update" ON "handreiking"."article" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING ("handreiking"."article"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."article"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "two_party" ON "handreiking"."article_feedback" AS PERMISSIVE FOR SELECT TO "handreiking_app" USING ((select handreiking.actor_participant()) in (participant_id, giver_id));
--> statement-breakpoint
CREATE POLICY "two_party_given" ON "handreiking"."article_feedback" AS PERMISSIVE FOR INSERT TO "handreiking_app" WITH CHECK (giver_id = (select handreiking.actor_participant()) and num_nonnulls(answer, reason, answered_by, answered_at) = 0
        and exists (select from handreiking.article where article.id = article_id
          and number = case when article.participant_id = (select handreiking.actor_participant()) then newest else shown end));
--> statement-breakpoint
CREATE POLICY "two_party_answered" ON "handreiking"."article_feedback" AS PERMISSIVE FOR UPDATE TO "handreiking_app" USING (participant_id = (select handreiking.actor_participant())) WITH CHECK (participant_id = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."ledger_entry" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."ledger_segment" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "own" ON "keys"."movement_key" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("keys"."movement_key"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("keys"."movement_key"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."movement_merger" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."movement_merger"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."movement_merger"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."movement" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."movement"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."movement"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."signal_review" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."signal_review"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."signal_review"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."signal" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."signal"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."signal"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."statistics_release" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."statistics_release"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."statistics_release"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."idempotency_record" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."idempotency_record"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."idempotency_record"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."origin" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."quota" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);
--> statement-breakpoint
create constraint trigger move_told after insert or update of state, move_id on handreiking.referral
  deferrable initially deferred for each row execute function handreiking.check_move_told();
--> statement-breakpoint
create constraint trigger entry_true after insert on handreiking.audit_event
  deferrable initially deferred for each row execute function handreiking.check_entry_true();
--> statement-breakpoint
create trigger guard before update on handreiking.consent
  for each row execute function handreiking.guard_consent();
--> statement-breakpoint
create constraint trigger consent_told after insert or update on handreiking.consent
  deferrable initially deferred for each row execute function handreiking.check_consent_told();
--> statement-breakpoint
create trigger next_action after update of state on handreiking.referral
  for each row when (new.state in ('declined', 'withdrawn', 'lapsed') and old.offered_at is not null)
  execute function handreiking.give_next_action();
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
create trigger guard before update or delete on handreiking.directory_version
  for each row execute function handreiking.guard_history();
--> statement-breakpoint
create trigger guard_update before update on handreiking.directory_change
  for each row when (old.number is not null) execute function handreiking.guard_history();
--> statement-breakpoint
create trigger guard_delete before delete on handreiking.directory_change
  for each row execute function handreiking.guard_history();
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
create trigger place before insert on handreiking.verification
  for each row execute function handreiking.place_entry();
--> statement-breakpoint
create trigger place before insert on handreiking.correction
  for each row execute function handreiking.place_entry();
--> statement-breakpoint
create trigger assure after insert on handreiking.verification
  for each row when (new.entry_kind = 'service') execute function handreiking.assure_service();
--> statement-breakpoint
create trigger guard before update on handreiking.correction
  for each row execute function handreiking.guard_correction();
--> statement-breakpoint
create trigger told after insert or update on handreiking.service_intake
  for each row execute function handreiking.tell_capacity();
--> statement-breakpoint
create constraint trigger question_seen_to after update of next_action, next_action_on, ended_at
  on handreiking.help_question
  deferrable initially deferred for each row execute function handreiking.check_question();
--> statement-breakpoint
create constraint trigger question_seen_to after update of state on handreiking.referral
  deferrable initially deferred for each row execute function handreiking.check_question();
--> statement-breakpoint
create constraint trigger introduced after update of state on handreiking.referral
  deferrable initially deferred for each row when (new.state in ('scheduled', 'connected', 'completed'))
  execute function handreiking.check_introduced();
--> statement-breakpoint
create trigger guard before insert on handreiking.contact_confirmation
  for each row execute function handreiking.guard_confirmation();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.disclosure
  for each row execute function handreiking.guard_disclosure();
--> statement-breakpoint
create trigger disclosure_ends after update of state on handreiking.referral
  for each row when (new.state in ('completed', 'declined', 'withdrawn', 'lapsed') and old.disclosed)
  execute function handreiking.end_disclosure();
--> statement-breakpoint
create trigger completed_obliged after update of withdrawn_at on handreiking.consent
  for each row when (new.withdrawn_at is not null) execute function handreiking.oblige_completed();
--> statement-breakpoint
create trigger guard before update on handreiking.obligation
  for each row execute function handreiking.guard_obligation();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.override
  for each row execute function handreiking.guard_override();
--> statement-breakpoint
create constraint trigger override_told after insert or update on handreiking.override
  deferrable initially deferred for each row execute function handreiking.check_override_told();
--> statement-breakpoint
create constraint trigger told after insert on handreiking.contact_confirmation
  deferrable initially deferred for each row execute function handreiking.check_confirmation_told();
--> statement-breakpoint
create constraint trigger told after update on handreiking.obligation
  deferrable initially deferred for each row execute function handreiking.check_obligation_told();
--> statement-breakpoint
create trigger guard before update on handreiking.participant_key
  for each row execute function handreiking.guard_participant_key();
--> statement-breakpoint
create trigger guard before update or delete on handreiking.erasure
  for each row execute function handreiking.guard_erasure();
--> statement-breakpoint
create trigger guard before insert on handreiking.referral
  for each row execute function handreiking.guard_referral();
--> statement-breakpoint
create trigger guard_change before update on handreiking.referral
  for each row when (new.forgotten_at is not distinct from old.forgotten_at)
  execute function handreiking.guard_referral();
--> statement-breakpoint
create trigger guard_forgetting before update on handreiking.referral
  for each row when (new.forgotten_at is distinct from old.forgotten_at)
  execute function handreiking.guard_forgetting();
--> statement-breakpoint
create trigger sessions_end after update of suspended_at on handreiking.member
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.end_sessions_of_suspended();
--> statement-breakpoint
create trigger sessions_end after update of suspended_at on handreiking.participant
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.end_sessions_of_suspended();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.invitation
  for each row execute function handreiking.guard_invitation();
--> statement-breakpoint
create trigger guard before update on handreiking.passkey
  for each row execute function handreiking.guard_passkey();
--> statement-breakpoint
create constraint trigger passkey_left after update of revoked_at on handreiking.passkey
  deferrable initially deferred for each row execute function handreiking.check_passkey_left();
--> statement-breakpoint
create trigger invitations_end after update of suspended_at on handreiking.member
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function handreiking.void_invitations_of_suspended();
--> statement-breakpoint
create trigger guard before update or delete on handreiking.audit_event
  for each row execute function handreiking.guard_audit();
--> statement-breakpoint
create trigger guard_all before truncate on handreiking.audit_event
  for each statement execute function handreiking.guard_audit();
--> statement-breakpoint
create trigger guard before update or delete on handreiking.audit_checkpoint
  for each row execute function handreiking.guard_checkpoint();
--> statement-breakpoint
create trigger guard_all before truncate on handreiking.audit_checkpoint
  for each statement execute function handreiking.guard_checkpoint();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.proposal
  for each row execute function handreiking.guard_proposal();
--> statement-breakpoint
create constraint trigger proposal_told after insert or update on handreiking.proposal
  deferrable initially deferred for each row execute function handreiking.check_proposal_told();
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.member
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-member');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.member
  deferrable initially deferred for each row when (not new.roles <@ old.roles)
  execute function handreiking.check_two_persons('change-member');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.member
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('reinstate-member');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.client
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-client');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.client
  deferrable initially deferred for each row
  when (not new.scopes <@ old.scopes or old.requires_dpop and not new.requires_dpop
    or old.profile = 'fapi' and new.profile <> 'fapi')
  execute function handreiking.check_two_persons('change-client');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.client
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('readmit-client');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.client_key
  deferrable initially deferred for each row
  execute function handreiking.check_two_persons('add-client', 'add-client-key');
--> statement-breakpoint
-- A key does not come back and does not live longer: no proposal stands for that.
create constraint trigger two_persons_change after update on handreiking.client_key
  deferrable initially deferred for each row when (old.jwk <> new.jwk or old.revoked_at is not null and new.revoked_at is null
    or coalesce(new.expires_at, 'infinity') > coalesce(old.expires_at, 'infinity'))
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.participant_key
  deferrable initially deferred for each row execute function handreiking.check_two_persons('add-participant-key');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.participant_key
  deferrable initially deferred for each row when (old.jwk <> new.jwk or old.revoked_at is not null and new.revoked_at is null
    or new.expires_at > old.expires_at)
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.partnership
  deferrable initially deferred for each row when (new.sends or new.receives)
  execute function handreiking.check_two_persons('agree-partnership', 'admit-participant');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.partnership
  deferrable initially deferred for each row when (new.sends and not old.sends or new.receives and not old.receives
    or (new.acknowledge_within, new.answer_within, new.answer_grace, new.introduce_within, new.confirm_within,
        new.working_days, new.retention_days, new.case_retention_days)
      is distinct from
       (old.acknowledge_within, old.answer_within, old.answer_grace, old.introduce_within, old.confirm_within,
        old.working_days, old.retention_days, old.case_retention_days))
  execute function handreiking.check_two_persons('agree-partnership');
--> statement-breakpoint
-- Who is reached by telephone has no login: the first handover makes them a participant.
create constraint trigger two_persons_add after insert on handreiking.participant
  deferrable initially deferred for each row when (new.reach <> 'phone')
  execute function handreiking.check_two_persons('admit-participant');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.participant
  deferrable initially deferred for each row when (old.reach = 'phone' and new.reach <> 'phone')
  execute function handreiking.check_two_persons('none');
--> statement-breakpoint
create constraint trigger two_persons_back after update on handreiking.participant
  deferrable initially deferred for each row when (old.suspended_at is not null and new.suspended_at is null)
  execute function handreiking.check_two_persons('readmit-participant');
--> statement-breakpoint
create constraint trigger two_persons_end after update on handreiking.participant
  deferrable initially deferred for each row when (old.two_persons and not new.two_persons)
  execute function handreiking.check_two_persons('end-two-persons');
--> statement-breakpoint
create constraint trigger two_persons_keep after insert or update on handreiking.identity_provider
  deferrable initially deferred for each row
  execute function handreiking.check_two_persons('keep-identity-provider');
--> statement-breakpoint
create constraint trigger two_persons_add after insert on handreiking.member_identity
  deferrable initially deferred for each row execute function handreiking.check_two_persons('link-member');
--> statement-breakpoint
create constraint trigger two_persons_change after update on handreiking.member_identity
  deferrable initially deferred for each row when (new.expected <> old.expected)
  execute function handreiking.check_two_persons('link-member');
--> statement-breakpoint
create trigger guard before update on handreiking.article
  for each row execute function handreiking.guard_article();
--> statement-breakpoint
create trigger guard before update on handreiking.article_feedback
  for each row execute function handreiking.guard_feedback();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.callback_request
  for each row execute function handreiking.guard_request();
--> statement-breakpoint
create trigger destroy_key after update on handreiking.callback_request
  for each row when (old.let_go_at is null and new.let_go_at is not null)
  execute function handreiking.destroy_request_key();
--> statement-breakpoint
create trigger guard before insert or update on keys.request_key
  for each row execute function handreiking.guard_request_key();
--> statement-breakpoint
create trigger forget_senders after update on handreiking.callback_request
  for each row when (old.let_go_at is null and new.let_go_at is not null)
  execute function handreiking.forget_senders();
--> statement-breakpoint
create trigger guard_new before insert on handreiking.appointment
  for each row execute function handreiking.guard_new_appointment();
--> statement-breakpoint
create trigger guard before update on handreiking.appointment
  for each row execute function handreiking.guard_appointment();
--> statement-breakpoint
create constraint trigger check_end after update on handreiking.appointment
  deferrable initially deferred for each row
  when (old.state is distinct from new.state and new.state in ('moved', 'held'))
  execute function handreiking.check_appointment_end();
--> statement-breakpoint
create trigger guard before insert on handreiking.contact_attempt
  for each row execute function handreiking.guard_attempt();
--> statement-breakpoint
create trigger guard before update on handreiking.calendar_feed
  for each row execute function handreiking.guard_calendar_feed();
--> statement-breakpoint
create trigger movement_merger_kept before update on handreiking.movement
  for each row execute function handreiking.keep_merger();
--> statement-breakpoint
create constraint trigger movement_merger_recorded after insert or update on handreiking.movement
  deferrable initially deferred for each row execute function handreiking.merger_recorded();
--> statement-breakpoint
create trigger signal_kept before insert or update on handreiking.signal
  for each row execute function handreiking.keep_signal();
--> statement-breakpoint
create trigger statistics_release_frozen before update or delete on handreiking.statistics_release
  for each row execute function handreiking.refuse_rewriting();
--> statement-breakpoint
create trigger signal_review_frozen before update or delete on handreiking.signal_review
  for each row execute function handreiking.refuse_rewriting();
--> statement-breakpoint
create trigger movement_merger_frozen before update or delete on handreiking.movement_merger
  for each row execute function handreiking.refuse_rewriting();
--> statement-breakpoint
create trigger new_owner before insert or update of owner_id on handreiking."case"
  for each row execute function handreiking.check_new_owner();
--> statement-breakpoint
create trigger new_owner before insert or update of owner_id on handreiking.help_question
  for each row execute function handreiking.check_new_owner();
--> statement-breakpoint
create constraint trigger question_owner_reads after insert or update of owner_id on handreiking.help_question
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
create constraint trigger question_owner_reads after update of owner_id on handreiking."case"
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
create constraint trigger question_owner_reads after delete on handreiking.case_access
  deferrable initially deferred for each row execute function handreiking.check_question_owner();
--> statement-breakpoint
create trigger history after insert or update on handreiking.help_question
  for each row execute function handreiking.keep_question_change();
--> statement-breakpoint
create trigger guard before update on handreiking.case_take_over
  for each row execute function handreiking.guard_hand_over();
--> statement-breakpoint
create trigger guard before update on handreiking.cover
  for each row execute function handreiking.guard_cover();
--> statement-breakpoint
create trigger guard before insert on handreiking.conversation
  for each row when (new.appointment_id is not null) execute function handreiking.guard_conversation();
--> statement-breakpoint
create trigger guard before insert on handreiking.reporting_step
  for each row execute function handreiking.guard_reporting_step();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.refusal
  for each row execute function handreiking.guard_refusal();
--> statement-breakpoint
create trigger objection after insert on handreiking.refusal
  for each row execute function handreiking.object_to_overrides();
--> statement-breakpoint
create constraint trigger told after insert on handreiking.refusal
  deferrable initially deferred for each row when (new.recorded_by is not null)
  execute function handreiking.check_refusal_told();
--> statement-breakpoint
create trigger refusal after update of withdrawn_at on handreiking.consent
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null and new.purpose = 'handoff')
  execute function handreiking.refuse_by_consent();
--> statement-breakpoint
create trigger refusal after update of state on handreiking.referral
  for each row when (new.state = 'withdrawn' and old.offered_at is not null and new.consent_id is not null
    and new.moved_at < new.basis_expires_at)
  execute function handreiking.refuse_by_referral();
--> statement-breakpoint
create trigger refusal after update of ended_at on handreiking.override
  for each row when (old.upheld is null and not new.upheld)
  execute function handreiking.refuse_by_review();
--> statement-breakpoint
create trigger follow after update on handreiking.override
  for each row when (new.stands_until <> old.stands_until)
  execute function handreiking.follow_override();
--> statement-breakpoint
create trigger guard before insert or update on handreiking.override_release
  for each row execute function handreiking.guard_override_release();
--> statement-breakpoint
create constraint trigger told after insert on handreiking.override_release
  deferrable initially deferred for each row execute function handreiking.check_override_release_told();
--> statement-breakpoint
create constraint trigger refusal_entry_true after insert on handreiking.audit_event
  deferrable initially deferred for each row
  when (new.action in ('refusal.recorded', 'override-release.recorded'))
  execute function handreiking.check_refusal_entry_true();
--> statement-breakpoint
create trigger mark_person after insert on handreiking.passkey
  for each row execute function handreiking.mark_person();
--> statement-breakpoint
create trigger mark_person after insert or update on handreiking.member_identity
  for each row execute function handreiking.mark_person();
--> statement-breakpoint
create trigger guard before insert on handreiking.countersignature
  for each row execute function handreiking.guard_countersignature();
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
create constraint trigger second_person_confirms after insert on handreiking.contact_confirmation
  deferrable initially deferred for each row execute function handreiking.check_confirmed_by_two();
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
create constraint trigger consulted_when_made after insert on handreiking.override
  deferrable initially deferred for each row execute function handreiking.check_consulted();
--> statement-breakpoint
create constraint trigger consulted_when_approved after update on handreiking.override
  deferrable initially deferred for each row when (old.approved_by is null and new.approved_by is not null)
  execute function handreiking.check_consulted();
--> statement-breakpoint
create constraint trigger rerouted after update on handreiking.organization_participant
  deferrable initially deferred for each row when (old is distinct from new)
  execute function handreiking.check_rerouting('link-organization');
--> statement-breakpoint
create constraint trigger rerouted after update of organization_id on handreiking.service
  deferrable initially deferred for each row when (old.organization_id is distinct from new.organization_id)
  execute function handreiking.check_rerouting('move-service');
--> statement-breakpoint
create trigger guard before insert or update on handreiking.emergency
  for each row execute function handreiking.guard_emergency();
--> statement-breakpoint
create constraint trigger emergency_told after insert or update on handreiking.emergency
  deferrable initially deferred for each row execute function handreiking.check_emergency_told();
--> statement-breakpoint
create trigger guard before insert on handreiking.override_request
  for each row execute function handreiking.guard_override_request();
--> statement-breakpoint
create trigger completed_obliged after update of ended_at on handreiking.override
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function handreiking.oblige_completed_on_override();
--> statement-breakpoint
create trigger sealed_to_goes after update of revoked_at on handreiking.participant_key
  for each row when (old.revoked_at is null and new.revoked_at is not null and new.use = 'enc')
  execute function handreiking.drop_sealed_to();
--> statement-breakpoint
create trigger suspension_kept after update of suspended_at on handreiking.participant
  for each row when (new.suspended_at is distinct from old.suspended_at)
  execute function handreiking.keep_suspension();
--> statement-breakpoint
create trigger clock_stands_still after update of state on handreiking.referral
  for each row when (new.state = 'lapsed' and old.state <> 'lapsed' and new.missed_times < 3)
  execute function handreiking.refuse_lapse();
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
create constraint trigger event_told after insert on handreiking.event
  deferrable initially deferred for each row execute function handreiking.check_event_parties();
--> statement-breakpoint
create constraint trigger way_in_told after insert on handreiking.passkey
  deferrable initially deferred for each row execute function handreiking.check_way_in_told('passkey.added');
--> statement-breakpoint
create constraint trigger way_in_told after insert on handreiking.session
  deferrable initially deferred for each row execute function handreiking.check_way_in_told('session.started');
--> statement-breakpoint
create constraint trigger erasure_told after insert on handreiking.erasure
  deferrable initially deferred for each row execute function handreiking.check_erasure_told();
--> statement-breakpoint
create constraint trigger forgetting_told after update of forgotten_at on handreiking.referral
  deferrable initially deferred for each row when (new.forgotten_at is distinct from old.forgotten_at)
  execute function handreiking.check_forgetting_told();
--> statement-breakpoint
create trigger guard_note before update on handreiking.signal
  for each row when (old.note is not null and new.note is null) execute function handreiking.guard_note();
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
grant select, usage on sequence 
  handreiking.read_check
  to handreiking_app;
--> statement-breakpoint
grant insert on 
  handreiking.invitation, keys.disclosure_key
  to handreiking_app;
--> statement-breakpoint
grant select on 
  handreiking.directory_change, handreiking.directory_version, handreiking.erasure, handreiking.help_question_change,
  handreiking.obligation, handreiking.participant_suspension, handreiking.passkey
  to handreiking_app;
--> statement-breakpoint
grant select, insert on 
  handreiking."case", handreiking.appointment, handreiking.article, handreiking.article_feedback,
  handreiking.article_publication, handreiking.article_version, handreiking.audit_checkpoint,
  handreiking.audit_event, handreiking.availability, handreiking.calendar_feed, handreiking.callback_request,
  handreiking.case_note, handreiking.case_take_over, handreiking.client, handreiking.client_key,
  handreiking.code_word, handreiking.consent, handreiking.consent_receipt, handreiking.contact_attempt,
  handreiking.contact_confirmation, handreiking.conversation, handreiking.conversation_addition,
  handreiking.correction, handreiking.countersignature, handreiking.cover, handreiking.emergency, handreiking.event,
  handreiking.help_question, handreiking.import_finding, handreiking.mail, handreiking.mailbox_watch,
  handreiking.member, handreiking.movement, handreiking.movement_merger, handreiking.override_release,
  handreiking.override_request, handreiking.participant, handreiking.participant_key, handreiking.planning_rule,
  handreiking.proposal, handreiking.refusal, handreiking.reporting_step, handreiking.safe_contact,
  handreiking.signal, handreiking.signal_review, handreiking.statistics_release, handreiking.used_assertion,
  handreiking.used_proof, handreiking.verification, handreiking.verification_round, handreiking.web_form,
  keys.case_key, keys.movement_key, keys.request_key
  to handreiking_app;
--> statement-breakpoint
grant select, insert, delete on 
  handreiking.article_word, handreiking.availability_exception, handreiking.case_access, handreiking.case_contact,
  handreiking.duplicate_dismissal, handreiking.import_part, handreiking.member_identity, handreiking.removed_synonym,
  handreiking.sign_in
  to handreiking_app;
--> statement-breakpoint
grant select, insert, update on 
  handreiking.disclosure, handreiking.idempotency_record, handreiking.location, handreiking.metadata,
  handreiking.organization, handreiking.organization_participant, handreiking.override, handreiking.partnership,
  handreiking.program, handreiking.referral, handreiking.search_word, handreiking.service,
  handreiking.service_intake, handreiking.service_search, handreiking.taxonomy, handreiking.taxonomy_term,
  handreiking.unit, handreiking.verification_request
  to handreiking_app;
--> statement-breakpoint
grant select, insert, update, delete on 
  handreiking.accessibility, handreiking.address, handreiking.attribute, handreiking.contact,
  handreiking.cost_option, handreiking.directory_import, handreiking.funding, handreiking.identity_provider,
  handreiking.language, handreiking.organization_identifier, handreiking.phone, handreiking.required_document,
  handreiking.schedule, handreiking.search_synonym, handreiking.service_area, handreiking.service_at_location,
  handreiking.service_capacity, handreiking.url
  to handreiking_app;
--> statement-breakpoint
grant update (owner_id) on handreiking."case" to handreiking_app;
--> statement-breakpoint
grant update (case_id, state, ended_at, end_reason, settled_at) on handreiking.appointment to handreiking_app;
--> statement-breakpoint
grant update (
  audience, newest, shown, review_on, reviewed_at, withdrawn_at
  ) on handreiking.article to handreiking_app;
--> statement-breakpoint
grant update (answer, reason, answered_by, answered_at) on handreiking.article_feedback to handreiking_app;
--> statement-breakpoint
grant update (
  patterns, languages, channels, slot_minutes, pause_minutes, daily_most, revision
  ) on handreiking.availability to handreiking_app;
--> statement-breakpoint
grant update (revoked) on handreiking.calendar_feed to handreiking_app;
--> statement-breakpoint
grant update (
  state, urgency, sealed, case_id, ended_at, end_reason, language, relation, topics, channel, agreed_at, reachable,
  code_word, code_word_failures, revision, let_go_at
  ) on handreiking.callback_request to handreiking_app;
--> statement-breakpoint
grant update (sealed, revision) on handreiking.case_contact to handreiking_app;
--> statement-breakpoint
grant update (answer, answered_at) on handreiking.case_take_over to handreiking_app;
--> statement-breakpoint
grant update (name, scopes, suspended_at, requires_dpop, profile) on handreiking.client to handreiking_app;
--> statement-breakpoint
grant update (expires_at, revoked_at) on handreiking.client_key to handreiking_app;
--> statement-breakpoint
grant update (sealed, failures) on handreiking.code_word to handreiking_app;
--> statement-breakpoint
grant update (withdrawn_at) on handreiking.consent to handreiking_app;
--> statement-breakpoint
grant update (state, decided_by, decided_at, refusal_reason) on handreiking.correction to handreiking_app;
--> statement-breakpoint
grant update (ended_at) on handreiking.cover to handreiking_app;
--> statement-breakpoint
grant update (reviewed_by, reviewed_at, finding) on handreiking.emergency to handreiking_app;
--> statement-breakpoint
grant update (
  owner_id, next_action, next_action_on, ended_at, end_reason, changed_by, changed_at
  ) on handreiking.help_question to handreiking_app;
--> statement-breakpoint
grant select (
  id, participant_id, member_id, purpose, needs_approval, invited_by, invited_at, expires_at, approved_by,
  approved_at, used_at, voided_at
  ) on handreiking.invitation to handreiking_app;
--> statement-breakpoint
grant update (approved_by, approved_at, used_at, voided_at) on handreiking.invitation to handreiking_app;
--> statement-breakpoint
grant update (noticed_at) on handreiking.mail to handreiking_app;
--> statement-breakpoint
grant update (claimed_until, claim, emptied_at, failing_since) on handreiking.mailbox_watch to handreiking_app;
--> statement-breakpoint
grant update (name, roles, suspended_at) on handreiking.member to handreiking_app;
--> statement-breakpoint
grant update (expected, issuer, subject, paired_at) on handreiking.member_identity to handreiking_app;
--> statement-breakpoint
grant update (merged_into) on handreiking.movement to handreiking_app;
--> statement-breakpoint
grant update (
  due_at, chases, ended_at, ended_as, ground, retained_until, ended_by_function
  ) on handreiking.obligation to handreiking_app;
--> statement-breakpoint
grant update (name, suspended_at, readmitted_at) on handreiking.participant to handreiking_app;
--> statement-breakpoint
grant update (revoked_at) on handreiking.participant_key to handreiking_app;
--> statement-breakpoint
grant update (sign_count, backed_up, name, used_at, revoked_at) on handreiking.passkey to handreiking_app;
--> statement-breakpoint
grant update (attempts, revision) on handreiking.planning_rule to handreiking_app;
--> statement-breakpoint
grant update (
  subject_id, decision, decided_by, decided_through, decided_at
  ) on handreiking.proposal to handreiking_app;
--> statement-breakpoint
grant update (sealed, revision, verified_at, verified_by) on handreiking.safe_contact to handreiking_app;
--> statement-breakpoint
grant select (
  id, participant_id, member_id, method, started_at, seen_at, expires_at, ended_at
  ) on handreiking.session to handreiking_app;
--> statement-breakpoint
grant update (seen_at, ended_at) on handreiking.session to handreiking_app;
--> statement-breakpoint
grant update (note) on handreiking.signal to handreiking_app;
--> statement-breakpoint
grant update (open, changed_at) on handreiking.web_form to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.case_key to handreiking_app;
--> statement-breakpoint
grant select (referral_id, sender_id, recipient_id) on keys.disclosure_key to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.disclosure_key to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.movement_key to handreiking_app;
--> statement-breakpoint
grant update (wrapped, kek_id) on keys.request_key to handreiking_app;
--> statement-breakpoint
grant execute on function
  handreiking.actor_answers_for(uuid,uuid,uuid,uuid,uuid,uuid), handreiking.actor_is_operator(),
  handreiking.actor_participant(),
  handreiking.add_passkey(uuid,uuid,text,uuid,text,bytea,bigint,boolean,boolean,text[],uuid,text,timestamp with time zone),
  handreiking.answers_by_phone(uuid),
  handreiking.begin_session(uuid,uuid,text,text,timestamp with time zone,timestamp with time zone),
  handreiking.case_goes_on(uuid,timestamp with time zone), handreiking.clear_sessions(timestamp with time zone),
  handreiking.clear_used(timestamp with time zone), handreiking.delete_entry(text,uuid,timestamp with time zone),
  handreiking.erase_case(uuid,text,timestamp with time zone),
  handreiking.feedback_agreed(uuid,timestamp with time zone),
  handreiking.find_actor(uuid,uuid,uuid,timestamp with time zone), handreiking.find_calendar(text),
  handreiking.find_client(uuid,text,uuid,timestamp with time zone), handreiking.find_consent_receipt(uuid),
  handreiking.find_home_of_invitation(uuid), handreiking.find_home_of_member(uuid),
  handreiking.find_invitation(text,timestamp with time zone), handreiking.find_passkey(text),
  handreiking.find_session(text,timestamp with time zone,timestamp with time zone),
  handreiking.forget_idempotency_keys(timestamp with time zone), handreiking.forget_quotas(timestamp with time zone),
  handreiking.forget_received(timestamp with time zone,timestamp with time zone,integer),
  handreiking.handoff_numbers(timestamp with time zone,timestamp with time zone,uuid,integer),
  handreiking.has_live_referral(uuid), handreiking.is_conversation_of(uuid,uuid), handreiking.is_in_use(uuid),
  handreiking.is_one_human(uuid,uuid),
  handreiking.keep_passkey_challenge(text,text,uuid,text,timestamp with time zone,timestamp with time zone),
  handreiking.kept_segments(), handreiking.lease_quota(text,text,timestamp with time zone,integer,integer),
  handreiking.ledger_head(), handreiking.let_go_of_ledger(integer), handreiking.mark_segment(bigint,boolean),
  handreiking.may_act_alone(uuid), handreiking.network_numbers(integer,integer,timestamp with time zone),
  handreiking.number_directory_changes(), handreiking.number_events(uuid), handreiking.open_segments(integer),
  handreiking.overdue_referral(uuid), handreiking.overdue_referrals(),
  handreiking.participant_by_phone(uuid,uuid,timestamp with time zone),
  handreiking.participants_to_wake(timestamp with time zone), handreiking.refused_at(uuid,uuid),
  handreiking.remove_audit_segment(uuid,timestamp with time zone), handreiking.require_two_persons(boolean),
  handreiking.seal_audit(uuid,integer), handreiking.seal_ledger(integer), handreiking.sealed_to(uuid),
  handreiking.segment_texts(bigint), handreiking.service_name(uuid), handreiking.signal_counts(uuid),
  handreiking.stands_for(uuid,timestamp with time zone),
  handreiking.take_disclosure_key(uuid,uuid,timestamp with time zone),
  handreiking.take_passkey_challenge(text,text,uuid,timestamp with time zone), handreiking.tell_untold(uuid),
  handreiking.unsealed_chains()
  to handreiking_app;
