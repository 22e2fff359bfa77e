ALTER TABLE `training_records` ADD `verified_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `training_records` ADD `verified_how` text;--> statement-breakpoint
ALTER TABLE `training_records` ADD `verified_on` text;--> statement-breakpoint
ALTER TABLE `training_records` ADD `changed_at` integer;