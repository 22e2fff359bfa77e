CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`begun_by` text NOT NULL,
	`happened_on` text NOT NULL,
	`topic` text NOT NULL,
	`enforcement` integer NOT NULL,
	`written_as` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`helpful` text,
	`helpful_at` integer,
	`helpful_by` text,
	`removed_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`helpful_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "contacts_kind_known" CHECK("contacts"."kind" in ('walk_in', 'call', 'class', 'event', 'message', 'incident_follow_up')),
	CONSTRAINT "contacts_begunBy_known" CHECK("contacts"."begun_by" in ('venue', 'program')),
	CONSTRAINT "contacts_writtenAs_known" CHECK("contacts"."written_as" in ('venue', 'program')),
	CONSTRAINT "contacts_helpful_known" CHECK("contacts"."helpful" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE INDEX `contacts_venue` ON `contacts` (`venue_id`,`happened_on`);