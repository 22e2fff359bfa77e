CREATE TABLE `application_access` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`given_by` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "application_access_kind_known" CHECK("application_access"."kind" in ('reader', 'field', 'second_look', 'recused'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_access_open` ON `application_access` (`application_id`,`person_id`) WHERE "application_access"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `application_access_person` ON `application_access` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `reviewer_agreements` (
	`person_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reviewer_agreements_person` ON `reviewer_agreements` (`person_id`,`accepted_at`);