import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as keys from "../../../functions/adapters/table-keys.ts";
import { PARTITIONS } from "../../../infra/constructs/portal-partitions.ts";
import { templateOf } from "../../support/stack.ts";

const template = templateOf();
const patterns = Object.values(PARTITIONS);
const matching = (pk: string) =>
  patterns.filter((one) => (one.endsWith("*") ? pk.startsWith(one.slice(0, -1)) : pk === one));

const text = fc.string({ maxLength: 30 });
/** The partition of an item of every kind, whatever its key is made of. */
const anyPartition = fc
  .tuple(text, text, text)
  .chain(([a, b, c]) =>
    fc.constantFrom(
      keys.directoryKey(a, b).pk,
      keys.sourceKey(a).pk,
      keys.manifestItemKey(a, b).pk,
      keys.unsettledItemKey(a, b).pk,
      keys.caseItemKey({ type: a, id: b }).pk,
      keys.employeeItemKey(a).pk,
      keys.employeeListKey(a).pk,
      keys.senderItemKey(a, b).pk,
      keys.shiftItemKey(a, b).pk,
      keys.guardKey(a).pk,
      keys.unknownNoticeKey(a).pk,
      keys.spentItemKey(a, b).pk,
      keys.addressChangeItemKey(a).pk,
      keys.challengeItemKey(a).pk,
      keys.sessionItemKey(a).pk,
      keys.attemptItemKey(a).pk,
      keys.staffSessionItemKey(a).pk,
      keys.askedForKey(a, 1, {}).pk,
      keys.customerErasureKey(a).pk,
      keys.erasureItemKey(a).pk,
      keys.holdItemKey(a).pk,
      keys.customerCaseKey(a, { type: b, id: c }).pk,
      keys.requestItemKey(a, b, c).pk,
      keys.referenceItemKey(a).pk,
      keys.auditItemKey(a, b).pk,
      keys.numbersItemKey(a).pk,
      keys.outboxItemKey(a).pk,
      keys.entryItemKey(a, 1).pk,
      keys.openMatterItemKey(a).pk,
      keys.closedMatterItemKey(a, b).pk,
      keys.customerOpenMatterKey(a).pk,
      keys.linkItemKey(a).pk,
      keys.rulingItemKey(a, b, c).pk,
      keys.raisedItemKey(a).pk,
      keys.UNTOLD_KEY.pk,
      keys.findingItemKey(a).pk,
      keys.apartItemKey(a, b).pk,
      keys.usualDaysKey(a, b).pk,
      keys.quarantineItemKey(a).pk,
    ),
  );

describe("the partitions that rights are given by", () => {
  it("hold every item of the portal's table, each in exactly one, whatever stands in its key", () => {
    fc.assert(
      fc.property(anyPartition, (pk) => {
        expect(matching(pk)).toHaveLength(1);
      }),
    );
  });

  it("are no wider than their first word", () => {
    expect(patterns.filter((one) => !/^[a-z-]+(#\*)?$/.test(one))).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe("the policies", () => {
  // IAM User Guide, "IAM and AWS STS quotas": characters without white space.
  it.each([
    ["AWS::IAM::Policy", 10_240],
    ["AWS::IAM::ManagedPolicy", 6_144],
  ])("of type %s are within what IAM takes", (type, most) => {
    const found = template.ofType(type);
    expect(found.length).toBeGreaterThan(3);
    // Names and numbers of the account stand where references stand now: as long as an ARN gets.
    const sizes = found.map(([, { Properties }]) => {
      const document = JSON.stringify(Properties["PolicyDocument"]);
      return document.replaceAll(/\{"(Fn::GetAtt|Ref|Fn::Join)":[^}]*\}/g, "x".repeat(120)).length;
    });
    expect(Math.max(...sizes)).toBeLessThan(most);
  });
});
