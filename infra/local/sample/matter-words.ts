/** What people of the sample company and its customers write in the matters of the first day. */
export const TOLD = {
  overdue:
    "Two evenings, weeks after my delivery, somebody opened my phone number. What was there still to deliver? I have asked the driver’s depot and nobody rings back.",
  overdueMessage:
    "Thank you for your question. We are asking the delivery depot about these two looks and will write to you again as soon as we know more.",
  soon: "I called you once that day, in the morning, about a late crate. This look is from another time. Who was that?",
  contact:
    "I got a message from a number that I do not know. He said that he had seen me in the shop and that “a little bird at the till” gave him my number. I did not answer.",
  asked:
    "What were these looks for? Please tell us in your own words what you were doing at the time, and whether anybody had asked you to.",
  signal:
    "Contact details were opened more than two hours after the job was done: twice, 27 and 13 days ago, in the evening, for an order that had been delivered long before. It needs an explanation.",
  unclear: "Ich möchte wissen, warum. Und was ist mit den anderen?",
  clarification:
    "Damit wir Ihnen richtig antworten: Welche Zugriffe meinen Sie mit „den anderen“? Bitte nennen Sie uns, wenn Sie können, den Zeitraum.",
  threat:
    "After I complained on the phone I got texts at night. They know my first name and my street. The last one said that I should be nicer to people who help me. I am afraid to open the door.",
  safeWay: "By mail, please. Do not call.",
  answer:
    "I took the call that she is talking about. I opened her file again twice after my shift because I felt bad about how it went and wanted to call back. I did not, and I did not text her. I should have made a note.",
  balancing: {
    essentialFor:
      "The customer wants to ask for a protective order. The court needs a name; a label does not help her there.",
    otherMeans:
      "The company could write to the employee or move her to another team. Neither lets the customer go to court, and the texts went on after a first warning to the team.",
    employeeView:
      "The employee was heard. She says that she opened the file twice after her shift, meant to call back and did not, and that she sent no texts.",
    safety:
      "The customer fears for her safety. Nothing is known that would put the employee in danger. She has no protection mark.",
  },
  release:
    "You told us that you want to ask a court for protection, and that you need a name for it. We have weighed this with care. It says who opened your phone number after your call. Who wrote to you, we do not know.",
} as const;
