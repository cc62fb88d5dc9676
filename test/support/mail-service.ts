import { text } from "node:stream/consumers";
import { createMailer } from "../../functions/adapters/mailer.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { Mailer } from "../../functions/use-cases/identity-ports.ts";
import { serveHere } from "./loopback.ts";

/** What the service does with a message: `take` it, `refuse` it, `fail`, or take it and `lose` the answer. */
type MailFault = "take" | "refuse" | "fail" | "lose";

interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** As SES does it, the message quotes the address. */
const refusal = (code: string, to: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Not ${to}</Message></Error></ErrorResponse>`;
const TAKEN = "<SendEmailResponse><SendEmailResult><MessageId>1</MessageId></SendEmailResult></SendEmailResponse>";

/** SES on the wire, as far as `SendEmail` goes, with the real client in front of it. */
export interface MailService {
  readonly mailer: Mailer;
  /** Every message that was taken, in order. */
  readonly taken: TakenMail[];
  /** What happens to the next messages, one each; everything after them is taken. */
  readonly faults: MailFault[];
  readonly endpoint: string;
  stop(): Promise<void>;
}

export const startMailService = async (
  from = { from: "privacy@marlow-finch.example", fromName: "Marlow & Finch privacy" },
): Promise<MailService> => {
  const taken: TakenMail[] = [];
  const faults: MailFault[] = [];
  const { endpoint, stop } = await serveHere(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const fault = faults.shift() ?? "take";
    const answer = (status: number, body: string) =>
      response.writeHead(status, { "content-type": "text/xml" }).end(body);
    const field = (name: string) => form.get(name) ?? "";
    const to = field("Destination.ToAddresses.member.1");
    if (fault === "refuse") return answer(400, refusal("MessageRejected", to));
    if (fault === "fail") return answer(503, refusal("ServiceUnavailable", to));
    taken.push({
      from: field("Source"),
      to,
      subject: field("Message.Subject.Data"),
      text: field("Message.Body.Text.Data"),
      html: field("Message.Body.Html.Data"),
    });
    return fault === "lose" ? request.socket.destroy() : answer(200, TAKEN);
  });
  return {
    mailer: createMailer(from, { endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS }),
    taken,
    faults,
    endpoint,
    stop,
  };
};
