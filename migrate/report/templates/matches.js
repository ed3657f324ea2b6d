"use strict";
const form = document.forms[0];
const pairs = [...document.querySelectorAll("article")];
const show = () => {
  const tiers = new Set([...form.querySelectorAll("[name=tier]:checked")].map((box) => box.value));
  const relation = form.elements.relation.value;
  const words = form.elements.words.value.trim().toLowerCase();
  let shown = 0;
  for (const pair of pairs) {
    const fits = tiers.has(pair.dataset.tier)
      && (!relation || pair.dataset.relations.split("|").includes(relation))
      && pair.dataset.words.includes(words);
    pair.hidden = !fits;
    shown += fits;
  }
  form.elements.shown.value = `${shown} of ${pairs.length}`;
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
