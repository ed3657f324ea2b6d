"use strict";
/* Shows the matches that the filters ask for, and says how many those are. */

const FILTERS = document.querySelector(".filters");
const PAIRS = [...document.querySelectorAll("article")];
const NOTHING = document.querySelector(".nothing");

/** Without case, accents and other marks, so that "zoe" finds "Zoë". */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

const WORDS = new Map(PAIRS.map((pair) => [pair, fold(pair.dataset.words)]));

function update() {
  const tiers = new Set([...FILTERS.querySelectorAll("[name=tier]:checked")].map((box) => box.value));
  const relation = FILTERS.relation.value;
  const wanted = fold(FILTERS.words.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const pair of PAIRS) {
    const fits =
      tiers.has(pair.dataset.tier) &&
      (!relation || pair.dataset.relations.split("|").includes(relation)) &&
      wanted.every((word) => WORDS.get(pair).includes(word));
    pair.hidden = !fits;
    shown += fits;
  }
  FILTERS.shown.value = `${shown} / ${PAIRS.length}`;
  NOTHING.hidden = shown > 0;
}

FILTERS.addEventListener("input", update);
FILTERS.addEventListener("submit", (event) => event.preventDefault());
update();
