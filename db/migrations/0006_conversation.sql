CREATE TABLE `application_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `application_notes_application` ON `application_notes` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `pulse_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`side` text NOT NULL,
	`district_id` text,
	`scores` text NOT NULL,
	`batch` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "pulse_answers_side_known" CHECK("pulse_answers"."side" in ('venue', 'liaison'))
);
--> statement-breakpoint
CREATE INDEX `pulse_answers_place` ON `pulse_answers` (`side`,`district_id`,`batch`);--> statement-breakpoint
CREATE TABLE `pulse_asks` (
	`response_id` text NOT NULL,
	`person_id` text NOT NULL,
	`side` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered` integer NOT NULL,
	PRIMARY KEY(`response_id`, `person_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "pulse_asks_side_known" CHECK("pulse_asks"."side" in ('venue', 'liaison'))
);
--> statement-breakpoint
CREATE INDEX `pulse_asks_person` ON `pulse_asks` (`person_id`,`answered`);--> statement-breakpoint
CREATE TABLE `reply_files` (
	`reply_id` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`reply_id`, `file_id`),
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `response_parts` (
	`access_id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`handed_at` integer,
	FOREIGN KEY (`access_id`) REFERENCES `application_access`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
DROP INDEX `responses_round`;--> statement-breakpoint
ALTER TABLE `responses` ADD `area` text;--> statement-breakpoint
CREATE UNIQUE INDEX `responses_early` ON `responses` (`round_id`,`area`) WHERE "responses"."area" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `responses_round` ON `responses` (`round_id`) WHERE "responses"."area" is null;--> statement-breakpoint
ALTER TABLE `applications` ADD `pause_words` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `ask_again_on` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `asked_again_at` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `amendment` integer;--> statement-breakpoint
ALTER TABLE `response_items` ADD `written_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `application_access` ADD `standards` text;