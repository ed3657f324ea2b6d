/* What is shown: one of the two lists, searched and filtered, and where one is in it. */

const FILTERS = document.querySelector(".filters");
const TABS = [...document.querySelectorAll("[role=tab]")];
const YEARS = [...document.querySelectorAll("[data-year]")];
const PANEL = document.getElementById("list");
const NOTHING = PANEL.querySelector("p.nothing");

const LISTS = { posted: json("posted") };
const BY_ID = new Map(LISTS.posted.map((row) => [row.id, row]));

const FEED = new Feed(PANEL.querySelector("[role=feed]"), (row, before) =>
  card(row, before !== undefined && row.below === before.id, BY_ID),
);
let current = "posted";

const yearOf = (row) => row.when.slice(0, 4);
const IS_OF_KIND = {
  "with-media": (row) => row.media,
  "with-warning": (row) => row.warning || row.sensitive,
  "with-notes": (row) => row.notes,
};

/** Without case, accents and other marks, so that "ete" finds "Été". */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

function searchable(row) {
  row.folded ??= fold([row.text, row.warning, ...(row.media ?? []).map((one) => one.alt)].join("\n"));
  return row.folded;
}

/** A list's rows; the left-out stand behind this script, so that the toots are there sooner. */
function rowsOf(name) {
  return (LISTS[name] ??= json(name));
}

function matching() {
  const { words, year, kind, reason } = FILTERS;
  const wanted = fold(words.value).split(/\s+/).filter(Boolean);
  const isOfKind = IS_OF_KIND[kind.value] ?? ((row) => row.kind === kind.value);
  return rowsOf(current).filter(
    (row) =>
      (!year.value || yearOf(row) === year.value) &&
      (!kind.value || isOfKind(row)) &&
      (!reason.value || row.reason === reason.value) &&
      wanted.every((word) => searchable(row).includes(word)),
  );
}

/** Show what the filters ask for, and say how much that is. */
function update() {
  const rows = matching();
  const total = rowsOf(current).length;
  const filtered = ["words", "year", "kind", "reason"].some((name) => FILTERS[name].value);
  const numbers = { count: NUMBER.format(rows.length), total: NUMBER.format(total) };
  FEED.show(rows);
  FILTERS.querySelector(".found").textContent = say(filtered ? "found" : "found_all", numbers);
  FILTERS.querySelector("[type=reset]").hidden = !filtered;
  NOTHING.hidden = rows.length > 0;
  NOTHING.textContent = say(total ? "nothing_found" : "nothing_at_all");
  const present = new Set(rows.map(yearOf));
  YEARS.forEach((bar) => bar.classList.toggle("empty", !present.has(bar.dataset.year)));
  markYear();
}

function openList(name) {
  current = name;
  for (const tab of TABS) {
    const isOpen = tab.dataset.list === name;
    tab.setAttribute("aria-selected", isOpen);
    tab.tabIndex = isOpen ? 0 : -1;
    if (isOpen) [PANEL, FEED.box].forEach((box) => box.setAttribute("aria-labelledby", tab.id));
  }
  fillChoices();
  update();
}

/** The years, kinds and reasons that the list has, with their numbers. */
function fillChoices() {
  const rows = rowsOf(current);
  const kinds = Object.keys(WORDS.kinds).map((kind) => [kind, WORDS.kinds[kind], (row) => row.kind === kind]);
  const traits = Object.keys(IS_OF_KIND).map((trait) => [
    trait,
    say(trait.replace("-", "_")),
    IS_OF_KIND[trait],
  ]);
  const years = [...new Set(rows.map(yearOf))].sort();
  const reasons = [...new Set(rows.map((row) => row.reason).filter(Boolean))];
  choices(FILTERS.year, say("every_year"), years.map((year) => [year, year, (row) => yearOf(row) === year]));
  choices(FILTERS.kind, say("every_kind"), [...kinds, ...traits]);
  choices(
    FILTERS.reason,
    say("every_reason"),
    reasons.map((reason) => [reason, WORDS.about[reason], (row) => row.reason === reason]),
  );
  FILTERS.reason.hidden = reasons.length === 0;
}

function choices(select, all, named) {
  const before = select.value;
  const counted = named.map(([value, name, fits]) => [value, name, rowsOf(current).filter(fits).length]);
  const options = counted
    .filter(([, , count]) => count)
    .map(([value, name, count]) => new Option(say("option", { name, count: NUMBER.format(count) }), value));
  select.replaceChildren(new Option(all, ""), ...options);
  select.value = options.some((option) => option.value === before) ? before : "";
}

/** Go to a toot, wherever it is; filters that hide it are taken off. */
function openCard(id) {
  if (current !== "posted") openList("posted");
  let index = FEED.rows.findIndex((row) => row.id === id);
  if (index < 0) {
    FILTERS.reset();
    index = FEED.rows.findIndex((row) => row.id === id);
  }
  FEED.reveal(index, { focus: true });
}

/** To the first of that year; a thread that began earlier is passed over where it can be. */
function openYear(year) {
  if (FILTERS.year.value && FILTERS.year.value !== year) {
    FILTERS.year.value = "";
    update();
  }
  const begins = FEED.rows.findIndex((row) => yearOf(row) === year && !row.below);
  const index = begins < 0 ? FEED.rows.findIndex((row) => yearOf(row) === year) : begins;
  if (index >= 0) FEED.reveal(index, { focus: true });
}

function markYear() {
  const row = FEED.rowAt(document.querySelector(".years").getBoundingClientRect().bottom + 60);
  for (const bar of YEARS) {
    if (row && bar.dataset.year === yearOf(row)) bar.setAttribute("aria-current", "true");
    else bar.removeAttribute("aria-current");
  }
}

function onTabKey(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(event.target) + step + TABS.length) % TABS.length];
  next.focus();
  openList(next.dataset.list);
}

function onClickInList(event) {
  const link = event.target.closest("a[data-card]");
  if (!link) return;
  event.preventDefault();
  openCard(link.dataset.card);
}

let typing;
let scrolling;
FILTERS.words.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(update, 120);
});
FILTERS.addEventListener("change", update);
FILTERS.addEventListener("submit", (event) => event.preventDefault());
FILTERS.addEventListener("reset", () => {
  for (const name of ["words", "year", "kind", "reason"]) FILTERS[name].value = "";
  update();
  FILTERS.words.focus();
});
addEventListener("DOMContentLoaded", () => {
  TABS.forEach((tab) => {
    tab.addEventListener("click", () => openList(tab.dataset.list));
    tab.addEventListener("keydown", onTabKey);
  });
});
YEARS.forEach((bar) => bar.addEventListener("click", () => openYear(bar.dataset.year)));
PANEL.addEventListener("click", onClickInList);
PANEL.addEventListener("keydown", (event) => {
  if (event.key === "Escape") FILTERS.words.focus();
});
addEventListener("scroll", () => {
  cancelAnimationFrame(scrolling);
  scrolling = requestAnimationFrame(markYear);
});

openList("posted");
