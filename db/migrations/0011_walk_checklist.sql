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
CREATE UNIQUE INDEX `walk_photos_file` ON `walk_photos` (`file_id`);