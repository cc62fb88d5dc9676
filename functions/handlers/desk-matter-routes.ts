import { DESK_ROUTES } from "../contract/desk-api.ts";
import type { StaffMember } from "../contract/matter.ts";
import { staffIdOf } from "../domain/staff.ts";
import { refuseStale } from "../domain/staff-session.ts";
import { firstLanguage } from "../domain/vocabulary.ts";
import { type DeskRoute, deskRoute } from "../http/desk-route.ts";
import { type AcknowledgeFindingDeps, acknowledgeFinding } from "../use-cases/desk/acknowledge-finding.ts";
import { type AnswerAskDeps, answerAsk, readAsk } from "../use-cases/desk/answer-ask.ts";
import { askEmployee } from "../use-cases/desk/ask-employee.ts";
import { closeMatter, refuseMatter } from "../use-cases/desk/close-matter.ts";
import { decideBreach } from "../use-cases/desk/decide-breach.ts";
import { approveRelease, declineRelease } from "../use-cases/desk/decide-release.ts";
import { explainLooks } from "../use-cases/desk/explain-looks.ts";
import { extendTime } from "../use-cases/desk/extend-time.ts";
import { type LookBackDeps, lookBack, openForOthers } from "../use-cases/desk/look-back.ts";
import { markMisuse } from "../use-cases/desk/mark-misuse.ts";
import { messageCustomer } from "../use-cases/desk/message-customer.ts";
import { pauseClock } from "../use-cases/desk/pause-clock.ts";
import { previewLetter } from "../use-cases/desk/preview-letter.ts";
import { proposeRelease } from "../use-cases/desk/propose-release.ts";
import { type ReadDeskMatterDeps, readDeskMatter } from "../use-cases/desk/read-desk-matter.ts";
import { readFindings } from "../use-cases/desk/read-findings.ts";
import { readQueue } from "../use-cases/desk/read-queue.ts";
import { liftRestriction, restrictPurpose } from "../use-cases/desk/restrict-purpose.ts";
import { resumeClock } from "../use-cases/desk/resume-clock.ts";
import { takeMatter } from "../use-cases/desk/take-matter.ts";
import { writeNote } from "../use-cases/desk/write-note.ts";
import type { MatterStore } from "../use-cases/matter-ports.ts";
import type { RaiseDeps } from "../use-cases/raise-part.ts";
import type { SignalStore } from "../use-cases/signal-ports.ts";
import type { SignedInStaff } from "../use-cases/staff-ports.ts";
import { accessDescriber } from "../words/describe-access.ts";

export interface DeskMatterDeps
  extends ReadDeskMatterDeps,
    LookBackDeps,
    RaiseDeps,
    AnswerAskDeps,
    AcknowledgeFindingDeps {
  readonly signals: SignalStore;
  readonly matters: MatterStore;
  readonly accessLog: ReadDeskMatterDeps["accessLog"] & LookBackDeps["accessLog"];
  readonly facts: ReadDeskMatterDeps["facts"];
  readonly config: RaiseDeps["config"];
}

/**
 * As the log and the entries of matters name them. Where the provider knows no employee id, a key of ours stands for one,
 * and says that it does.
 */
const memberOf = (staff: SignedInStaff): StaffMember => ({
  id: staffIdOf(staff),
  name: staff.name,
  ...(staff.unit !== undefined && { unit: staff.unit }),
  ...(staff.employeeId === undefined && { unlisted: true }),
});

/** What people of the desk read and do. Each act is one use case; who may do it stands in the contract and in `ACTS`. */
export const deskMatterRoutes = (deps: DeskMatterDeps): DeskRoute[] => {
  const { config, clock } = deps;
  /** Acts that take what they were sent, and who sent it. */
  const by = <Body extends object>({ body, caller }: { readonly body: Body; readonly caller: SignedInStaff }) => ({
    ...body,
    staff: memberOf(caller),
  });
  const acted = async (act: Promise<{ readonly revision: number }>) => ({ answer: { revision: (await act).revision } });

  return [
    deskRoute(DESK_ROUTES.readQueue, async () => ({ answer: { matters: [...(await readQueue(deps))] } })),
    deskRoute(DESK_ROUTES.readDeskMatter, async (call) => ({
      answer: await readDeskMatter(deps, { ...by(call), roles: call.caller.roles }),
    })),
    deskRoute(DESK_ROUTES.previewLetter, async (call) => ({ answer: await previewLetter(deps, by(call)) })),
    deskRoute(DESK_ROUTES.takeMatter, (call) => acted(takeMatter(deps, by(call)))),
    deskRoute(DESK_ROUTES.writeNote, (call) => {
      const role = call.caller.roles.includes("dpo") ? "dpo" : "approver";
      return acted(writeNote(deps, { ...by(call), role }));
    }),
    deskRoute(DESK_ROUTES.messageCustomer, (call) => acted(messageCustomer(deps, by(call)))),
    deskRoute(DESK_ROUTES.askEmployee, (call) => acted(askEmployee(deps, by(call)))),
    deskRoute(DESK_ROUTES.explainLooks, (call) => acted(explainLooks(deps, by(call)))),
    deskRoute(DESK_ROUTES.pauseClock, (call) => acted(pauseClock(deps, by(call)))),
    deskRoute(DESK_ROUTES.resumeClock, (call) => acted(resumeClock(deps, by(call)))),
    deskRoute(DESK_ROUTES.extendTime, (call) => acted(extendTime(deps, by(call)))),
    deskRoute(DESK_ROUTES.restrictPurpose, (call) => acted(restrictPurpose(deps, by(call)))),
    deskRoute(DESK_ROUTES.liftRestriction, (call) => acted(liftRestriction(deps, by(call)))),
    deskRoute(DESK_ROUTES.proposeRelease, (call) => acted(proposeRelease(deps, by(call)))),
    deskRoute(DESK_ROUTES.decideRelease, (call) => {
      refuseStale(call.caller, clock());
      const decide = call.body.approve ? approveRelease : declineRelease;
      return acted(decide(deps, by(call)));
    }),
    deskRoute(DESK_ROUTES.markMisuse, (call) => acted(markMisuse(deps, by(call)))),
    deskRoute(DESK_ROUTES.lookBack, async (call) => ({ answer: await lookBack(deps, by(call)) })),
    deskRoute(DESK_ROUTES.openForOthers, async (call) => ({
      answer: { references: [...(await openForOthers(deps, by(call)))] },
    })),
    deskRoute(DESK_ROUTES.decideBreach, (call) => acted(decideBreach(deps, by(call)))),
    deskRoute(DESK_ROUTES.refuseMatter, (call) => acted(refuseMatter(deps, by(call)))),
    deskRoute(DESK_ROUTES.closeMatter, (call) => acted(closeMatter(deps, by(call)))),
    deskRoute(DESK_ROUTES.readFindings, async () => ({ answer: await readFindings(deps) })),
    deskRoute(DESK_ROUTES.acknowledgeFinding, (call) => acted(acknowledgeFinding(deps, by(call)))),

    deskRoute(DESK_ROUTES.readAsk, async ({ body: { token } }) => {
      const { to, words, answerBy, looks } = await readAsk(deps, token);
      // Whoever is asked reads in the company's first language.
      const describe = accessDescriber(config, firstLanguage(config));
      return {
        answer: {
          company: config.brand.name,
          to,
          words,
          answerBy,
          looks: looks.map(({ access, evidence }) => {
            const { why, sawWords } = describe(access, evidence);
            const { occurredAt, source, case: belongsTo } = access;
            return { occurredAt, source, why, saw: sawWords, ...(belongsTo && { case: belongsTo.id }) };
          }),
        },
      };
    }),
    deskRoute(DESK_ROUTES.answerAsk, async ({ body }) => {
      await answerAsk(deps, body);
      return {};
    }),
  ];
};
