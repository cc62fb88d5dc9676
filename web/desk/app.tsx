import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { StaffSession } from "../../functions/contract/desk-api.ts";
import { at } from "../dom.ts";
import { kept } from "../place.ts";
import { draftsIn } from "./drafts.ts";
import { FindingsPage } from "./findings-page.tsx";
import { MatterPage } from "./matter-page.tsx";
import { NumbersPage } from "./numbers-page.tsx";
import { isFindings, numbersIn, referenceIn } from "./place.ts";
import { QueuePage } from "./queue-page.tsx";
import { draftsBelongTo } from "./settle-drafts.ts";

/** The list, the numbers for the board, or the matter whose reference stands behind `#`: a browser keeps that to itself, and so no log has it. */
const Desk = ({ staff }: { readonly staff: StaffSession }) => {
  const [hash, setHash] = useState(location.hash);
  const [reference, month] = [referenceIn(hash), numbersIn(hash)];
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    const press = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (ctrlKey || metaKey || altKey) return;
      const isFree = target instanceof HTMLElement && target.closest("input, textarea, select, dialog") === null;
      if (key === "u" && isFree && kept("keys") !== "off") location.hash = "";
    };
    addEventListener("hashchange", follow);
    document.addEventListener("keydown", press);
    return () => {
      removeEventListener("hashchange", follow);
      document.removeEventListener("keydown", press);
    };
  }, []);
  useEffect(() => scrollTo(0, 0), [reference, month]);
  if (isFindings(hash)) return <FindingsPage staff={staff} />;
  if (month !== undefined) return <NumbersPage key={month} month={month} />;
  return reference === undefined ? (
    <QueuePage staff={staff} />
  ) : (
    <MatterPage key={reference} reference={reference} staff={staff} />
  );
};

/** Puts the desk onto the page, for whoever is signed in. */
export const openDesk = (staff: StaffSession): void => {
  draftsIn(localStorage).forgetOld(Date.now());
  draftsBelongTo(staff.id);
  // On paper everything is open to read.
  addEventListener("beforeprint", () => {
    if (document.documentElement.classList.contains("print-one")) return;
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  render(<Desk staff={staff} />, at("#work", HTMLElement));
};
