"use strict";
// The search of a room that is a folder of files: what it looks through stands in the scripts beside it, since a page that was
// opened from a disk may fetch nothing.
(() => {
  const most = 100;
  const form = document.querySelector("form.finder");
  const results = document.getElementById("results");
  const field = form.elements.q;

  // Case and accents do not matter. For each letter of the folded text, where it stands in the text itself.
  const folded = (text) => {
    let out = "";
    const places = [];
    let place = 0;
    for (const letter of text) {
      const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      for (let index = 0; index < plain.length; index += 1) places.push(place);
      out += plain;
      place += letter.length;
    }
    places.push(place);
    return { out, places };
  };

  let pages = null;
  const prepare = () => {
    pages ??= (globalThis.stetPages ?? []).map((page) => {
      const [title, link, address, date, ...more] = page;
      return { title, link, address, date, more, head: folded(title).out, all: folded([title, address, ...more].join("\n")).out };
    });
    return pages;
  };

  // The text with what was looked for in marks; texts are put in as texts, never as HTML.
  const marked = (text, words) => {
    const { out, places } = folded(text);
    const isMarked = new Uint8Array(text.length);
    for (const word of words) {
      for (let at = out.indexOf(word); at >= 0; at = out.indexOf(word, at + word.length)) {
        isMarked.fill(1, places[at], places[at + word.length]);
      }
    }
    const parts = [];
    for (let start = 0; start < text.length;) {
      let end = start;
      while (end < text.length && isMarked[end] === isMarked[start]) end += 1;
      const part = text.slice(start, end);
      if (isMarked[start]) {
        const mark = document.createElement("mark");
        mark.textContent = part;
        parts.push(mark);
      } else {
        parts.push(part);
      }
      start = end;
    }
    return parts;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const find = (page, words) => {
    const link = element("a", "", ...marked(page.title, words));
    link.href = page.link;
    link.dir = "auto";
    const date = element("time", "", page.date);
    date.dateTime = page.date;
    const facts = element("p", "facts", element("span", "address", ...marked(page.address, words)), " ", date);
    const more = page.more.filter((text) => text).map((text) => {
      const line = element("p", "around", ...marked(text, words));
      line.dir = "auto";
      return line;
    });
    return element("li", "", element("h2", "", link), facts, ...more);
  };

  const look = () => {
    const words = folded(field.value).out.split(/\s+/).filter((word) => word);
    if (words.length === 0) {
      results.replaceChildren();
      return;
    }
    const found = prepare().filter((page) => words.every((word) => page.all.includes(word)));
    // Pages that have all of it in their title come first; else the order stays.
    found.sort((left, right) => {
      const inTitle = (page) => (words.every((word) => page.head.includes(word)) ? 0 : 1);
      return inTitle(left) - inTitle(right);
    });
    const count = found.length === 1 ? "1 page" : `${found.length} pages`;
    const told = element("p", "", found.length > most ? `${count}, the first ${most} are shown` : count);
    const list = element("ol", "finds", ...found.slice(0, most).map((page) => find(page, words)));
    results.replaceChildren(told, list);
    setDates(results);
  };

  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  form.hidden = false;
  look();
  field.focus();
})();
