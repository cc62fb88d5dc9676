import { expect, it } from "vitest";
import config from "../../../regard.config.ts";
import { grantsOf } from "../../support/grants.ts";
import { OWN_LOG } from "../../support/own-log.ts";
import { templateOf } from "../../support/stack.ts";

it("adds to a log of the company's own nothing but reading, by the keys that the configuration names", () => {
  const own = grantsOf(templateOf("production", { ...config, ownLog: { ...OWN_LOG, table: "Views" } }));
  const table = "arn:AWS::Partition:dynamodb:AWS::Region:AWS::AccountId:table/Views";
  const onIt = Object.entries(own).flatMap(([role, rights]) =>
    Object.entries(rights).flatMap(([subject, actions]) =>
      subject
        .split(" and ")
        .filter((resource) => resource.startsWith(table))
        .map((resource) => `${role}: ${resource.replace(table, "Views")} ${actions.join(" ")}`),
    ),
  );
  const customers = "Views dynamodb:Query";
  const employees = "Views/index/byEmployee dynamodb:Query";
  expect(onIt.toSorted()).toEqual([
    `CheckPolicy: ${customers}`,
    `CountMonthRole: ${employees} dynamodb:Scan`,
    `DeskRole: ${customers}`,
    `DeskRole: ${employees}`,
    `DownloadRole: ${customers}`,
    `MattersRole: ${customers}`,
    `NumbersPolicy: ${employees} dynamodb:Scan`,
    `OnScheduleRole: ${customers}`,
    `OnScheduleRole: ${employees}`,
    `RecordRole: ${customers}`,
    `SignalsPolicy: ${customers}`,
    `SignalsPolicy: ${employees} dynamodb:Scan`,
  ]);
});
