CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`begun_by` text NOT NULL,
	`happened_on` text NOT NULL,
	`topic` text NOT NULL,
	`enforcement` integer NOT NULL,
	`written_as` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`helpful` text,
	`helpful_at` integer,
	`helpful_by` text,
	`removed_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`helpful_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "contacts_kind_known" CHECK("contacts"."kind" in ('walk_in', 'call', 'class', 'event', 'message', 'incident_follow_up')),
	CONSTRAINT "contacts_begunBy_known" CHECK("contacts"."begun_by" in ('venue', 'program')),
	CONSTRAINT "contacts_writtenAs_known" CHECK("contacts"."written_as" in ('venue', 'program')),
	CONSTRAINT "contacts_helpful_known" CHECK("contacts"."helpful" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE INDEX `contacts_venue` ON `contacts` (`venue_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `walk_notes` (
	`walk_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`item` text NOT NULL,
	`looked` integer NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	PRIMARY KEY(`walk_id`, `item`),
	FOREIGN KEY (`walk_id`) REFERENCES `walk_throughs`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "walk_notes_item_known" CHECK("walk_notes"."item" in ('lighting', 'blind_spots', 'toilets', 'drinks', 'exits', 'queue_line'))
);
--> statement-breakpoint
CREATE TABLE `walk_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`walk_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`file_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`walk_id`) REFERENCES `walk_throughs`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `walk_photos_walk` ON `walk_photos` (`walk_id`,`added_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `walk_photos_file` ON `walk_photos` (`file_id`);--> statement-breakpoint
CREATE TABLE `walk_throughs` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`state` text NOT NULL,
	`proposed_as` text NOT NULL,
	`times` text NOT NULL,
	`revision` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`starts_at` integer,
	`agreed_at` integer,
	`called_off_as` text,
	`reason` text,
	`ended_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "walk_throughs_state_known" CHECK("walk_throughs"."state" in ('proposed', 'agreed', 'called_off', 'done')),
	CONSTRAINT "walk_throughs_proposedAs_known" CHECK("walk_throughs"."proposed_as" in ('venue', 'program')),
	CONSTRAINT "walk_throughs_calledOffAs_known" CHECK("walk_throughs"."called_off_as" in ('venue', 'program')),
	CONSTRAINT "walk_throughs_reason_known" CHECK("walk_throughs"."reason" in ('busy', 'short_staffed', 'later', 'not_needed'))
);
--> statement-breakpoint
CREATE INDEX `walk_throughs_venue` ON `walk_throughs` (`venue_id`,`proposed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `walk_throughs_one_open` ON `walk_throughs` (`venue_id`) WHERE "walk_throughs"."state" in ('proposed', 'agreed');--> statement-breakpoint
CREATE TABLE `letter_helped` (
	`response_id` text NOT NULL,
	`person_id` text NOT NULL,
	`helped` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `person_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "letter_helped_helped_known" CHECK("letter_helped"."helped" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE `phrases` (
	`person_id` text NOT NULL,
	`place` text NOT NULL,
	`words` text NOT NULL,
	`kept` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place`, `words`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `response_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`person_id` text NOT NULL,
	`item_key` text NOT NULL,
	`field` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "response_suggestions_field_known" CHECK("response_suggestions"."field" in ('opening', 'closing', 'words', 'why', 'help'))
);
--> statement-breakpoint
CREATE INDEX `response_suggestions_response` ON `response_suggestions` (`response_id`,`at`);--> statement-breakpoint
CREATE TABLE `tone_counts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`left` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `application_access` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`given_by` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "application_access_kind_known" CHECK("application_access"."kind" in ('reader', 'field', 'second_look', 'recused'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_access_open` ON `application_access` (`application_id`,`person_id`) WHERE "application_access"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `application_access_person` ON `application_access` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`given_by` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `assignments_application` ON `assignments` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `desk_looks` (
	`person_id` text PRIMARY KEY NOT NULL,
	`looked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `own_trainings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`completed_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "own_trainings_kind_known" CHECK("own_trainings"."kind" in ('proactive_alliance_1', 'proactive_alliance_2', 'guardian', 'bystander'))
);
--> statement-breakpoint
CREATE INDEX `own_trainings_person` ON `own_trainings` (`person_id`,`expires_on`);--> statement-breakpoint
CREATE TABLE `reviewer_agreements` (
	`person_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reviewer_agreements_person` ON `reviewer_agreements` (`person_id`,`accepted_at`);--> statement-breakpoint
CREATE TABLE `second_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`given_to` text,
	`given_at` integer,
	`answer` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_looks_open` ON `second_looks` (`application_id`) WHERE "second_looks"."answered_at" is null and "second_looks"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `second_looks_application` ON `second_looks` (`application_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `lexicons` (
	`version` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`change` text NOT NULL,
	`person_id` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `round_evidence` ADD `confirmed_on` text;--> statement-breakpoint
ALTER TABLE `round_evidence` ADD `confirmed_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `rounds` ADD `readers` text;--> statement-breakpoint
ALTER TABLE `response_items` ADD `help_given_at` integer;--> statement-breakpoint
ALTER TABLE `response_items` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `response_items` ADD `settled_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `held_until` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `standings` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `settled_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `policies` ADD `file_taken_off` text REFERENCES files(id);--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `answers` text;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `tells_when_read` integer DEFAULT true NOT NULL;