CREATE INDEX `memberships_role` ON `memberships` (`role`,`district_id`);--> statement-breakpoint
CREATE INDEX `certificates_application` ON `certificates` (`application_id`);--> statement-breakpoint
CREATE INDEX `invitations_venue` ON `invitations` (`venue_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `join_requests_venue` ON `join_requests` (`venue_id`,`created_at`);