ALTER TABLE `files` ADD `pages` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `found_in` text;