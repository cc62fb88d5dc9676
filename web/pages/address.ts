import { requestCode } from "../api.ts";
import { at, show } from "../dom.ts";
import { oneQuestion } from "../form.ts";
import { offerLeaving } from "../leave.ts";
import { forgetAllBut, keep, kept } from "../place.ts";
import { language, say } from "../say.ts";

const input = at("#email", HTMLInputElement);
input.value = kept("address");
if (location.hash === "#ended") show("#ended");

offerLeaving();
oneQuestion({
  field: "#email",
  busy: say("sending"),
  fault: (text) => (text.trim() === "" ? say("empty") : input.checkValidity() ? "" : say("wrong")),
  send: async (text) => {
    const email = text.trim();
    await requestCode(email, language);
    // Another person's place in another record, and whatever they typed, is nothing for this one.
    if (email !== kept("address")) forgetAllBut("back");
    keep("address", email);
  },
});
