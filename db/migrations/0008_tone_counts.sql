CREATE TABLE `tone_counts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`left` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `lexicons` (
	`version` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`change` text NOT NULL,
	`person_id` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
