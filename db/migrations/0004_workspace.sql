CREATE TABLE `reading_links` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`token` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reading_links_token` ON `reading_links` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `reading_links_one_open` ON `reading_links` (`venue_id`) WHERE "reading_links"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`number` integer NOT NULL,
	`versions` text NOT NULL,
	`asks_again` integer NOT NULL,
	`words` text NOT NULL,
	`put_by` text NOT NULL,
	`put_at` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`put_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `readings_number` ON `readings` (`venue_id`,`number`);--> statement-breakpoint
CREATE TABLE `signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`reading_id` text NOT NULL,
	`staff_id` text,
	`name` text NOT NULL,
	`started_on` text,
	`signed_on` text NOT NULL,
	`signed_at` integer NOT NULL,
	`set_aside_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `signatures_venue` ON `signatures` (`venue_id`);--> statement-breakpoint
CREATE INDEX `signatures_staff` ON `signatures` (`staff_id`);--> statement-breakpoint
CREATE TABLE `roster_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`signature` text NOT NULL,
	`uses` text NOT NULL,
	`edited_by` text,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_mappings_of_venue` ON `roster_mappings` (`venue_id`,`signature`);--> statement-breakpoint
ALTER TABLE `place_invitations` ADD `more_districts` text;--> statement-breakpoint
ALTER TABLE `applications` ADD `ruler` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `confirmed_on` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `confirmed_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `rounds` ADD `ruler` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `standard_set_id` text REFERENCES standard_sets(id);--> statement-breakpoint
ALTER TABLE `files` ADD `pages` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `found_in` text;--> statement-breakpoint
ALTER TABLE `policies` ADD `reviewed_on` text;--> statement-breakpoint
ALTER TABLE `policies` ADD `counsel_on` text;--> statement-breakpoint
ALTER TABLE `training_records` ADD `verified_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `training_records` ADD `verified_how` text;--> statement-breakpoint
ALTER TABLE `training_records` ADD `verified_on` text;--> statement-breakpoint
ALTER TABLE `training_records` ADD `changed_at` integer;