import { isDue, nextAddressChange } from "../domain/address-change.ts";
import { Refusal } from "../domain/errors.ts";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import { actOnMatter } from "./act-on-matter.ts";
import { auditLine, queuedMail } from "./commit.ts";
import type { PortalStore, StoredAddressChange } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import type { Clock, Directory, Keyring, Random, Versioned } from "./ports.ts";

export interface ApplyAddressChangesDeps {
  readonly store: Pick<PortalStore, "commit" | "addressChanges">;
  readonly matters: Pick<MatterStore, "matterOf" | "openMatterOf">;
  readonly directory: Directory;
  readonly keyring: Pick<Keyring, "addressKey">;
  readonly clock: Clock;
  readonly random: Random;
}

type Held = Versioned<StoredAddressChange>;

/** News of what the customer has open goes to the new address: whoever reads the old mailbox hears no more of it. */
const readdress = async (
  deps: ApplyAddressChangesDeps,
  customerKey: string,
  { addressKey, newAddress }: Pick<StoredAddressChange, "addressKey" | "newAddress">,
): Promise<void> => {
  const reference = await deps.matters.openMatterOf(customerKey);
  if (reference === undefined) return;
  const change = actOnMatter(deps, { reference, by: { kind: "customer" } }, "readdress", (matter) =>
    matter.address !== undefined && deps.keyring.addressKey(matter.address) === addressKey
      ? { deed: { act: "readdress" }, to: { address: newAddress } }
      : undefined,
  );
  await change.catch((error: unknown) => {
    // Closed between the two reads: nothing more is sent of it.
    if (!(error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE")) throw error;
  });
};

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
  for (const customerKey of customerKeys) await readdress(deps, customerKey, value);
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
 * Makes every change effective whose hold is over. Safe for any number of calls, at once and cut off anywhere.
 *
 * @returns How many took effect.
 */
export const applyAddressChanges = async (deps: ApplyAddressChangesDeps): Promise<number> => {
  let applied = 0;
  for await (const page of deps.store.addressChanges()) {
    for (const change of page) {
      if (isDue(change.value, deps.clock()) && (await applyOne(deps, change))) applied += 1;
    }
  }
  return applied;
};
