"use strict";
// The room works without this: it adds the reader's own dates, and keys to step through what changed.

// Dates stand in the page as ISO 8601 in UTC; here as the reader writes them. The hour is the reader's too. For what comes
// into the page later, results of a search, this is called again.
const setDates = (root) => {
  const shown = (text) => {
    const [, year, month, day, time] = text.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/) ?? [];
    if (!year) return null;
    const moment = new Date(time ? text : `${year}-${month ?? "01"}-${day ?? "01"}T00:00Z`);
    if (Number.isNaN(moment.getTime())) return null;
    const style = time
      ? { dateStyle: "medium", timeStyle: "short" }
      : { timeZone: "UTC", year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
    return new Intl.DateTimeFormat(undefined, style).format(moment);
  };
  for (const time of root.querySelectorAll("time[datetime]")) {
    const text = shown(time.dateTime);
    if (!text) continue;
    time.title = time.textContent;
    time.textContent = text;
  }
};

(() => {
  setDates(document);

  // Changes are stepped through with n and p (or j and k); their links do the same without.
  const changes = [...document.querySelectorAll(".diff .change")];
  const bar = document.querySelector(".steps");
  if (!bar || changes.length === 0) return;
  const switchKey = "stet-keys";
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(switchKey) !== "off";
      localStorage.setItem(switchKey, value ? "on" : "off");
    } catch { /* storage may be refused: then the choice lasts as long as the page */ }
    return true;
  };
  const keys = bar.querySelector("input[name=keys]");
  keys.checked = remembered();
  keys.addEventListener("change", () => remembered(keys.checked));
  const place = bar.querySelector(".place");
  let current = changes.findIndex((change) => `#${change.id}` === location.hash);
  const tell = () => {
    place.textContent = current < 0 ? `${changes.length} changes` : `${current + 1} of ${changes.length}`;
  };
  const step = (by) => {
    const next = current < 0 ? (by > 0 ? 0 : changes.length - 1) : current + by;
    if (next < 0 || next >= changes.length) return;
    current = next;
    history.replaceState(null, "", `#${changes[current].id}`);
    changes[current].scrollIntoView({ block: "center" });
    changes[current].focus({ preventScroll: true });
    tell();
  };
  for (const button of bar.querySelectorAll("button[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  changes.forEach((change, index) => change.addEventListener("focusin", () => { current = index; tell(); }));
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) step(by);
  });
  bar.hidden = false;
  tell();
})();
