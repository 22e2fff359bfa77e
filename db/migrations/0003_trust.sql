CREATE TABLE `known_browsers` (
	`person_id` text NOT NULL,
	`browser_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `browser_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "passkey_challenges_purpose_known" CHECK("passkey_challenges"."purpose" in ('register', 'sign_in', 'confirm'))
);
--> statement-breakpoint
CREATE INDEX `passkey_challenges_expiry` ON `passkey_challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `place_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`role` text NOT NULL,
	`venue_id` text,
	`district_id` text,
	`field` text,
	`hand_over` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spoken_hash` text,
	`spoken_tries_left` integer DEFAULT 5 NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`accepted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "place_invitations_role_known" CHECK("place_invitations"."role" in ('owner', 'manager', 'helper', 'liaison', 'coordinator', 'partner', 'district_viewer')),
	CONSTRAINT "place_invitations_field_known" CHECK("place_invitations"."field" in ('fire', 'health', 'advocate')),
	CONSTRAINT "place_invitations_handOver_known" CHECK("place_invitations"."hand_over" in ('stays', 'leaves'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_invitations_token` ON `place_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `place_invitations_venue` ON `place_invitations` (`venue_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `place_invitations_email` ON `place_invitations` (`email`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `rate_limits_expiry` ON `rate_limits` (`expires_at`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_locks` (
	`person_id` text PRIMARY KEY NOT NULL,
	`locked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `event_details` (
	`event_id` text PRIMARY KEY NOT NULL,
	`salt` text,
	`details` text,
	`erased_at` integer,
	`erased_under` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `record_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL,
	`length` integer NOT NULL,
	`hash` text NOT NULL,
	`problems` integer NOT NULL,
	CONSTRAINT "record_checks_one_row" CHECK("record_checks"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `record_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`length` integer NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "record_head_one_row" CHECK("record_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `name_showings` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`round_evidence_id` text NOT NULL,
	`alias` text NOT NULL,
	`staff_id` text NOT NULL,
	`shown_by` text NOT NULL,
	`shown_at` integer NOT NULL,
	`until` integer NOT NULL,
	`hidden_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`round_evidence_id`) REFERENCES `round_evidence`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`shown_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `name_showings_evidence` ON `name_showings` (`round_evidence_id`,`until`);--> statement-breakpoint
CREATE INDEX `name_showings_venue` ON `name_showings` (`venue_id`,`shown_at`);--> statement-breakpoint
CREATE TABLE `removals` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`subject_id` text NOT NULL,
	`listed_at` integer NOT NULL,
	`remove_after` integer NOT NULL,
	`removed_at` integer,
	`kept_at` integer,
	`kept_by` text,
	`kept_because` text,
	FOREIGN KEY (`kept_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `removals_listed` ON `removals` (`removed_at`,`remove_after`);--> statement-breakpoint
CREATE UNIQUE INDEX `removals_one_listed` ON `removals` (`rule`,`subject_id`) WHERE "removals"."removed_at" is null;--> statement-breakpoint
ALTER TABLE `memberships` ADD `away_until` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proved_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `staff_setups` ADD `recovery` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_setups` ADD `made_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `staff_setups` ADD `spoken_hash` text;--> statement-breakpoint
ALTER TABLE `staff_setups` ADD `spoken_tries_left` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_setups` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `sequence` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `hash` text;--> statement-breakpoint
ALTER TABLE `events` ADD `details_digest` text;--> statement-breakpoint
CREATE UNIQUE INDEX `events_sequence` ON `events` (`sequence`);--> statement-breakpoint
CREATE INDEX `events_person` ON `events` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);