import { confirmCode, requestCode } from "../api.ts";
import { digitsOf, groupDigits, isCode } from "../digits.ts";
import { at, tell } from "../dom.ts";
import { oneQuestion } from "../form.ts";
import { offerLeaving } from "../leave.ts";
import { kept } from "../place.ts";
import { hideProblem, showProblem, wordsOf } from "../problem-box.ts";
import { language, say } from "../say.ts";

const address = kept("address");
const input = at("#code", HTMLInputElement);
const again = at("#again", HTMLButtonElement);

tell("#sent-to", address);
const back = kept("back");
if (/^\/[a-z/-]+(#RG-[0-9A-Z-]+)?$/.test(back)) at("#form", HTMLFormElement).dataset["next"] = back;

groupDigits(input);

const sendAgain = async (): Promise<void> => {
  // Opened without having typed an address: a code can only be asked for there.
  if (address === "") return location.assign(at("#other-address", HTMLAnchorElement).href);
  hideProblem();
  tell("#again-status", "");
  try {
    await requestCode(address, language);
    tell("#again-status", say("againDone"));
  } catch (error) {
    showProblem(wordsOf(error), { retry: sendAgain });
  }
};
again.addEventListener("click", sendAgain);

offerLeaving();
oneQuestion({
  field: "#code",
  busy: say("confirming"),
  fault: (text) => (isCode(text) ? "" : say("eight")),
  send: (text) => confirmCode(digitsOf(text)),
});
