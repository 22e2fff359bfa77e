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
ALTER TABLE `roster_imports` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `failure` text;