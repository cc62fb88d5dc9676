import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { LOG_CODES } from "../../../functions/contract/log-codes.ts";
import { REFUSALS } from "../../../functions/domain/errors.ts";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();
const alarms = production.ofType("AWS::CloudWatch::Alarm");

const operations = readFileSync(new URL("../../../OPERATIONS.md", import.meta.url), "utf8");
const runbook = operations.split(/^## /m).find((chapter) => chapter.startsWith("Runbook\n")) ?? "";
const anchors = [...runbook.matchAll(/^### (.+)$/gm)].map(([, heading = ""]) =>
  heading.toLowerCase().replaceAll(" ", "-"),
);

describe("alarms", () => {
  it("watch the functions, the mails, the tables and the API", () => {
    const names = alarms.map(([id]) => id.replace(/^Alarms|[0-9A-F]{8}$/g, "")).sort();
    expect(names).toEqual([
      "AccessLogTableThrottles",
      ...["BackupsFailed", "BackupsMissing"],
      "Bounces",
      "CodesGuessed",
      "Complaints",
      ...["CountMonthErrors", "CountMonthThrottles"],
      "DayShort",
      ...["DeskErrors", "DeskThrottles"],
      ...["DownloadErrors", "DownloadThrottles"],
      ...["EventsDead", "EventsWaiting"],
      ...["IdentifyErrors", "IdentifyThrottles"],
      ...["IntakeConflict", "IntakeErrors", "IntakeQuarantined", "IntakeServerErrors", "IntakeThrottles"],
      "IntakeUnwatched",
      ...["KeepRowsErrors", "KeepRowsSilent", "KeepRowsThrottles"],
      ...["MattersErrors", "MattersThrottles"],
      "NumbersLeft",
      ...["OnChangeErrors", "OnChangeParked", "OnChangeThrottles"],
      ...["OnEventConflict", "OnEventErrors", "OnEventQuarantined", "OnEventThrottles", "OnEventUnwatched"],
      ...["OnScheduleErrors", "OnScheduleParked", "OnScheduleThrottles"],
      "PortalTableThrottles",
      ...["PublishPagesErrors", "PublishPagesThrottles"],
      ...["RecordErrors", "RecordThrottles"],
      "ScheduleSilent",
      "ServerErrors",
      "SignalsFailed",
      "SourceSilent",
      "StaffTokensUnverified",
      "StreamBehind",
      "Undelivered",
    ]);
  });

  it.each(alarms)("%s says what it means for a customer and where to read on", (_, { Properties }) => {
    const [, impact = "", anchor] =
      /^(.+) What to do: OPERATIONS\.md#(.+)$/.exec(String(Properties["AlarmDescription"])) ?? [];
    expect(impact).toMatch(/[Cc]ustomer/);
    expect(anchors).toContain(anchor);
    expect(Properties["AlarmActions"]).toHaveLength(1);
  });

  it("that add up count what did not happen as nothing, or one that is missing would silence the others", () => {
    const sums = alarms.flatMap(([, { Properties }]) =>
      z
        .array(z.object({ Expression: z.optional(z.string()) }))
        .parse(Properties["Metrics"] ?? [])
        .flatMap(({ Expression }) => Expression ?? []),
    );
    expect(sums.length).toBeGreaterThan(2);
    for (const sum of sums) expect(sum).toMatch(/^FILL\(\w+, 0\)( \+ FILL\(\w+, 0\))+$/);
  });

  it("leave no heading of the runbook without an alarm", () => {
    const used = new Set(alarms.map(([, { Properties }]) => String(Properties["AlarmDescription"]).split("#")[1]));
    expect([...used].sort()).toEqual(anchors.sort());
  });

  it("hear of codes that the log knows", () => {
    const filters = production
      .ofType("AWS::Logs::MetricFilter")
      .map(([, { Properties }]) => [readable(Properties["LogGroupName"]), Properties["FilterPattern"]]);
    expect(filters).toEqual([
      ["IdentifyLogs", '"CODE_PAUSED"'],
      ["DeskLogs", '"STAFF_SIGN_IN_UNVERIFIED"'],
      ["OnChangeLogs", '"MAIL_PARKED"'],
      ["OnScheduleLogs", '"SIGNALS_FAILED"'],
      ["OnScheduleLogs", '"SOURCE_SILENT"'],
      ["OnScheduleLogs", '"DAY_SHORT"'],
      ["OnScheduleLogs", '"MAIL_PARKED"'],
      ["CountMonthLogs", '"NUMBERS_LEFT"'],
      ...["IntakeLogs", "OnEventLogs"].flatMap((logs) =>
        ["EVENT_CONFLICT", "EVENTS_QUARANTINED", "EVENTS_UNWATCHED"].map((code) => [logs, `"${code}"`]),
      ),
    ]);
    expect({ ...LOG_CODES, ...REFUSALS }).toMatchObject({
      CODE_PAUSED: expect.any(String),
      EVENT_CONFLICT: expect.any(String),
      EVENTS_QUARANTINED: expect.any(String),
      EVENTS_UNWATCHED: expect.any(String),
      MAIL_PARKED: expect.any(String),
      SIGNALS_FAILED: expect.any(String),
      SOURCE_SILENT: expect.any(String),
      DAY_SHORT: expect.any(String),
      NUMBERS_LEFT: expect.any(String),
      STAFF_SIGN_IN_UNVERIFIED: expect.any(String),
    });
  });
});
