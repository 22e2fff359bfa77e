ALTER TABLE `round_evidence` ADD `confirmed_on` text;--> statement-breakpoint
ALTER TABLE `round_evidence` ADD `confirmed_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `rounds` ADD `readers` text;