CREATE TABLE `credentials` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`totp_secret_sealed` text NOT NULL,
	`totp_last_step` integer DEFAULT 0 NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`venue_id` text,
	`district_id` text,
	`field` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "memberships_role_known" CHECK("memberships"."role" in ('owner', 'manager', 'helper', 'liaison', 'coordinator', 'partner', 'district_viewer')),
	CONSTRAINT "memberships_field_known" CHECK("memberships"."field" in ('fire', 'health', 'advocate')),
	CONSTRAINT "memberships_subject" CHECK(case when "memberships"."role" in ('owner', 'manager', 'helper') then "memberships"."venue_id" is not null and "memberships"."district_id" is null and "memberships"."field" is null when "memberships"."role" in ('liaison', 'district_viewer') then "memberships"."district_id" is not null and "memberships"."venue_id" is null and "memberships"."field" is null when "memberships"."role" = 'partner' then "memberships"."field" is not null and "memberships"."venue_id" is null else "memberships"."venue_id" is null and "memberships"."district_id" is null and "memberships"."field" is null end)
);
--> statement-breakpoint
CREATE INDEX `memberships_person` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE INDEX `memberships_venue` ON `memberships` (`venue_id`);--> statement-breakpoint
CREATE INDEX `memberships_district` ON `memberships` (`district_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`phone` text,
	`locale` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	`email_confirmed_at` integer,
	`removed_at` integer,
	CONSTRAINT "people_locale_known" CHECK("people"."locale" in ('en', 'es')),
	CONSTRAINT "people_email_lower" CHECK("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `program` (
	`id` integer PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`time_zone` text NOT NULL,
	`standard_set_id` text NOT NULL,
	`demo_seeded_at` integer,
	CONSTRAINT "program_one_row" CHECK("program"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`factors` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`email` text NOT NULL,
	`person_id` text,
	`code_hash` text NOT NULL,
	`tries_left` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "sign_in_codes_tries" CHECK("sign_in_codes"."tries_left" >= 0)
);
--> statement-breakpoint
CREATE INDEX `sign_in_codes_browser` ON `sign_in_codes` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `staff_setups` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`totp_secret_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `staff_setups_person` ON `staff_setups` (`person_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`result` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`application_id` text NOT NULL,
	`standard` text NOT NULL,
	`stance` text NOT NULL,
	`words` text NOT NULL,
	`hear_on` text,
	`revision` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `standard`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "answers_stance_known" CHECK("answers"."stance" in ('with_evidence', 'not_applicable', 'another_way', 'with_counsel'))
);
--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`state_since` integer NOT NULL,
	`paused_from` text,
	`standard_set_id` text NOT NULL,
	`liaison_id` text,
	`hear_by` text,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`standard_set_id`) REFERENCES `standard_sets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`liaison_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "applications_kind_known" CHECK("applications"."kind" in ('initial', 'renewal')),
	CONSTRAINT "applications_state_known" CHECK("applications"."state" in ('exploring', 'drafting', 'shared', 'in_conversation', 'ready', 'accredited', 'refresh_due', 'paused', 'stepped_away')),
	CONSTRAINT "applications_pausedFrom_known" CHECK("applications"."paused_from" in ('exploring', 'drafting', 'shared', 'in_conversation', 'ready', 'accredited', 'refresh_due', 'paused', 'stepped_away'))
);
--> statement-breakpoint
CREATE INDEX `applications_venue` ON `applications` (`venue_id`);--> statement-breakpoint
CREATE INDEX `applications_state` ON `applications` (`state`,`state_since`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_one_open` ON `applications` (`venue_id`) WHERE "applications"."state" in ('exploring', 'drafting', 'shared', 'in_conversation', 'ready');--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`standard` text NOT NULL,
	`kind` text NOT NULL,
	`policy_id` text,
	`pointer` text,
	`file_id` text,
	`words` text NOT NULL,
	`facts` text NOT NULL,
	`happened_on` text,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "evidence_kind_known" CHECK("evidence"."kind" in ('policy', 'training', 'attestation', 'photo', 'blank_form', 'acknowledgement', 'count', 'contact', 'conversation', 'register_check')),
	CONSTRAINT "evidence_has_its_thing" CHECK(case "evidence"."kind" when 'policy' then "evidence"."policy_id" is not null when 'photo' then "evidence"."file_id" is not null when 'blank_form' then "evidence"."file_id" is not null else 1 end)
);
--> statement-breakpoint
CREATE INDEX `evidence_application` ON `evidence` (`application_id`,`standard`);--> statement-breakpoint
CREATE TABLE `round_answers` (
	`round_id` text NOT NULL,
	`standard` text NOT NULL,
	`stance` text NOT NULL,
	`words` text NOT NULL,
	`hear_on` text,
	PRIMARY KEY(`round_id`, `standard`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "round_answers_stance_known" CHECK("round_answers"."stance" in ('with_evidence', 'not_applicable', 'another_way', 'with_counsel'))
);
--> statement-breakpoint
CREATE TABLE `round_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`standard` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`policy_version_id` text,
	`pointer` text,
	`file_id` text,
	`facts` text NOT NULL,
	`coverage` text,
	`happened_on` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`policy_version_id`) REFERENCES `policy_versions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "round_evidence_kind_known" CHECK("round_evidence"."kind" in ('policy', 'training', 'attestation', 'photo', 'blank_form', 'acknowledgement', 'count', 'contact', 'conversation', 'register_check'))
);
--> statement-breakpoint
CREATE INDEX `round_evidence_round` ON `round_evidence` (`round_id`,`standard`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`shared_by` text NOT NULL,
	`shared_at` integer NOT NULL,
	`hear_by` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`shared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_number` ON `rounds` (`application_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_reference` ON `rounds` (`reference`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`check_code` text NOT NULL,
	`venue_id` text NOT NULL,
	`application_id` text NOT NULL,
	`standard_set_id` text NOT NULL,
	`facts` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`paused_on` text,
	`ended_on` text,
	`ended_reason` text,
	`replaced_on` text,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`standard_set_id`) REFERENCES `standard_sets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "certificates_dates" CHECK("certificates"."expires_on" > "certificates"."issued_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_number` ON `certificates` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_sequence` ON `certificates` (`year`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_check_code` ON `certificates` (`check_code`);--> statement-breakpoint
CREATE INDEX `certificates_venue` ON `certificates` (`venue_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_live` ON `certificates` (`venue_id`) WHERE "certificates"."ended_on" is null and "certificates"."replaced_on" is null;--> statement-breakpoint
CREATE TABLE `districts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `districts_slug` ON `districts` (`slug`);--> statement-breakpoint
CREATE TABLE `neighborhoods` (
	`name` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `neighborhoods_district` ON `neighborhoods` (`district_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`venue_id` text,
	`application_id` text,
	`subject_id` text,
	`digest` text,
	`facts` text NOT NULL,
	`request_id` text
);
--> statement-breakpoint
CREATE INDEX `events_venue` ON `events` (`venue_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_application` ON `events` (`application_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`address` text NOT NULL,
	`locale` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`leased_until` integer,
	`first_try_at` integer,
	`sent_at` integer,
	`problem` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "outbox_locale_known" CHECK("outbox"."locale" in ('en', 'es')),
	CONSTRAINT "outbox_state_known" CHECK("outbox"."state" in ('queued', 'sending', 'sent', 'held'))
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`item_id` text,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `response_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `replies_response` ON `replies` (`response_id`,`at`);--> statement-breakpoint
CREATE TABLE `response_items` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`standard` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`words` text NOT NULL,
	`round_evidence_id` text,
	`anchor` text,
	`quote` text,
	`quote_start` integer,
	`why` text,
	`help` text,
	`proposed_on` text,
	`law` integer NOT NULL,
	`law_source` text,
	`answer` text,
	`agreed_on` text,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`round_evidence_id`) REFERENCES `round_evidence`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "response_items_kind_known" CHECK("response_items"."kind" in ('strength', 'question', 'next_step', 'accepted_alternative')),
	CONSTRAINT "response_items_answer_known" CHECK("response_items"."answer" in ('accepted', 'other_date', 'already_done', 'declined')),
	CONSTRAINT "response_items_strength" CHECK("response_items"."kind" <> 'strength' or "response_items"."round_evidence_id" is not null),
	CONSTRAINT "response_items_next_step" CHECK("response_items"."kind" <> 'next_step' or ("response_items"."why" is not null and "response_items"."help" is not null and "response_items"."proposed_on" is not null)),
	CONSTRAINT "response_items_law" CHECK("response_items"."law" = 0 or "response_items"."law_source" is not null)
);
--> statement-breakpoint
CREATE INDEX `response_items_response` ON `response_items` (`response_id`,`position`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`application_id` text NOT NULL,
	`author_id` text NOT NULL,
	`draft` text,
	`opening` text NOT NULL,
	`closing` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sent_at` integer,
	`outcome` text,
	`seen_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "responses_outcome_known" CHECK("responses"."outcome" in ('next_steps', 'ready')),
	CONSTRAINT "responses_draft_or_sent" CHECK(("responses"."sent_at" is null) = ("responses"."draft" is not null)),
	CONSTRAINT "responses_sent_with_outcome" CHECK(("responses"."sent_at" is null) = ("responses"."outcome" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_round` ON `responses` (`round_id`);--> statement-breakpoint
CREATE INDEX `responses_application` ON `responses` (`application_id`);--> statement-breakpoint
CREATE TABLE `step_history` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`answer` text NOT NULL,
	`day` text,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `response_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "step_history_answer_known" CHECK("step_history"."answer" in ('accepted', 'other_date', 'already_done', 'declined'))
);
--> statement-breakpoint
CREATE INDEX `step_history_item` ON `step_history` (`item_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`storage_key` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`uploaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "files_size" CHECK("files"."size" > 0)
);
--> statement-breakpoint
CREATE INDEX `files_venue` ON `files` (`venue_id`);--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`template` text,
	`title` text NOT NULL,
	`file_id` text,
	`review_on` text,
	`reviewed_by_counsel` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "policies_kind_known" CHECK("policies"."kind" in ('written', 'uploaded'))
);
--> statement-breakpoint
CREATE INDEX `policies_venue` ON `policies` (`venue_id`);--> statement-breakpoint
CREATE TABLE `policy_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`anchor` text NOT NULL,
	`position` integer NOT NULL,
	`heading` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_sections_anchor` ON `policy_sections` (`policy_id`,`anchor`);--> statement-breakpoint
CREATE TABLE `policy_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`sections` text NOT NULL,
	`file_id` text,
	`digest` text NOT NULL,
	`frozen_at` integer NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_versions_number` ON `policy_versions` (`policy_id`,`number`);--> statement-breakpoint
CREATE TABLE `standard_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`digest` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standard_sets_version` ON `standard_sets` (`version`);--> statement-breakpoint
CREATE TABLE `roster_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text NOT NULL,
	`file_digest` text NOT NULL,
	`state` text NOT NULL,
	`report` text NOT NULL,
	`changes` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "roster_imports_state_known" CHECK("roster_imports"."state" in ('previewed', 'done', 'undone'))
);
--> statement-breakpoint
CREATE INDEX `roster_imports_venue` ON `roster_imports` (`venue_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`alias_number` integer NOT NULL,
	`started_on` text,
	`on_leave` integer NOT NULL,
	`left_on` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "staff_position_known" CHECK("staff"."position" in ('owner', 'manager', 'bartender', 'barback', 'server', 'host', 'door', 'security', 'kitchen', 'other')),
	CONSTRAINT "staff_left_after_start" CHECK("staff"."left_on" is null or "staff"."started_on" is null or "staff"."left_on" >= "staff"."started_on")
);
--> statement-breakpoint
CREATE INDEX `staff_venue` ON `staff` (`venue_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_alias` ON `staff` (`venue_id`,`position`,`alias_number`);--> statement-breakpoint
CREATE TABLE `training_records` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`type` text NOT NULL,
	`completed_on` text NOT NULL,
	`printed_expiry` text,
	`certificate_number` text,
	`state` text NOT NULL,
	`file_id` text,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "training_records_state_known" CHECK("training_records"."state" in ('claimed', 'evidence_attached', 'verified')),
	CONSTRAINT "training_records_expiry_after_completion" CHECK("training_records"."printed_expiry" is null or "training_records"."printed_expiry" >= "training_records"."completed_on")
);
--> statement-breakpoint
CREATE INDEX `training_records_staff` ON `training_records` (`staff_id`);--> statement-breakpoint
CREATE INDEX `training_records_venue` ON `training_records` (`venue_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`email` text,
	`code_hash` text NOT NULL,
	`code_sealed` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`used_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_one_open` ON `invitations` (`venue_id`) WHERE "invitations"."used_at" is null and "invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE TABLE `join_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`person_id` text NOT NULL,
	`membership_id` text NOT NULL,
	`state` text NOT NULL,
	`words` text,
	`code_hash` text,
	`code_sealed` text,
	`confirmed_how` text,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "join_requests_state_known" CHECK("join_requests"."state" in ('waiting', 'confirmed', 'set_aside')),
	CONSTRAINT "join_requests_confirmedHow_known" CHECK("join_requests"."confirmed_how" in ('phone', 'mailed_code', 'claim_code'))
);
--> statement-breakpoint
CREATE INDEX `join_requests_state` ON `join_requests` (`state`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `join_requests_one_waiting` ON `join_requests` (`venue_id`,`person_id`) WHERE "join_requests"."state" = 'waiting';--> statement-breakpoint
CREATE TABLE `license_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text NOT NULL,
	`file_digest` text NOT NULL,
	`state` text NOT NULL,
	`report` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "license_imports_state_known" CHECK("license_imports"."state" in ('previewed', 'done', 'undone'))
);
--> statement-breakpoint
CREATE TABLE `license_listings` (
	`license` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`neighborhood` text,
	`first_year` integer,
	`digest` text NOT NULL,
	`import_id` text NOT NULL,
	`listed_on` text NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_id`) REFERENCES `license_imports`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `license_listings_venue` ON `license_listings` (`venue_id`);--> statement-breakpoint
CREATE INDEX `license_listings_import` ON `license_listings` (`import_id`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`neighborhood` text,
	`district_id` text,
	`longitude` real,
	`latitude` real,
	`phone` text,
	`source` text NOT NULL,
	`profile` text NOT NULL,
	`created_at` integer NOT NULL,
	`made_up` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "venues_source_known" CHECK("venues"."source" in ('license_list', 'typed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venues_slug` ON `venues` (`slug`);--> statement-breakpoint
CREATE INDEX `venues_name` ON `venues` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `venues_district` ON `venues` (`district_id`,`name`,`id`);