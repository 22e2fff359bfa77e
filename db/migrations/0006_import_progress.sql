ALTER TABLE `roster_imports` ADD `answers` text;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `failure` text;