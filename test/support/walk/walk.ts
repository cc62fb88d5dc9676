import { inject } from "vitest";
import { AMELIA } from "../../../infra/local/sample/customers.ts";
import { CURIOUS_DRIVER } from "../../../infra/local/sample/staff.ts";
import { type GuardedPortal, startTestPortal } from "../portal.ts";
import { runCommands } from "./command-walk.ts";
import { minutesPass, oddLooksArrive, publishPages, weeksPass } from "./company-walk.ts";
import {
  ameliaSignsIn,
  asksAndReports,
  changesHerAddress,
  downloadsHerRecord,
  followsHerMatter,
  leaves,
  readsHerRecord,
  strangersTry,
} from "./customer-walk.ts";
import { closesMatter, handlesMatter, looksAfterTheRest, refusesMatter, staffSignsIn } from "./desk-walk.ts";
import { knownCustomer, oldLookOf, systemsSend } from "./intake-walk.ts";
import { standInsOf } from "./stand-ins.ts";

/** A portal with which everybody has done everything that there is to do, every route and every command. */
export const walkThrough = async () => {
  const outputs: Record<string, string> = {};
  const standIns = await standInsOf(inject("assemblyDir"), outputs);
  const portal = await startTestPortal({}, standIns === undefined ? {} : { standIns });
  const { ACCESS_LOG_TABLE, PORTAL_TABLE, SECRET_ID, PORTAL_ORIGIN } = portal.environment;
  Object.assign(outputs, {
    ...{ AccessLogTableName: ACCESS_LOG_TABLE, PortalTableName: PORTAL_TABLE, SecretId: SECRET_ID },
    ...{ PortalOrigin: PORTAL_ORIGIN, PointDomainTo: "localhost" },
  });
  try {
    await walk(portal);
    await runCommands(portal, portal.guard, AMELIA.customerId);
    await publishPages(portal);
  } catch (cause) {
    // What was refused says more than what broke by it.
    await portal.stop();
    throw cause;
  }
  return portal;
};

const walk = async (portal: GuardedPortal): Promise<void> => {
  await strangersTry(portal);
  const { browser } = await ameliaSignsIn(portal);
  const accesses = await readsHerRecord(browser);
  await downloadsHerRecord(browser);
  const reference = await asksAndReports(browser, accesses);

  const dpo = await staffSignsIn(portal, "dpo");
  const approver = await staffSignsIn(portal, "approver");
  await oddLooksArrive(portal, CURIOUS_DRIVER.id);
  await minutesPass(portal);
  await handlesMatter(portal, { dpo, approver }, { reference, accesses });
  await weeksPass(portal);
  await systemsSend(portal);
  await oldLookOf(portal, "C-moves");
  await knownCustomer(portal);
  await minutesPass(portal);
  await portal.schedules.runNow();
  // More of the same joins what is open; and the stream is down.
  await oddLooksArrive(portal, CURIOUS_DRIVER.id);
  await minutesPass(portal);
  portal.streams.pause();
  await strangersTry(portal, () => portal.schedules.runNow());
  portal.streams.resume();
  // The first request after a pause keeps a sign-in alive, whichever function it goes to.
  await minutesPass(portal);
  await followsHerMatter(browser, reference);
  await closesMatter(dpo, reference);
  await refusesMatter(dpo, await asksAndReports(browser, accesses));
  await looksAfterTheRest(dpo);
  await changesHerAddress(portal, browser);
  for (const goesOn of [readsHerRecord, downloadsHerRecord, leaves]) {
    await minutesPass(portal);
    await goesOn(browser);
  }
};
