CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`given_by` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `assignments_application` ON `assignments` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `desk_looks` (
	`person_id` text PRIMARY KEY NOT NULL,
	`looked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `own_trainings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`completed_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "own_trainings_kind_known" CHECK("own_trainings"."kind" in ('proactive_alliance_1', 'proactive_alliance_2', 'guardian', 'bystander'))
);
--> statement-breakpoint
CREATE INDEX `own_trainings_person` ON `own_trainings` (`person_id`,`expires_on`);--> statement-breakpoint
ALTER TABLE `response_items` ADD `help_given_at` integer;