/**
 * An element that the page's template promises.
 * @throws {Error} where template and script disagree.
 */
export const at = <E extends Element>(selector: string, kind: new () => E, root: ParentNode = document): E => {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`no ${selector}`);
};

/** A fresh copy of what a `<template>` holds. */
export const copyOf = (selector: string): DocumentFragment =>
  document.importNode(at(selector, HTMLTemplateElement).content, true);

/** Sets the text of an element. Text only ever becomes text: the pages' Trusted Types policy knows no other way. */
export const tell = (selector: string, text: string, root: ParentNode = document): void => {
  at(selector, HTMLElement, root).textContent = text;
};

export const show = (selector: string, shown = true): void => {
  at(selector, HTMLElement).hidden = !shown;
};

/** Puts these texts under one another, and nothing else, into an element. */
export const lines = (
  selector: string,
  name: "li" | "p",
  texts: readonly string[],
  root: ParentNode = document,
): void => at(selector, HTMLElement, root).replaceChildren(...texts.map((text) => element(name, text)));

export const element = <K extends keyof HTMLElementTagNameMap>(name: K, text = ""): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};
