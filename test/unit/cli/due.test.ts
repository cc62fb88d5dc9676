import { afterEach, describe, expect, it, vi } from "vitest";
import { main } from "../../../functions/cli/main.ts";

afterEach(() => vi.restoreAllMocks());

/** Runs the command here, for it needs no portal, and gathers what it writes. */
const due = async (line: string) => {
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      written[stream] += text;
      return true;
    });
  }
  const code = await main(["due", ...line.split(" ").filter((word) => word !== "")]);
  return { code, ...written };
};

describe("regard due", () => {
  it("prints exactly the dates and how they were worked out", async () => {
    const { code, stdout, stderr } = await due(
      "--received 2026-07-01 --regime GB-ENG --paused 2026-07-06/2026-07-13 --language en --json",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      dueOn: "2026-08-10",
      houseTargetOn: "2026-07-29",
      extensionNoticeBy: "2026-08-09",
      why: [
        "Due by the end of Monday 10 August 2026: received 1 July 2026; one month later is 1 August 2026; paused from 6 July 2026 to 13 July 2026, 8 days in all; 8 days later is 9 August 2026, a Sunday; so Monday 10 August 2026.",
        "To be answered if possible by Wednesday 29 July 2026: received 1 July 2026; 28 days later is 29 July 2026.",
        "An extension must be announced by Sunday 9 August 2026: received 1 July 2026; one month later is 1 August 2026; paused from 6 July 2026 to 13 July 2026, 8 days in all; 8 days later is 9 August 2026; weekends and public holidays do not move this date.",
      ],
    });
  });

  it.each([
    ["--received 2026-01-31 --regime GB-ENG", "2026-03-02"],
    ["--received 2026-03-03 --regime GB-SCT", "2026-04-06"],
    ["--received 2027-01-31 --regime GB-ENG --extended", "2027-04-30"],
    [
      "--received 2026-03-02 --regime GB-ENG --paused 2026-03-15/2026-03-17 --paused 2026-03-10/2026-03-16",
      "2026-04-10",
    ],
    ["--received 2026-03-02 --regime GB-ENG --identity 2026-03-05", "2026-04-07"],
    ["--received 2026-03-02 --regime FR --identity 2026-03-05", "2026-04-02"],
  ])("%s is due %s", async (line, dueOn) => {
    const { code, stdout } = await due(`${line} --json`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ dueOn });
  });

  it("has no due date while an answer is awaited", async () => {
    const { stdout } = await due("--received 2026-03-02 --regime GB-ENG --paused 2026-03-10/ --json");
    expect(JSON.parse(stdout)).toMatchObject({ dueOn: null, houseTargetOn: "2026-03-30", extensionNoticeBy: null });
  });

  it("writes lines for people in their language, and where its holidays come from", async () => {
    const { stdout, stderr } = await due("--received 2026-06-14 --regime FR --language fr");
    expect(stdout.split("\n")).toHaveLength(4);
    expect(stdout).toMatch(/^Réponse due au plus tard le mercredi 15 juillet 2026\u00a0: reçue le 14 juin 2026/);
    expect(stderr).toMatch(/^Public holidays: Code du travail.+ as of \d{4}-\d{2}-\d{2}\. Not legal advice\.\n$/);
  });

  it("explains itself with examples", async () => {
    const { code, stdout } = await due("--help");
    expect(code).toBe(0);
    expect(stdout).toContain("npx regard due --received");
  });

  it.each([
    ["", "Give --received with a day"],
    ["--received 2026-02-30 --regime GB-ENG", "Give --received with a day"],
    ["--received 2018-05-24 --regime GB-ENG", "from 2018-05-25"],
    ["--received 2026-03-02 --regime US", "Give --regime with one of GB-ENG, GB-SCT"],
    ["--received 2026-03-02 --regime GB-ENG --paused 2026-03-10", "Give --paused with the day asked"],
    ["--received 2026-03-02 --regime GB-ENG --paused 2026-03-17/2026-03-10", "Give --paused with the day asked"],
    ["--received 2026-03-02 --regime GB-ENG --paused 2026-03-01/2026-03-10", "before the request was received"],
    ["--received 2026-03-02 --regime GB-ENG --paused 2026-04-03/2026-04-10", "after the answer was due"],
    [
      "--received 2026-03-02 --regime GB-ENG --paused 2026-03-05/ --paused 2026-03-10/2026-03-12",
      "must be the last one",
    ],
    ["--received 2026-03-02 --regime FR --paused 2026-03-10/2026-03-17", "In the EU the time does not stand still"],
    ["--received 2026-03-02 --regime GB-ENG --identity 2026-03-01", "on or after --received"],
    ["--received 2026-03-02 --regime GB-ENG --language it", "Give --language with one of en, fr, de, es"],
    ["--received 2026-03-02 --regime GB-ENG tomorrow", "Give options only"],
    ["--received 2026-03-02 --regime GB-ENG --fast", "--fast"],
  ])("refuses “%s” and says what to write", async (line, detail) => {
    const { code, stdout, stderr } = await due(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^COMMAND_INVALID: /);
    expect(stderr).toContain(detail);
    expect(stderr).toContain("See: npx regard due --help");
  });
});
