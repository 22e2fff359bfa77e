PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_venue_standings` (
	`venue_id` text PRIMARY KEY NOT NULL,
	`group` text,
	`standing` text,
	`trained` integer NOT NULL,
	`in_scope` integer NOT NULL,
	`counted_on` text NOT NULL,
	`changes_on` text,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "venue_standings_group_known" CHECK("__new_venue_standings"."group" in ('invited', 'in_conversation', 'accredited', 'refreshing')),
	CONSTRAINT "venue_standings_standing_known" CHECK("__new_venue_standings"."standing" in ('not_invited', 'invited', 'invitation_over', 'asked', 'team', 'shared', 'in_conversation', 'ready', 'accredited', 'refresh_due', 'paused', 'stepped_away'))
);
--> statement-breakpoint
INSERT INTO `__new_venue_standings`("venue_id", "group", "trained", "in_scope", "counted_on", "changes_on") SELECT "venue_id", "group", "trained", "in_scope", "counted_on", "changes_on" FROM `venue_standings`;--> statement-breakpoint
DROP TABLE `venue_standings`;--> statement-breakpoint
ALTER TABLE `__new_venue_standings` RENAME TO `venue_standings`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `venue_standings_group` ON `venue_standings` (`group`);--> statement-breakpoint
CREATE INDEX `venue_standings_standing` ON `venue_standings` (`standing`,`venue_id`);--> statement-breakpoint
CREATE INDEX `venue_standings_changes` ON `venue_standings` (`changes_on`);