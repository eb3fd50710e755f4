/* Adds to pages that are complete without it: reading a chart by key or pointer, copying, sorting, suggestions. */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

for (const hidden of all(".needs-script")) hidden.hidden = false;

/* Says something to everybody: on the page, and to those who hear it. */
const say = (() => {
  const status = document.createElement("p");
  status.className = "said";
  status.setAttribute("role", "status");
  document.body.append(status);
  let end = 0;
  return (message) => {
    status.textContent = message;
    clearTimeout(end);
    end = setTimeout(() => (status.textContent = ""), 6000);
  };
})();

/* Charts: the arrow keys go from figure to figure; what is read comes from the row of the table. */
const columns = all("table.figures thead th").map(text);
const rowOf = new Map(all("tr[data-figure]").map((row) => [row.dataset.figure, row]));
const sentence = (row) => {
  const cells = [...row.cells];
  const said = cells.map((cell, i) => (i === 0 ? text(cell) : text(cell) === "–" ? "" : `${columns[i]} ${text(cell)}`));
  return said.filter((part) => part).join("; ") + ".";
};
for (const figure of all("figure.picture")) {
  const reading = one(".reading", figure);
  if (!reading || rowOf.size === 0) continue;
  const order = [...rowOf.keys()].reverse().filter((id) => all(".point.focus", figure).some((point) => point.dataset.figure === id));
  if (order.length === 0) continue;
  let at = -1;
  const read = (place) => {
    at = Math.max(0, Math.min(order.length - 1, place));
    for (const marked of all(".read")) marked.classList.remove("read");
    for (const point of all(".point.focus", figure)) point.classList.toggle("read", point.dataset.figure === order[at]);
    const row = rowOf.get(order[at]);
    row.classList.add("read");
    reading.hidden = false;
    reading.textContent = sentence(row);
  };
  const stop = () => {
    at = -1;
    reading.hidden = true;
    for (const marked of all(".read")) marked.classList.remove("read");
  };
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", "Chart. The arrow keys read it figure by figure.");
  figure.addEventListener("keydown", (event) => {
    const go = { ArrowRight: at + 1, ArrowLeft: at < 0 ? order.length - 1 : at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (go !== undefined) {
      event.preventDefault();
      read(go);
    } else if (event.key === "Escape") {
      stop();
    }
  });
  figure.addEventListener("click", (event) => {
    const point = event.target.closest(".point.focus");
    if (point) read(order.indexOf(point.dataset.figure));
  });
  figure.addEventListener("pointerover", (event) => {
    const point = event.target.closest(".point.focus");
    if (point && event.pointerType === "mouse") read(order.indexOf(point.dataset.figure));
  });
}

/* Copy and print. */
const plainTable = (table) => {
  const copy = table.cloneNode(true);
  for (const extra of all(".hidden, .flag, button[hidden]", copy)) extra.remove();
  for (const link of all("a, button", copy)) link.replaceWith(link.textContent);
  for (const element of [copy, ...all("*", copy)]) {
    for (const name of element.getAttributeNames()) if (name !== "scope") element.removeAttribute(name);
  }
  copy.setAttribute("border", "1");
  return copy;
};
const paper = () => {
  const parts = [text(one("h1")), ...all("#summary p").map(text)];
  const table = one("table.figures");
  const citation = text(one("#citation"));
  const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const html =
    parts.map((words, i) => (i === 0 ? `<h2>${escape(words)}</h2>` : `<p>${escape(words)}</p>`)).join("") +
    (table ? plainTable(table).outerHTML : "") +
    `<p>${escape(citation)}</p>`;
  const rows = table ? all("tr", plainTable(table)).map((row) => [...row.cells].map(text).join("\t")) : [];
  return { html, plain: [...parts, ...rows, citation].join("\n") };
};
/* Without TLS browsers give no clipboard, except to one who answers a copy. */
const copied = async (forms) => {
  const answer = (event) => {
    for (const [type, words] of Object.entries(forms)) event.clipboardData.setData(type, words);
    event.preventDefault();
  };
  document.addEventListener("copy", answer, { once: true });
  if (!document.execCommand("copy")) throw new Error("not copied");
};
const does = {
  "copy-link": () =>
    (navigator.clipboard ? navigator.clipboard.writeText(location.href) : copied({ "text/plain": location.href })).then(() =>
      say("The address is copied."),
    ),
  "copy-paper": () => {
    const { html, plain } = paper();
    if (!navigator.clipboard) return copied({ "text/html": html, "text/plain": plain }).then(() => say("Sentence, table and citation are copied."));
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([plain], { type: "text/plain" }),
    });
    return navigator.clipboard.write([item]).then(() => say("Sentence, table and citation are copied."));
  },
  print: () => window.print(),
};
for (const button of all("button[data-does]")) {
  button.addEventListener("click", () =>
    Promise.resolve(does[button.dataset.does]()).catch(() => say("The browser does not allow copying here.")));
}

/* Tables: a button in each heading sorts. */
const valueOf = (cell) => {
  const words = text(cell);
  const number = Number.parseFloat(words.replace(/[£,\s]/g, "").replace(/^\D*?(?=[-\d])/, ""));
  return { words, number, day: Date.parse(words) };
};
const compare = (number) => (a, b) => {
  if (number) return (Number.isNaN(a.number) ? -Infinity : a.number) - (Number.isNaN(b.number) ? -Infinity : b.number);
  if (!Number.isNaN(a.day) && !Number.isNaN(b.day)) return a.day - b.day;
  return a.words.localeCompare(b.words, "en", { numeric: true });
};
for (const table of all("table[data-sortable]")) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3) continue;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") === "descending";
      const order = compare(head.classList.contains("number"));
      const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
      rows.sort((a, b) => (up ? order(a.value, b.value) : order(b.value, a.value)));
      body.append(...rows.map(({ row }) => row));
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
    });
  });
}

/* Suggestions while typing; the list belongs to the browser, so that keys and screen readers know it. */
all('input[name="q"]').forEach((input, i) => {
  const list = document.createElement("datalist");
  list.id = `suggestions-${i}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let links = new Map();
  let wait = 0;
  let asked = "";
  const go = () => {
    if (links.has(input.value)) location.assign(links.get(input.value));
  };
  input.addEventListener("input", (event) => {
    if (event.inputType === "insertReplacementText" || !("inputType" in event)) return go();
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const query = input.value.trim();
      if (query.length < 2 || query === asked) return;
      asked = query;
      const answer = await fetch(`${input.form.action}/suggestions?q=${encodeURIComponent(query)}`).catch(() => null);
      if (!answer || !answer.ok || asked !== query) return;
      const found = await answer.json();
      links = new Map(found.map((item) => [item.title, item.link]));
      list.replaceChildren(...found.map((item) => Object.assign(document.createElement("option"), { value: item.title })));
    }, 150);
  });
});
