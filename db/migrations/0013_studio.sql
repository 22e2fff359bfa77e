CREATE TABLE `phrases` (
	`person_id` text NOT NULL,
	`place` text NOT NULL,
	`words` text NOT NULL,
	`kept` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place`, `words`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `response_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`person_id` text NOT NULL,
	`item_key` text NOT NULL,
	`field` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "response_suggestions_field_known" CHECK("response_suggestions"."field" in ('opening', 'closing', 'words', 'why', 'help'))
);
--> statement-breakpoint
CREATE INDEX `response_suggestions_response` ON `response_suggestions` (`response_id`,`at`);--> statement-breakpoint
ALTER TABLE `responses` ADD `held_until` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `standings` text;