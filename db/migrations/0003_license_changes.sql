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
ALTER TABLE `license_listings` ADD `longitude` real;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `license_listings` ADD `moved_from_id` text;--> statement-breakpoint
CREATE INDEX `venues_merged` ON `venues` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `zone_wishes_venue` ON `zone_wishes` (`venue_id`);--> statement-breakpoint
ALTER TABLE `license_imports` DROP COLUMN `changes`;--> statement-breakpoint
-- Until now nobody but a list has placed a venue on the map, so its listing says the same.
UPDATE `license_listings` SET
	`longitude` = (SELECT `longitude` FROM `venues` WHERE `venues`.`id` = `license_listings`.`venue_id`),
	`latitude` = (SELECT `latitude` FROM `venues` WHERE `venues`.`id` = `license_listings`.`venue_id`);
