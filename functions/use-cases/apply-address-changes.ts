import { isDue, nextAddressChange } from "../domain/address-change.ts";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import { auditLine, queuedMail } from "./commit.ts";
import type { PortalStore, StoredAddressChange } from "./identity-ports.ts";
import type { Directory, Versioned } from "./ports.ts";
import { type ReaddressDeps, readdressMatter } from "./readdress-matter.ts";

export interface ApplyAddressChangesDeps extends ReaddressDeps {
  readonly store: Pick<PortalStore, "commit" | "addressChanges">;
  readonly directory: Directory;
}

type Held = Versioned<StoredAddressChange>;

/**
 * Moves one customer's link; false where somebody else has it in hand or stopped it. The state says first that nobody can
 * stop it any more; then come the directory's two steps, each of which may be done again; then the end with its mails.
 */
const applyOne = async (deps: ApplyAddressChangesDeps, { value, revision }: Held): Promise<boolean> => {
  const { store, directory, keyring, clock, random } = deps;
  const { addressKey, address, newAddress, language } = value;
  const begun = nextAddressChange("begin", value.state);
  if (begun === undefined) return false;
  const moving = { ...value, state: begun };
  if (!(await store.commit([{ kind: "move-address-change", to: { value: moving, revision }, act: "begin" }]))) {
    return false;
  }

  // Who came under the old address after the change was asked for stays there.
  const there = new Set(await directory.customersOf(addressKey));
  const customerKeys = value.customerKeys.filter((customerKey) => there.has(customerKey));
  const newAddressKey = keyring.addressKey(newAddress);
  await directory.link(customerKeys.map((customerKey) => ({ addressKey: newAddressKey, customerKey })));
  // Before the old link is let go: where this is cut off, whoever goes on still finds who moves.
  for (const customerKey of customerKeys) await readdressMatter(deps, customerKey, value);
  await directory.unlink(customerKeys.map((customerKey) => ({ addressKey, customerKey })));

  const finished = nextAddressChange("finish", begun);
  if (finished === undefined) return false;
  const now = clock();
  const done = { value: { ...moving, state: finished }, revision: revision + 1 };
  return store.commit([
    { kind: "move-address-change", to: done, act: "finish" },
    ...[address, newAddress].map((to) =>
      queuedMail(random, { address: to, language, content: { kind: "address-changed" } }, now, now + REQUEST_LIFE_MS),
    ),
    auditLine(random, "address-changed", now, addressKey),
  ]);
};

/**
 * Makes every change effective whose hold is over. Safe for any number of calls, at once and cut off anywhere. One change
 * that cannot be made stops no other; then it throws the first failure.
 *
 * @returns How many took effect.
 */
export const applyAddressChanges = async (deps: ApplyAddressChangesDeps): Promise<number> => {
  let applied = 0;
  const failures: unknown[] = [];
  for await (const page of deps.store.addressChanges()) {
    for (const change of page.filter(({ value }) => isDue(value, deps.clock())))
      await applyOne(deps, change).then(
        (isApplied) => {
          if (isApplied) applied += 1;
        },
        (error: unknown) => failures.push(error),
      );
  }
  if (failures.length > 0) throw failures[0];
  return applied;
};
