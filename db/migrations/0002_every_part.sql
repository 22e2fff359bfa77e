CREATE TABLE `classes` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`training_type` text,
	`district_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place` text NOT NULL,
	`host` text NOT NULL,
	`seats` integer,
	`sign_up` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`called_off_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "classes_end_after_start" CHECK("classes"."ends_at" > "classes"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `classes_starts` ON `classes` (`starts_at`);--> statement-breakpoint
CREATE INDEX `classes_district` ON `classes` (`district_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `dues` (
	`venue_id` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`standard` text,
	`training_type` text,
	`staff_id` text,
	`due_on` text NOT NULL,
	`remind_on` text,
	PRIMARY KEY(`venue_id`, `subject`),
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "dues_kind_known" CHECK("dues"."kind" in ('record', 'coverage', 'dated_evidence', 'certificate'))
);
--> statement-breakpoint
CREATE INDEX `dues_remind` ON `dues` (`remind_on`,`venue_id`);--> statement-breakpoint
CREATE TABLE `reminder_days` (
	`person_id` text NOT NULL,
	`on` text NOT NULL,
	`mail_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `on`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`person_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`subject` text NOT NULL,
	`due_on` text NOT NULL,
	`milestone` integer NOT NULL,
	`on` text NOT NULL,
	`mail_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `venue_id`, `subject`, `due_on`, `milestone`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reminders_venue` ON `reminders` (`venue_id`);--> statement-breakpoint
CREATE TABLE `venue_changes` (
	`venue_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `venue_standings` (
	`venue_id` text PRIMARY KEY NOT NULL,
	`group` text,
	`standing` text,
	`trained` integer NOT NULL,
	`in_scope` integer NOT NULL,
	`counted_on` text NOT NULL,
	`changes_on` text,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "venue_standings_group_known" CHECK("venue_standings"."group" in ('invited', 'in_conversation', 'accredited', 'refreshing')),
	CONSTRAINT "venue_standings_standing_known" CHECK("venue_standings"."standing" in ('not_invited', 'invited', 'invitation_over', 'asked', 'team', 'shared', 'in_conversation', 'ready', 'accredited', 'refresh_due', 'paused', 'stepped_away'))
);
--> statement-breakpoint
CREATE INDEX `venue_standings_group` ON `venue_standings` (`group`);--> statement-breakpoint
CREATE INDEX `venue_standings_standing` ON `venue_standings` (`standing`,`venue_id`);--> statement-breakpoint
CREATE INDEX `venue_standings_changes` ON `venue_standings` (`changes_on`);--> statement-breakpoint
CREATE TABLE `license_changes` (
	`import_id` text NOT NULL,
	`kind` text NOT NULL,
	`license` text NOT NULL,
	`venue_id` text NOT NULL,
	`listing` text,
	`fields` text,
	`vanished_on` text,
	PRIMARY KEY(`import_id`, `kind`, `license`),
	FOREIGN KEY (`import_id`) REFERENCES `license_imports`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "license_changes_kind_known" CHECK("license_changes"."kind" in ('changed', 'vanished', 'returned'))
);
--> statement-breakpoint
CREATE TABLE `zone_acknowledgements` (
	`version_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`version_id`, `venue_id`),
	FOREIGN KEY (`version_id`) REFERENCES `zone_versions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `zone_acknowledgements_venue` ON `zone_acknowledgements` (`venue_id`);--> statement-breakpoint
CREATE TABLE `zone_night_reminders` (
	`person_id` text NOT NULL,
	`night` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `night`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `zone_tellings` (
	`version_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`version_id`, `venue_id`),
	FOREIGN KEY (`version_id`) REFERENCES `zone_versions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `zone_tellings_venue` ON `zone_tellings` (`venue_id`);--> statement-breakpoint
CREATE TABLE `zone_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`effective_from` text NOT NULL,
	`effective_until` text,
	`facts` text NOT NULL,
	`change` text NOT NULL,
	`south` real NOT NULL,
	`west` real NOT NULL,
	`north` real NOT NULL,
	`east` real NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "zone_versions_status_known" CHECK("zone_versions"."status" in ('proposed', 'pilot', 'permanent', 'suspended', 'ended')),
	CONSTRAINT "zone_versions_dates" CHECK("zone_versions"."effective_until" is null or "zone_versions"."effective_until" >= "zone_versions"."effective_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_versions_number` ON `zone_versions` (`zone_id`,`number`);--> statement-breakpoint
CREATE TABLE `zone_wishes` (
	`person_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`person_id`, `venue_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `zone_wishes_venue` ON `zone_wishes` (`venue_id`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`district_id` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_on` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zones_slug` ON `zones` (`slug`);--> statement-breakpoint
CREATE INDEX `zones_district` ON `zones` (`district_id`);--> statement-breakpoint
DROP INDEX `license_listings_venue`;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `longitude` real;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `added_by_id` text REFERENCES license_imports(id);--> statement-breakpoint
ALTER TABLE `license_listings` ADD `vanished_on` text;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `moved_from_id` text;--> statement-breakpoint
CREATE INDEX `license_listings_venue_licenses` ON `license_listings` (`venue_id`);--> statement-breakpoint
CREATE INDEX `license_listings_added` ON `license_listings` (`added_by_id`);--> statement-breakpoint
CREATE INDEX `license_listings_vanished` ON `license_listings` (`vanished_on`);--> statement-breakpoint
ALTER TABLE `applications` ADD `readiness` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `let_go_at` integer;--> statement-breakpoint
ALTER TABLE `license_imports` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `license_imports` ADD `undone_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `venues` ADD `merged_into_id` text REFERENCES venues(id);--> statement-breakpoint
ALTER TABLE `venues` ADD `merged_at` integer;--> statement-breakpoint
CREATE INDEX `venues_merged` ON `venues` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `events_journey` ON `events` (`venue_id`,`kind`,`at`) WHERE "events"."kind" || '' in ('venue.invited', 'venue.claimed', 'venue.join_confirmed', 'application.shared', 'response.sent', 'certificate.issued');--> statement-breakpoint
-- Until now nobody but a list has placed a venue on the map, so its listing says the same.
UPDATE `license_listings` SET
	`longitude` = (SELECT `longitude` FROM `venues` WHERE `venues`.`id` = `license_listings`.`venue_id`),
	`latitude` = (SELECT `latitude` FROM `venues` WHERE `venues`.`id` = `license_listings`.`venue_id`);--> statement-breakpoint
-- Venues with a history are counted for the first time, as if something had just happened with each.
INSERT INTO `venue_changes` (`venue_id`, `since`)
SELECT `venue_id`, max(`at`) FROM `events` WHERE `venue_id` IN (SELECT `id` FROM `venues`) GROUP BY `venue_id`;
