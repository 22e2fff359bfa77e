ALTER TABLE `applications` ADD `ruler` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `confirmed_on` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `confirmed_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `rounds` ADD `ruler` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `standard_set_id` text REFERENCES standard_sets(id);