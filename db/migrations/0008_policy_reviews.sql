ALTER TABLE `policies` ADD `reviewed_on` text;--> statement-breakpoint
ALTER TABLE `policies` ADD `counsel_on` text;