CREATE TABLE `walk_throughs` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`state` text NOT NULL,
	`proposed_as` text NOT NULL,
	`times` text NOT NULL,
	`revision` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`starts_at` integer,
	`agreed_at` integer,
	`called_off_as` text,
	`reason` text,
	`ended_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "walk_throughs_state_known" CHECK("walk_throughs"."state" in ('proposed', 'agreed', 'called_off', 'done')),
	CONSTRAINT "walk_throughs_proposedAs_known" CHECK("walk_throughs"."proposed_as" in ('venue', 'program')),
	CONSTRAINT "walk_throughs_calledOffAs_known" CHECK("walk_throughs"."called_off_as" in ('venue', 'program')),
	CONSTRAINT "walk_throughs_reason_known" CHECK("walk_throughs"."reason" in ('busy', 'short_staffed', 'later', 'not_needed'))
);
--> statement-breakpoint
CREATE INDEX `walk_throughs_venue` ON `walk_throughs` (`venue_id`,`proposed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `walk_throughs_one_open` ON `walk_throughs` (`venue_id`) WHERE "walk_throughs"."state" in ('proposed', 'agreed');