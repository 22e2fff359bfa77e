ALTER TABLE `response_items` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `response_items` ADD `settled_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `settled_by` text REFERENCES people(id);