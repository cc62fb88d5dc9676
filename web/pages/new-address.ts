import type { AddressChange } from "../../functions/contract/customer-matters.ts";
import { digitsOf, groupDigits, isCode } from "../digits.ts";
import { at, show, tell } from "../dom.ts";
import { type Fault, refuse } from "../faults.ts";
import { isTyped } from "../form.ts";
import { offerLeaving } from "../leave.ts";
import { cancelAddressChange, changeAddress, confirmAddress, readAddressChange } from "../matters/api.ts";
import { keep, kept } from "../place.ts";
import { wordsOf } from "../problem-box.ts";
import { companyZone, date, language, say } from "../say.ts";
import { answered, attempt, begin, watchSession } from "../session-watch.ts";

const DRAFT = "draft.new-address";
const email = at("#email", HTMLInputElement);
const code = at("#code", HTMLInputElement);

const STEPS = ["#ask-form", "#code-form", "#held"] as const;
const go = (step: (typeof STEPS)[number]): void => {
  for (const one of STEPS) show(one, one === step);
};

const showHeld = ({ change }: AddressChange): boolean => {
  if (change === undefined) return false;
  const moment = date(change.takesEffectAt, { dateStyle: "full", timeStyle: "short", timeZone: companyZone });
  tell("#held-words", say("held", { address: change.to, moment }));
  go("#held");
  return true;
};

/** Does something at the press of a form's button, once at a time; a refusal of what was typed stands at its field. */
const onSubmit = (form: string, fault: () => Fault, work: () => Promise<void>): void => {
  let busy = false;
  const tryIt = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isTyped(error)) throw error;
      const words = error.code === "REQUEST_INVALID" ? say("same") : wordsOf(error);
      refuse([[fault()[0], words]]);
    }
  };
  at(form, HTMLFormElement).addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy || refuse([fault()])) return;
    busy = true;
    tell("#status", say("sending"));
    await attempt(tryIt);
    tell("#status", "");
    busy = false;
  });
};

const addressFault = (): Fault => [
  "#email",
  email.value.trim() === "" ? say("emptyAddress") : email.checkValidity() ? "" : say("wrong"),
];

email.value = kept(DRAFT);
email.addEventListener("input", () => keep(DRAFT, email.value));
groupDigits(code);
at("#other-address", HTMLButtonElement).addEventListener("click", () => {
  go("#ask-form");
  email.focus();
});
at("#cancel", HTMLButtonElement).addEventListener("click", () =>
  attempt(async () => {
    tell("#status", say("cancelling"));
    await cancelAddressChange();
    answered();
    go("#ask-form");
    tell("#status", say("cancelled"));
  }),
);
onSubmit("#ask-form", addressFault, async () => {
  const address = email.value.trim();
  await changeAddress(address, language);
  answered();
  tell("#sent-to", address);
  code.value = "";
  go("#code-form");
  at("#code-form h2", HTMLElement).focus();
});
onSubmit(
  "#code-form",
  () => ["#code", isCode(code.value) ? "" : say("eight")],
  async () => {
    const held = await confirmAddress(digitsOf(code.value));
    answered();
    keep(DRAFT, "");
    email.value = "";
    if (showHeld(held)) at("#held h2", HTMLElement).focus();
  },
);
offerLeaving();
watchSession();
attempt(async () => {
  await begin();
  if (!showHeld(await readAddressChange())) go("#ask-form");
});
