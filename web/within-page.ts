/**
 * For pages whose address says behind `#` what is on them: links to a place of the page itself (past the header, to a field
 * that is wrong) lead there and leave the address alone.
 */
export const jumpWithinPage = (): void =>
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.skip, #problem-words a") : null;
    const target = document.getElementById(link?.getAttribute("href")?.slice(1) ?? "");
    if (target === null) return;
    event.preventDefault();
    target.focus();
  });
