import type { DeskMatter, DeskRow } from "../../functions/contract/desk-matters.ts";

type Named = Pick<DeskMatter, "employees">;

/** Whoever sat in front of it: what a system or an assistant does for somebody is theirs. */
export const personOf = ({ employeeId, onBehalfOf }: DeskRow): string => onBehalfOf ?? employeeId;

export const nameOf = ({ employees }: Named, id: string): string => employees.find((one) => one.id === id)?.name ?? id;

/** "Kieran Doyle, Driver, Delivery": as far as anything of it is known. */
export const positionOf = ({ employees }: Named, id: string): string => {
  const found = employees.find((one) => one.id === id);
  return [found?.role, found?.unit].filter((part) => part !== undefined).join(", ");
};

export const fullNameOf = (matter: Named, id: string): string =>
  [nameOf(matter, id), positionOf(matter, id)].filter((part) => part !== "").join(", ");

export const isProtected = ({ employees }: Named, id: string): boolean =>
  employees.some((one) => one.id === id && one.protected);

/** Whom a matter is about, whoever stands first where to ask first: candidates, people of named looks, everybody else. */
export const peopleOf = ({ candidates, rows, breach, asks, employees }: DeskMatter): readonly string[] => {
  const isPerson = (row: DeskRow): boolean => row.employeeType !== "system" || row.onBehalfOf !== undefined;
  const persons = rows.filter(isPerson);
  const systems = new Set(rows.filter((row) => !isPerson(row)).map(({ employeeId }) => employeeId));
  const assistants = new Set(rows.flatMap((row) => (row.onBehalfOf === undefined ? [] : [row.employeeId])));
  return [
    ...new Set([
      ...(breach ? [breach.employeeId] : []),
      ...candidates.map(({ employeeId }) => employeeId),
      ...asks.map(({ employeeId }) => employeeId),
      ...persons.filter(({ named }) => named).map(personOf),
      ...persons.map(personOf),
      ...employees.map(({ id }) => id).filter((id) => !systems.has(id) && !assistants.has(id)),
    ]),
  ];
};

/** Whom one looks at first: who was asked about, then whose looks were named, then who leads the list. */
export const firstPerson = (matter: DeskMatter): string => {
  const { asks, rows, release, breach } = matter;
  const named = rows.find((row) => row.named);
  return (
    breach?.employeeId ??
    release?.employeeId ??
    asks.at(-1)?.employeeId ??
    (named && personOf(named)) ??
    peopleOf(matter)[0] ??
    ""
  );
};
