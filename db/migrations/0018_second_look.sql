CREATE TABLE `second_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`given_to` text,
	`given_at` integer,
	`answer` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_looks_open` ON `second_looks` (`application_id`) WHERE "second_looks"."answered_at" is null and "second_looks"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `second_looks_application` ON `second_looks` (`application_id`,`asked_at`);