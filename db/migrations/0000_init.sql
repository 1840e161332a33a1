CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"author_profession" text DEFAULT '' NOT NULL,
	"author_organisation" text DEFAULT '' NOT NULL,
	"author_side" text,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"confirmed_warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_reason" text DEFAULT '' NOT NULL,
	"name_withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_readers" (
	"post_id" uuid NOT NULL,
	"day" date NOT NULL,
	"readers" integer NOT NULL,
	CONSTRAINT "post_readers_post_id_day_pk" PRIMARY KEY("post_id","day")
);
--> statement-breakpoint
CREATE TABLE "post_visibility_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"from_visibility" text NOT NULL,
	"to_visibility" text NOT NULL,
	"changed_by" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"kind" text DEFAULT 'post' NOT NULL,
	"author_id" uuid,
	"participant_id" uuid,
	"author_name" text NOT NULL,
	"author_profession" text DEFAULT '' NOT NULL,
	"author_organisation" text DEFAULT '' NOT NULL,
	"author_side" text,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"plain" text NOT NULL,
	"language" text NOT NULL,
	"phase" text NOT NULL,
	"visibility" text NOT NULL,
	"slug" text,
	"public_since" timestamp with time zone,
	"confirmed_warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"taken_down_at" timestamp with time zone,
	"taken_down_by" uuid,
	"taken_down_reason" text DEFAULT '' NOT NULL,
	"name_withdrawn_at" timestamp with time zone,
	CONSTRAINT "posts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "reading_marks" (
	"day" date NOT NULL,
	"post_id" uuid NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "reading_marks_day_post_id_mark_pk" PRIMARY KEY("day","post_id","mark")
);
--> statement-breakpoint
CREATE TABLE "reading_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"private_key" text,
	"made_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "certificate_papers" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"credential" text NOT NULL,
	"revocation_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"path_id" text NOT NULL,
	"walker" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"status_list" integer NOT NULL,
	"status_index" integer NOT NULL,
	"replaced_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_as" text,
	"revoked_by" uuid,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid
);
--> statement-breakpoint
CREATE TABLE "evaluation_inbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_receipts" (
	"evaluation_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "evaluation_receipts_evaluation_id_participant_id_pk" PRIMARY KEY("evaluation_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"side" text NOT NULL,
	"instrument" text NOT NULL,
	"instrument_version" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"asked" integer,
	"answered" integer
);
--> statement-breakpoint
CREATE TABLE "feedback_tallies" (
	"unit_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"instrument_version" integer NOT NULL,
	"tallies" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "feedback_tallies_unit_id_instrument_instrument_version_pk" PRIMARY KEY("unit_id","instrument","instrument_version")
);
--> statement-breakpoint
CREATE TABLE "follow_up_answers" (
	"follow_up_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"language" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_answers_follow_up_id_participant_id_pk" PRIMARY KEY("follow_up_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "follow_up_steps" (
	"follow_up_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"followed_kind" text NOT NULL,
	"followed_id" uuid NOT NULL,
	"progress" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "follow_up_steps_follow_up_id_participant_id_followed_id_pk" PRIMARY KEY("follow_up_id","participant_id","followed_id")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"months" integer NOT NULL,
	"instrument_version" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"asked" integer,
	"answered" integer
);
--> statement-breakpoint
CREATE TABLE "goal_judgements" (
	"goal_id" uuid NOT NULL,
	"side" text NOT NULL,
	"level" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"judged_by" uuid NOT NULL,
	"judged_name" text NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_judgements_goal_id_side_pk" PRIMARY KEY("goal_id","side")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"evaluation_id" uuid,
	"follow_up_id" uuid,
	CONSTRAINT "questionnaire_links_one" CHECK (num_nonnulls("questionnaire_links"."evaluation_id", "questionnaire_links"."follow_up_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"instrument_version" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"publish_items" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'participants' NOT NULL,
	"publish_version" integer DEFAULT 0 NOT NULL,
	"publish_changed_by" uuid,
	"post_id" uuid,
	"agreed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "summary_agreements" (
	"visit_id" uuid NOT NULL,
	"side" text NOT NULL,
	"version" integer NOT NULL,
	"agreed_by" uuid NOT NULL,
	"agreed_name" text NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summary_agreements_visit_id_side_pk" PRIMARY KEY("visit_id","side")
);
--> statement-breakpoint
CREATE TABLE "summary_answers" (
	"visit_id" uuid NOT NULL,
	"item" text NOT NULL,
	"value" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"written_by" uuid NOT NULL,
	"written_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summary_answers_visit_id_item_pk" PRIMARY KEY("visit_id","item")
);
--> statement-breakpoint
CREATE TABLE "visit_tallies" (
	"visit_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "visit_tallies_visit_id_indicator_id_part_pk" PRIMARY KEY("visit_id","indicator_id","part")
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"before" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "email_changes_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"token_hash" text NOT NULL,
	"role_kind" text NOT NULL,
	"unit_id" uuid,
	"visit_id" uuid,
	"role_starts_at" timestamp with time zone,
	"role_ends_at" timestamp with time zone,
	"sponsor_id" uuid,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "login_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "login_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone,
	CONSTRAINT "rate_limits_key_pk" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid,
	"visit_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"sponsor_id" uuid,
	"given_by" uuid,
	"given_at" timestamp with time zone NOT NULL,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"profession" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"password_hash" text,
	"comment_mails_off_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "counted_days" (
	"source" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "counted_days_source_day_pk" PRIMARY KEY("source","day")
);
--> statement-breakpoint
CREATE TABLE "measured_states" (
	"unit_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"quarter" integer NOT NULL,
	"lineage" uuid[] NOT NULL,
	"shown_counted" uuid[] DEFAULT '{}' NOT NULL,
	"shown_reached" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "measured_states_indicator_id_unit_id_quarter_pk" PRIMARY KEY("indicator_id","unit_id","quarter")
);
--> statement-breakpoint
CREATE TABLE "observation_cuts" (
	"unit_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"strand" text NOT NULL,
	"respondent_group" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"least" integer NOT NULL,
	"numerator" bigint DEFAULT 0 NOT NULL,
	"denominator" bigint DEFAULT 0 NOT NULL,
	"answers" bigint DEFAULT 0 NOT NULL,
	"shown_numerator" bigint DEFAULT 0 NOT NULL,
	"shown_denominator" bigint DEFAULT 0 NOT NULL,
	"shown_answers" bigint DEFAULT 0 NOT NULL,
	"step_numerator" bigint DEFAULT 0 NOT NULL,
	"step_denominator" bigint DEFAULT 0 NOT NULL,
	"step_answers" bigint DEFAULT 0 NOT NULL,
	"step_quarter" integer NOT NULL,
	"waits_since" integer NOT NULL,
	CONSTRAINT "observation_cuts_indicator_id_strand_respondent_group_part_unit_id_pk" PRIMARY KEY("indicator_id","strand","respondent_group","part","unit_id")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"unit_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"strand" text NOT NULL,
	"respondent_group" text NOT NULL,
	"quarter" integer NOT NULL,
	"parent_id" uuid NOT NULL,
	"own_numerator" bigint DEFAULT 0 NOT NULL,
	"own_denominator" bigint DEFAULT 0 NOT NULL,
	"own_answers" bigint DEFAULT 0 NOT NULL,
	"numerator" bigint DEFAULT 0 NOT NULL,
	"denominator" bigint DEFAULT 0 NOT NULL,
	"answers" bigint DEFAULT 0 NOT NULL,
	"shown_numerator" bigint DEFAULT 0 NOT NULL,
	"shown_denominator" bigint DEFAULT 0 NOT NULL,
	"shown_answers" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "observations_unit_id_indicator_id_strand_respondent_group_quarter_parent_id_pk" PRIMARY KEY("unit_id","indicator_id","strand","respondent_group","quarter","parent_id")
);
--> statement-breakpoint
CREATE TABLE "status_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "status_reports_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"language" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"level" text,
	"on_day" date NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "targets_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"language" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"comparator" text,
	"numerator" integer,
	"denominator" integer,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mastery_counted" (
	"person_id" uuid NOT NULL,
	"walker" text NOT NULL,
	"round" text NOT NULL,
	"year" integer NOT NULL,
	CONSTRAINT "mastery_counted_person_id_walker_round_year_pk" PRIMARY KEY("person_id","walker","round","year")
);
--> statement-breakpoint
CREATE TABLE "mastery_ratings" (
	"person_id" uuid NOT NULL,
	"pair_id" uuid NOT NULL,
	"round" text NOT NULL,
	"walker" text NOT NULL,
	"instrument_version" integer NOT NULL,
	"answers" jsonb,
	"answered_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"passed_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"counted_at" timestamp with time zone,
	CONSTRAINT "mastery_ratings_person_id_pair_id_round_pk" PRIMARY KEY("person_id","pair_id","round")
);
--> statement-breakpoint
CREATE TABLE "mastery_shown" (
	"unit_id" uuid NOT NULL,
	"walker" text NOT NULL,
	"round" text NOT NULL,
	"statement" text NOT NULL,
	"quarter" integer NOT NULL,
	"ones" integer NOT NULL,
	"twos" integer NOT NULL,
	"threes" integer NOT NULL,
	"fours" integer NOT NULL,
	"fives" integer NOT NULL,
	CONSTRAINT "mastery_shown_unit_id_walker_round_statement_quarter_pk" PRIMARY KEY("unit_id","walker","round","statement","quarter")
);
--> statement-breakpoint
CREATE TABLE "mastery_waiting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"walker" text NOT NULL,
	"round" text NOT NULL,
	"statement" text NOT NULL,
	"value" integer NOT NULL,
	"quarter" integer NOT NULL,
	"company" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"event" text NOT NULL,
	"visit_id" uuid,
	"receiver" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "activities_done" (
	"person_id" uuid NOT NULL,
	"path_id" text NOT NULL,
	"module_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activities_done_person_id_path_id_module_id_activity_id_pk" PRIMARY KEY("person_id","path_id","module_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "joint_confirmations" (
	"pair_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"walker" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "joint_confirmations_pair_id_module_id_walker_pk" PRIMARY KEY("pair_id","module_id","walker")
);
--> statement-breakpoint
CREATE TABLE "joint_steps" (
	"pair_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"goals" jsonb NOT NULL,
	"time" text NOT NULL,
	"mandate" text DEFAULT '' NOT NULL,
	"notes" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "joint_steps_pair_id_module_id_pk" PRIMARY KEY("pair_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "learning_group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "learning_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_pairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" text NOT NULL,
	"path_version" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"resource_person_id" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"paused_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "pair_leaders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"opened_on" date
);
--> statement-breakpoint
CREATE TABLE "pair_plans" (
	"pair_id" uuid PRIMARY KEY NOT NULL,
	"starts_on" date NOT NULL,
	"days" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pair_talks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" text,
	"place" text DEFAULT '' NOT NULL,
	"outcome" text,
	"outcome_at" timestamp with time zone,
	"outcome_by" uuid,
	"notes" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"next_step_on" date,
	"next_step_done_at" timestamp with time zone,
	"next_step_done_by" uuid,
	"language" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"planned_by" uuid,
	"planned_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pair_version_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"from_version" integer NOT NULL,
	"to_version" integer NOT NULL,
	"moved_by" uuid,
	"moved_name" text NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairs_awaited" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"walker" text NOT NULL,
	"other_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"person_id" uuid NOT NULL,
	"path_id" text NOT NULL,
	"module_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"shared_pair_id" uuid,
	"shared_group_id" uuid,
	"shared_at" timestamp with time zone,
	CONSTRAINT "reflections_person_id_path_id_module_id_pk" PRIMARY KEY("person_id","path_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "talk_feeds" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_feeds_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "path_ticks" (
	"person_id" uuid NOT NULL,
	"path_id" text NOT NULL,
	"module_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"item_id" text NOT NULL,
	"ticked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "path_ticks_person_id_path_id_module_id_activity_id_item_id_pk" PRIMARY KEY("person_id","path_id","module_id","activity_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "pdsa_cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"plan" text NOT NULL,
	"done" text NOT NULL,
	"study" text NOT NULL,
	"act" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"tested_at" timestamp with time zone,
	"studied_at" timestamp with time zone,
	"acted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "practice_reports" (
	"person_id" uuid NOT NULL,
	"path_id" text NOT NULL,
	"module_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"pair_id" uuid NOT NULL,
	"note" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"signed_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"signed_by" uuid,
	"return_note" text DEFAULT '' NOT NULL,
	"return_language" text DEFAULT '' NOT NULL,
	CONSTRAINT "practice_reports_person_id_path_id_module_id_activity_id_pk" PRIMARY KEY("person_id","path_id","module_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "path_answers" (
	"path_id" text NOT NULL,
	"version" integer NOT NULL,
	"instrument_version" integer NOT NULL,
	"tallies" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"waiting_since" integer,
	"shown" integer DEFAULT 0 NOT NULL,
	"words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "path_answers_path_id_version_instrument_version_pk" PRIMARY KEY("path_id","version","instrument_version")
);
--> statement-breakpoint
CREATE TABLE "path_editors" (
	"path_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "path_editors_path_id_person_id_pk" PRIMARY KEY("path_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "path_media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" text NOT NULL,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"name" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "path_receipts" (
	"path_id" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "path_receipts_path_id_version_person_id_pk" PRIMARY KEY("path_id","version","person_id")
);
--> statement-breakpoint
CREATE TABLE "path_versions" (
	"path_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"digest" text NOT NULL,
	"summary" jsonb NOT NULL,
	"audience" text NOT NULL,
	"note" text NOT NULL,
	"note_language" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "path_versions_path_id_version_pk" PRIMARY KEY("path_id","version")
);
--> statement-breakpoint
CREATE TABLE "path_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" text NOT NULL,
	"version" integer NOT NULL,
	"instrument_version" integer NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"shown_in" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paths" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"draft" jsonb,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"draft_by" uuid,
	"draft_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"language" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"side" text NOT NULL,
	"participant_id" uuid,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"position" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid
);
--> statement-breakpoint
CREATE TABLE "improvement_works" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"participant_id" uuid,
	"origin" text DEFAULT 'brought' NOT NULL,
	"side" text DEFAULT 'guest' NOT NULL,
	"title" text NOT NULL,
	"aim" text DEFAULT '' NOT NULL,
	"method" text DEFAULT '' NOT NULL,
	"status" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"struggle" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"position" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid
);
--> statement-breakpoint
CREATE TABLE "preparation_answers" (
	"visit_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"language" text NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preparation_answers_visit_id_field_pk" PRIMARY KEY("visit_id","field")
);
--> statement-breakpoint
CREATE TABLE "preparations" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"form_version" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"planned_from" date NOT NULL,
	"planned_to" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_goals" (
	"slot_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	CONSTRAINT "slot_goals_slot_id_goal_id_pk" PRIMARY KEY("slot_id","goal_id")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"day" date NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"host_participant_id" uuid,
	"improvement_work_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "cascade_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	CONSTRAINT "cascade_people_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "teaching_learners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"named_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"declined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "teaching_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "teaching_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "teaching_reflections" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teaching_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"teacher_id" uuid NOT NULL,
	"home_unit_id" uuid,
	"unit_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"language" text NOT NULL,
	"path_id" text,
	"module_id" text,
	"taught_on" date NOT NULL,
	"minutes" integer NOT NULL,
	"form" text NOT NULL,
	"learners" integer NOT NULL,
	"learnt_from_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"return_note" text DEFAULT '' NOT NULL,
	"return_language" text DEFAULT '' NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "counting_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "counting_rules_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"base" text,
	"basic_step" integer,
	"valid_months" integer,
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_counts" (
	"unit_id" uuid NOT NULL,
	"quarter" integer NOT NULL,
	"on_day" date NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	"is_shown" boolean NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"counted_by" uuid,
	CONSTRAINT "register_counts_unit_id_quarter_pk" PRIMARY KEY("unit_id","quarter")
);
--> statement-breakpoint
CREATE TABLE "training_courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"taken_on" date NOT NULL,
	"provider" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_employees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"supervising" text NOT NULL,
	"employed_from" date,
	"employed_until" date,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_registers" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closed_periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" text PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"authority" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_profiles" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"is_open" boolean DEFAULT false NOT NULL,
	"can_show" text DEFAULT '' NOT NULL,
	"struggle_with" text DEFAULT '' NOT NULL,
	"practicalities" text DEFAULT '' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"forms" text[] DEFAULT '{on_site}' NOT NULL,
	"group_min" integer DEFAULT 1 NOT NULL,
	"group_max" integer DEFAULT 6 NOT NULL,
	"days_min" integer DEFAULT 1 NOT NULL,
	"days_max" integer DEFAULT 5 NOT NULL,
	"notice_months" integer DEFAULT 3 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"lineage" uuid[] NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"place_code" text,
	"city" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/Stockholm' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checklist_ticks" (
	"visit_id" uuid NOT NULL,
	"item" text NOT NULL,
	"participant_id" uuid,
	"done_by" uuid,
	"done_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "date_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"start_part" text DEFAULT 'full' NOT NULL,
	"end_part" text DEFAULT 'full' NOT NULL,
	"side" text NOT NULL,
	"proposed_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"fits" boolean,
	"marked_by" uuid,
	"marked_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"rules_version" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_guest_units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"unit_id" uuid,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"change" text,
	"before" text DEFAULT '' NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "visit_moves_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "visit_participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"user_id" uuid,
	"side" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"profession" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"is_coordinator" boolean DEFAULT false NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"left_by" uuid
);
--> statement-breakpoint
CREATE TABLE "visit_referrals" (
	"visit_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "visit_referrals_visit_id_unit_id_pk" PRIMARY KEY("visit_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"title" text NOT NULL,
	"inquiry" text NOT NULL,
	"language" text NOT NULL,
	"form" text NOT NULL,
	"host_unit_id" uuid NOT NULL,
	"group_size" integer NOT NULL,
	"status" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"start_part" text,
	"end_part" text,
	"time_zone" text NOT NULL,
	"meeting_url" text DEFAULT '' NOT NULL,
	"preparation_due_on" date,
	"return_of" uuid,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_readers" ADD CONSTRAINT "post_readers_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_visibility_changes" ADD CONSTRAINT "post_visibility_changes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_visibility_changes" ADD CONSTRAINT "post_visibility_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_taken_down_by_users_id_fk" FOREIGN KEY ("taken_down_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_papers" ADD CONSTRAINT "certificate_papers_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_papers" ADD CONSTRAINT "certificate_papers_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_key_id_certificate_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."certificate_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_reopened_by_users_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_inbox" ADD CONSTRAINT "evaluation_inbox_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_receipts" ADD CONSTRAINT "evaluation_receipts_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_receipts" ADD CONSTRAINT "evaluation_receipts_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_responses" ADD CONSTRAINT "evaluation_responses_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_texts" ADD CONSTRAINT "evaluation_texts_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_tallies" ADD CONSTRAINT "feedback_tallies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_steps" ADD CONSTRAINT "follow_up_steps_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_steps" ADD CONSTRAINT "follow_up_steps_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_judgements" ADD CONSTRAINT "goal_judgements_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_judgements" ADD CONSTRAINT "goal_judgements_judged_by_users_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_links" ADD CONSTRAINT "questionnaire_links_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_links" ADD CONSTRAINT "questionnaire_links_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_links" ADD CONSTRAINT "questionnaire_links_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_publish_changed_by_users_id_fk" FOREIGN KEY ("publish_changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_agreements" ADD CONSTRAINT "summary_agreements_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_agreements" ADD CONSTRAINT "summary_agreements_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_answers" ADD CONSTRAINT "summary_answers_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_answers" ADD CONSTRAINT "summary_answers_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_tallies" ADD CONSTRAINT "visit_tallies_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_sponsor_id_users_id_fk" FOREIGN KEY ("sponsor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_tokens" ADD CONSTRAINT "login_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_sponsor_id_users_id_fk" FOREIGN KEY ("sponsor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measured_states" ADD CONSTRAINT "measured_states_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_cuts" ADD CONSTRAINT "observation_cuts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mastery_counted" ADD CONSTRAINT "mastery_counted_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mastery_ratings" ADD CONSTRAINT "mastery_ratings_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mastery_ratings" ADD CONSTRAINT "mastery_ratings_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mastery_shown" ADD CONSTRAINT "mastery_shown_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mastery_waiting" ADD CONSTRAINT "mastery_waiting_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities_done" ADD CONSTRAINT "activities_done_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_confirmations" ADD CONSTRAINT "joint_confirmations_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_confirmations" ADD CONSTRAINT "joint_confirmations_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_steps" ADD CONSTRAINT "joint_steps_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_steps" ADD CONSTRAINT "joint_steps_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_group_members" ADD CONSTRAINT "learning_group_members_group_id_learning_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."learning_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_group_members" ADD CONSTRAINT "learning_group_members_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_group_members" ADD CONSTRAINT "learning_group_members_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_group_members" ADD CONSTRAINT "learning_group_members_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_groups" ADD CONSTRAINT "learning_groups_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_groups" ADD CONSTRAINT "learning_groups_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_pairs" ADD CONSTRAINT "learning_pairs_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_pairs" ADD CONSTRAINT "learning_pairs_resource_person_id_users_id_fk" FOREIGN KEY ("resource_person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_pairs" ADD CONSTRAINT "learning_pairs_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_pairs" ADD CONSTRAINT "learning_pairs_paused_by_users_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_pairs" ADD CONSTRAINT "learning_pairs_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_leaders" ADD CONSTRAINT "pair_leaders_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_leaders" ADD CONSTRAINT "pair_leaders_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_leaders" ADD CONSTRAINT "pair_leaders_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_plans" ADD CONSTRAINT "pair_plans_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_plans" ADD CONSTRAINT "pair_plans_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_talks" ADD CONSTRAINT "pair_talks_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_talks" ADD CONSTRAINT "pair_talks_outcome_by_users_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_talks" ADD CONSTRAINT "pair_talks_next_step_done_by_users_id_fk" FOREIGN KEY ("next_step_done_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_talks" ADD CONSTRAINT "pair_talks_planned_by_users_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_version_moves" ADD CONSTRAINT "pair_version_moves_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_version_moves" ADD CONSTRAINT "pair_version_moves_moved_by_users_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs_awaited" ADD CONSTRAINT "pairs_awaited_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs_awaited" ADD CONSTRAINT "pairs_awaited_other_id_users_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs_awaited" ADD CONSTRAINT "pairs_awaited_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_shared_pair_id_learning_pairs_id_fk" FOREIGN KEY ("shared_pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_shared_group_id_learning_groups_id_fk" FOREIGN KEY ("shared_group_id") REFERENCES "public"."learning_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_feeds" ADD CONSTRAINT "talk_feeds_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_ticks" ADD CONSTRAINT "path_ticks_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pdsa_cycles" ADD CONSTRAINT "pdsa_cycles_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reports" ADD CONSTRAINT "practice_reports_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reports" ADD CONSTRAINT "practice_reports_pair_id_learning_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."learning_pairs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reports" ADD CONSTRAINT "practice_reports_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_editors" ADD CONSTRAINT "path_editors_path_id_paths_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."paths"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_editors" ADD CONSTRAINT "path_editors_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_editors" ADD CONSTRAINT "path_editors_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_media" ADD CONSTRAINT "path_media_path_id_paths_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."paths"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_media" ADD CONSTRAINT "path_media_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_receipts" ADD CONSTRAINT "path_receipts_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_versions" ADD CONSTRAINT "path_versions_path_id_paths_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."paths"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_versions" ADD CONSTRAINT "path_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_versions" ADD CONSTRAINT "path_versions_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paths" ADD CONSTRAINT "paths_owner_id_units_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paths" ADD CONSTRAINT "paths_draft_by_users_id_fk" FOREIGN KEY ("draft_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paths" ADD CONSTRAINT "paths_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_works" ADD CONSTRAINT "improvement_works_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_works" ADD CONSTRAINT "improvement_works_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_works" ADD CONSTRAINT "improvement_works_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_works" ADD CONSTRAINT "improvement_works_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_works" ADD CONSTRAINT "improvement_works_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_answers" ADD CONSTRAINT "preparation_answers_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_answers" ADD CONSTRAINT "preparation_answers_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_goals" ADD CONSTRAINT "slot_goals_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_goals" ADD CONSTRAINT "slot_goals_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_host_participant_id_visit_participants_id_fk" FOREIGN KEY ("host_participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_improvement_work_id_improvement_works_id_fk" FOREIGN KEY ("improvement_work_id") REFERENCES "public"."improvement_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cascade_people" ADD CONSTRAINT "cascade_people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_learners" ADD CONSTRAINT "teaching_learners_session_id_teaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."teaching_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_learners" ADD CONSTRAINT "teaching_learners_person_id_cascade_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."cascade_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_learners" ADD CONSTRAINT "teaching_learners_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_links" ADD CONSTRAINT "teaching_links_session_id_teaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."teaching_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_reflections" ADD CONSTRAINT "teaching_reflections_session_id_teaching_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."teaching_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_reflections" ADD CONSTRAINT "teaching_reflections_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_teacher_id_cascade_people_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."cascade_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_home_unit_id_units_id_fk" FOREIGN KEY ("home_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_learnt_from_id_teaching_sessions_id_fk" FOREIGN KEY ("learnt_from_id") REFERENCES "public"."teaching_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching_sessions" ADD CONSTRAINT "teaching_sessions_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counting_rules" ADD CONSTRAINT "counting_rules_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counting_rules" ADD CONSTRAINT "counting_rules_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_counts" ADD CONSTRAINT "register_counts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_counts" ADD CONSTRAINT "register_counts_counted_by_users_id_fk" FOREIGN KEY ("counted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_courses" ADD CONSTRAINT "training_courses_employee_id_training_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."training_employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_courses" ADD CONSTRAINT "training_courses_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_employees" ADD CONSTRAINT "training_employees_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_employees" ADD CONSTRAINT "training_employees_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_registers" ADD CONSTRAINT "training_registers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_periods" ADD CONSTRAINT "closed_periods_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_profiles" ADD CONSTRAINT "unit_profiles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_profiles" ADD CONSTRAINT "unit_profiles_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_place_code_places_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_proposals" ADD CONSTRAINT "date_proposals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_proposals" ADD CONSTRAINT "date_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_proposals" ADD CONSTRAINT "date_proposals_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_confirmations" ADD CONSTRAINT "entry_confirmations_participant_id_visit_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."visit_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_guest_units" ADD CONSTRAINT "visit_guest_units_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_guest_units" ADD CONSTRAINT "visit_guest_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_moves" ADD CONSTRAINT "visit_moves_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_moves" ADD CONSTRAINT "visit_moves_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_participants" ADD CONSTRAINT "visit_participants_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_participants" ADD CONSTRAINT "visit_participants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_participants" ADD CONSTRAINT "visit_participants_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_participants" ADD CONSTRAINT "visit_participants_left_by_users_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_referrals" ADD CONSTRAINT "visit_referrals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_referrals" ADD CONSTRAINT "visit_referrals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_host_unit_id_units_id_fk" FOREIGN KEY ("host_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_post" ON "comments" USING btree ("post_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "post_visibility_changes_post" ON "post_visibility_changes" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "posts_visit" ON "posts" USING btree ("visit_id","created_at");--> statement-breakpoint
CREATE INDEX "posts_public" ON "posts" USING btree ("public_since");--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_keys_signing" ON "certificate_keys" USING btree (("retired_at" is null)) WHERE "certificate_keys"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_once" ON "certificates" USING btree ("person_id","path_id","walker") WHERE "certificates"."revoked_at" is null and "certificates"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("person_id","path_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_status" ON "certificates" USING btree ("status_list","status_index");--> statement-breakpoint
CREATE INDEX "certificates_unit" ON "certificates" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "evaluation_inbox_evaluation" ON "evaluation_inbox" USING btree ("evaluation_id");--> statement-breakpoint
CREATE INDEX "evaluation_responses_evaluation" ON "evaluation_responses" USING btree ("evaluation_id");--> statement-breakpoint
CREATE INDEX "evaluation_texts_evaluation" ON "evaluation_texts" USING btree ("evaluation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluations_once" ON "evaluations" USING btree ("visit_id","side");--> statement-breakpoint
CREATE INDEX "follow_up_steps_followed" ON "follow_up_steps" USING btree ("followed_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_once" ON "follow_ups" USING btree ("visit_id","months");--> statement-breakpoint
CREATE INDEX "questionnaire_links_participant" ON "questionnaire_links" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "email_changes_user" ON "email_changes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitations_visit" ON "invitations" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "login_tokens_user" ON "login_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "roles_user" ON "roles" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "roles_unit" ON "roles" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "roles_visit" ON "roles" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_guest_once" ON "roles" USING btree ("user_id","visit_id") WHERE "roles"."kind" = 'guest' and "roles"."ended_by" is null;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "observation_cuts_unit" ON "observation_cuts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "observations_parent" ON "observations" USING btree ("parent_id","indicator_id","quarter");--> statement-breakpoint
CREATE INDEX "status_reports_unit" ON "status_reports" USING btree ("unit_id","indicator_id","number");--> statement-breakpoint
CREATE INDEX "targets_unit" ON "targets" USING btree ("unit_id","indicator_id","number");--> statement-breakpoint
CREATE INDEX "mastery_ratings_due" ON "mastery_ratings" USING btree ("closes_at");--> statement-breakpoint
CREATE INDEX "mastery_waiting_unit" ON "mastery_waiting" USING btree ("unit_id","walker","round");--> statement-breakpoint
CREATE INDEX "mails_visit" ON "mails" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "learning_group_members_person" ON "learning_group_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "learning_group_members_group" ON "learning_group_members" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "learning_group_members_once" ON "learning_group_members" USING btree ("group_id","person_id") WHERE "learning_group_members"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "learning_groups_unit" ON "learning_groups" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "learning_pairs_unit" ON "learning_pairs" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "learning_pairs_person" ON "learning_pairs" USING btree ("resource_person_id","path_id");--> statement-breakpoint
CREATE INDEX "learning_pairs_starter" ON "learning_pairs" USING btree ("started_by");--> statement-breakpoint
CREATE UNIQUE INDEX "learning_pairs_once" ON "learning_pairs" USING btree ("resource_person_id","path_id") WHERE "learning_pairs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pair_leaders_person" ON "pair_leaders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "pair_leaders_pair" ON "pair_leaders" USING btree ("pair_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pair_leaders_now" ON "pair_leaders" USING btree ("pair_id") WHERE "pair_leaders"."joined_at" is not null and "pair_leaders"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pair_leaders_asked" ON "pair_leaders" USING btree ("pair_id") WHERE "pair_leaders"."joined_at" is null and "pair_leaders"."declined_at" is null and "pair_leaders"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pair_talks_pair" ON "pair_talks" USING btree ("pair_id");--> statement-breakpoint
CREATE INDEX "pair_talks_day" ON "pair_talks" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "pair_version_moves_pair" ON "pair_version_moves" USING btree ("pair_id");--> statement-breakpoint
CREATE INDEX "pairs_awaited_invitation" ON "pairs_awaited" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "pairs_awaited_other" ON "pairs_awaited" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "reflections_shared" ON "reflections" USING btree ("shared_pair_id");--> statement-breakpoint
CREATE INDEX "reflections_shared_group" ON "reflections" USING btree ("shared_group_id");--> statement-breakpoint
CREATE INDEX "pdsa_cycles_pair" ON "pdsa_cycles" USING btree ("pair_id");--> statement-breakpoint
CREATE INDEX "practice_reports_pair" ON "practice_reports" USING btree ("pair_id");--> statement-breakpoint
CREATE INDEX "path_editors_person" ON "path_editors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "path_media_path" ON "path_media" USING btree ("path_id");--> statement-breakpoint
CREATE INDEX "path_receipts_person" ON "path_receipts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "path_words_version" ON "path_words" USING btree ("path_id","version");--> statement-breakpoint
CREATE INDEX "paths_owner" ON "paths" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "change_proposals_visit" ON "change_proposals" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "change_proposals_open" ON "change_proposals" USING btree ("visit_id","subject","subject_id") WHERE "change_proposals"."answer" is null;--> statement-breakpoint
CREATE INDEX "goals_visit" ON "goals" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "goals_participant" ON "goals" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "improvement_works_visit" ON "improvement_works" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "slot_goals_goal" ON "slot_goals" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "slots_visit" ON "slots" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "slots_work" ON "slots" USING btree ("improvement_work_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teaching_learners_once" ON "teaching_learners" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "teaching_learners_person" ON "teaching_learners" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "teaching_links_session" ON "teaching_links" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "teaching_sessions_teacher" ON "teaching_sessions" USING btree ("teacher_id");--> statement-breakpoint
CREATE INDEX "teaching_sessions_home" ON "teaching_sessions" USING btree ("home_unit_id");--> statement-breakpoint
CREATE INDEX "teaching_sessions_unit" ON "teaching_sessions" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "teaching_sessions_learnt_from" ON "teaching_sessions" USING btree ("learnt_from_id");--> statement-breakpoint
CREATE INDEX "teaching_sessions_waiting" ON "teaching_sessions" USING btree ("asked_at") WHERE "teaching_sessions"."asked_at" is not null and "teaching_sessions"."signed_at" is null;--> statement-breakpoint
CREATE INDEX "counting_rules_unit" ON "counting_rules" USING btree ("unit_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "training_courses_once" ON "training_courses" USING btree ("employee_id","step","taken_on");--> statement-breakpoint
CREATE INDEX "training_employees_unit" ON "training_employees" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "training_employees_email" ON "training_employees" USING btree ("email");--> statement-breakpoint
CREATE INDEX "closed_periods_unit" ON "closed_periods" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_lineage" ON "units" USING gin ("lineage");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_ticks_once" ON "checklist_ticks" USING btree ("visit_id","item") WHERE "checklist_ticks"."participant_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_ticks_each" ON "checklist_ticks" USING btree ("visit_id","item","participant_id");--> statement-breakpoint
CREATE INDEX "date_proposals_visit" ON "date_proposals" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_confirmations_once" ON "entry_confirmations" USING btree ("participant_id","rules_version");--> statement-breakpoint
CREATE INDEX "visit_guest_units_visit" ON "visit_guest_units" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "visit_guest_units_unit" ON "visit_guest_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "visit_moves_visit" ON "visit_moves" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_participants_email" ON "visit_participants" USING btree ("visit_id","email");--> statement-breakpoint
CREATE INDEX "visit_participants_user" ON "visit_participants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "visits_host" ON "visits" USING btree ("host_unit_id");--> statement-breakpoint
CREATE INDEX "visits_status" ON "visits" USING btree ("status");