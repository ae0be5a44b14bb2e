-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'staff',
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "name" TEXT,
    "unit" TEXT,
    "reminders_off" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_key" TEXT,
    "position" TEXT,
    "phone" TEXT,
    "roster_code" TEXT,
    "roster_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "standing" TEXT NOT NULL DEFAULT 'declared',
    "verified_how" TEXT,
    "verified_by" TEXT,
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "channel" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "chat" TEXT,
    "language" TEXT,
    "unreachable" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("channel","user_id")
);

-- CreateTable
CREATE TABLE "coordinator" (
    "person_id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "by_person" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coordinator_pkey" PRIMARY KEY ("person_id","unit")
);

-- CreateTable
CREATE TABLE "imported_unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "aliases" TEXT[],
    "parent" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "successor" TEXT,
    "staff" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "pairing_code" (
    "id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "by_person" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" TEXT,

    CONSTRAINT "pairing_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairing_attempt" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pairing_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "address" TEXT NOT NULL,
    "offered" JSONB NOT NULL DEFAULT '[]',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "form" (
    "person_id" TEXT NOT NULL,
    "dialogue" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "nudged_at" TIMESTAMPTZ(3),

    CONSTRAINT "form_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "titles" TEXT[],
    "commendations" TEXT[],
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "subject_id" TEXT,
    "name_key" TEXT,
    "for_other" BOOLEAN NOT NULL DEFAULT false,
    "via" TEXT NOT NULL DEFAULT 'form',
    "position" TEXT,
    "representative" TEXT,
    "staff_count" INTEGER,
    "topic" TEXT,
    "targets" TEXT,
    "notes" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "list_id" TEXT,
    "restricted_at" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_event" (
    "id" BIGSERIAL NOT NULL,
    "pledge_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by_person" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pledge_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_list" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "by_person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pledge_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_result" (
    "pledge_id" TEXT NOT NULL,
    "award" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "higher" TEXT,
    "by_person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pledge_result_pkey" PRIMARY KEY ("pledge_id","award")
);

-- CreateTable
CREATE TABLE "dossier_item" (
    "pledge_id" TEXT NOT NULL,
    "award" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "done_on" TEXT NOT NULL,
    "by_person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_item_pkey" PRIMARY KEY ("pledge_id","award","item")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" TEXT NOT NULL,
    "kind" TEXT,
    "by_person" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "file" JSONB NOT NULL,
    "file_name" TEXT,
    "state" TEXT NOT NULL,
    "counts" JSONB,
    "problem" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "change" TEXT NOT NULL,
    "reason" JSONB,
    "person_id" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_person" TEXT,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "channel" TEXT NOT NULL,
    "way" TEXT NOT NULL DEFAULT 'form',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "update" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "person_id" TEXT,
    "broadcast_id" TEXT,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "message" JSONB,
    "body_id" BIGINT,
    "digest" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doubts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner" TEXT,
    "external_id" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" BIGSERIAL NOT NULL,
    "broadcast_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "message" JSONB NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instance" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "pace" (
    "channel" TEXT NOT NULL,
    "refilled_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "held_until" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "broadcast" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "by_person" TEXT NOT NULL,
    "approved_by" TEXT,
    "content" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "acknowledge" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "send_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "progress" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "broadcast_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("broadcast_id","person_id")
);

-- CreateTable
CREATE TABLE "group_chat" (
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "news" BOOLEAN NOT NULL DEFAULT true,
    "thread" TEXT,
    "reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_chat_pkey" PRIMARY KEY ("channel","chat")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "person_id" TEXT,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "web_message" (
    "id" BIGSERIAL NOT NULL,
    "chat" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_roster_code_key" ON "person"("roster_code");

-- CreateIndex
CREATE INDEX "person_unit_name_key_idx" ON "person"("unit", "name_key");

-- CreateIndex
CREATE INDEX "person_phone_idx" ON "person"("phone");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "coordinator_unit_idx" ON "coordinator"("unit");

-- CreateIndex
CREATE UNIQUE INDEX "pairing_code_digest_key" ON "pairing_code"("digest");

-- CreateIndex
CREATE INDEX "pairing_code_person_id_idx" ON "pairing_code"("person_id");

-- CreateIndex
CREATE INDEX "pairing_attempt_channel_user_id_at_idx" ON "pairing_attempt"("channel", "user_id", "at");

-- CreateIndex
CREATE INDEX "form_updated_at_idx" ON "form"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_code_key" ON "pledge"("code");

-- CreateIndex
CREATE INDEX "pledge_campaign_id_phase_state_idx" ON "pledge"("campaign_id", "phase", "state");

-- CreateIndex
CREATE INDEX "pledge_person_id_campaign_id_idx" ON "pledge"("person_id", "campaign_id");

-- CreateIndex
CREATE INDEX "pledge_campaign_id_phase_unit_idx" ON "pledge"("campaign_id", "phase", "unit");

-- CreateIndex
CREATE INDEX "pledge_subject_id_idx" ON "pledge"("subject_id");

-- CreateIndex
CREATE INDEX "pledge_event_pledge_id_idx" ON "pledge_event"("pledge_id");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_list_campaign_id_phase_number_key" ON "pledge_list"("campaign_id", "phase", "number");

-- CreateIndex
CREATE UNIQUE INDEX "notice_key_key" ON "notice"("key");

-- CreateIndex
CREATE INDEX "notice_sent_at_due_at_idx" ON "notice"("sent_at", "due_at");

-- CreateIndex
CREATE INDEX "import_state_idx" ON "import"("state");

-- CreateIndex
CREATE INDEX "audit_kind_about_id_idx" ON "audit"("kind", "about", "id");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE INDEX "inbox_id_idx" ON "inbox"("id") WHERE (state <> 'done');

-- CreateIndex
CREATE INDEX "inbox_address_id_idx" ON "inbox"("address", "id") WHERE (state <> 'done');

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_update_id_key" ON "inbox"("channel", "update_id");

-- CreateIndex
CREATE INDEX "outbox_queued_idx" ON "outbox"("lane", "id") WHERE (state = 'queued');

-- CreateIndex
CREATE INDEX "outbox_address_id_idx" ON "outbox"("address", "id") WHERE (state = 'queued' OR state = 'attempting');

-- CreateIndex
CREATE INDEX "outbox_failed_idx" ON "outbox"("lane", "id") WHERE (state = 'failed');

-- CreateIndex
CREATE INDEX "outbox_broadcast_id_state_idx" ON "outbox"("broadcast_id", "state") WHERE (broadcast_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "outbox_address_digest_idx" ON "outbox"("address", "digest") WHERE (ended_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key") WHERE (key IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "body_broadcast_id_channel_locale_part_key" ON "body"("broadcast_id", "channel", "locale", "part");

-- CreateIndex
CREATE INDEX "broadcast_state_idx" ON "broadcast"("state");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_origin_key" ON "web_message"("origin");

-- CreateIndex
CREATE INDEX "web_message_chat_id_idx" ON "web_message"("chat", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form" ADD CONSTRAINT "form_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_event" ADD CONSTRAINT "pledge_event_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;
