import { requestCode } from "../api.ts";
import { at, show } from "../dom.ts";
import { oneQuestion } from "../form.ts";
import { offerLeaving } from "../leave.ts";
import { keep, kept } from "../place.ts";
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
    // Another person's place in another record means nothing here.
    if (email !== kept("address")) keep("place", "");
    keep("address", email);
  },
});
