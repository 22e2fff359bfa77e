CREATE TABLE `letter_helped` (
	`response_id` text NOT NULL,
	`person_id` text NOT NULL,
	`helped` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `person_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "letter_helped_helped_known" CHECK("letter_helped"."helped" in ('yes', 'no'))
);
