"use strict";
/* From the page's JSON to cards. Text goes in as text nodes and never as markup; the only
   links are to http(s), to twitter.com and to other cards. */

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const WORDS = json("words");
const OWNER = json("owner");

const LANGUAGE = document.documentElement.lang;
const NUMBER = new Intl.NumberFormat(LANGUAGE);
const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "medium", timeZone: "UTC" });
const MINUTE = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

const LINK = /https?:\/\/[^\s<>"“”]*[^\s<>"“”'.,;:!?)\]}…。、」』）]/giu;
const TAG = /(?<![\p{L}\p{N}_/&])#[\p{L}\p{M}\p{N}_]+/gu;

/** The sentence with its {named} places filled. */
function say(name, values = {}) {
  return WORDS.page[name].replace(/\{(\w+)\}/g, (_, place) => values[place]);
}

/** An element; strings become text nodes. */
function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

function dateOf(row) {
  return row.when.length > 10 ? MINUTE.format(new Date(`${row.when}Z`)) : DAY.format(new Date(row.when));
}

function avatar() {
  const box = make("div", "avatar");
  box.setAttribute("aria-hidden", "true");
  if (OWNER.avatar) {
    const image = make("img");
    image.src = OWNER.avatar;
    image.alt = "";
    box.append(image);
  } else {
    box.append(OWNER.handle.slice(0, 1).toUpperCase());
  }
  return box;
}

/** A link out of the page; what is not http(s) stays as it is. */
function outward(address, content) {
  const link = make("a");
  link.href = address;
  if (!["http:", "https:"].includes(link.protocol)) return content;
  link.append(content);
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

/** An address as it is read, with signs for their %21, where each of them can be seen. */
function readable(address) {
  try {
    const read = decodeURI(address);
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(read) ? read : address;
  } catch {
    return address;
  }
}

/** A link to another card: the page's own business, see page.js. */
function inward(id, text, className = "") {
  const link = make("a", className, text);
  link.href = `#${id}`;
  link.dataset.card = id;
  return link;
}

/** The text, letter for letter but in addresses, with its links and hashtags. */
function textOf(row) {
  const box = make("p", "text");
  box.dir = "auto";
  if (row.language) box.lang = row.language;
  let at = 0;
  for (const found of row.text.matchAll(LINK)) {
    const own = ownAddress(row, found[0]);
    const address = own ?? found[0];
    box.append(...withTags(row.text.slice(at, found.index)));
    box.append(own ? ownLink(row.own_links[own], own) : outward(address, readable(address)));
    at = found.index + address.length;
  }
  box.append(...withTags(row.text.slice(at)));
  return box;
}

/** The link to an own tweet with which an address begins, and which doesn't go on. */
function ownAddress(row, found) {
  const addresses = Object.keys(row.own_links ?? {});
  return addresses.find((own) => found.startsWith(own) && !/^[\w/-]/.test(found.slice(own.length)));
}

function ownLink(id, address) {
  const link = inward(id, address);
  link.title = say("own_link");
  return link;
}

function withTags(text) {
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(TAG)) {
    pieces.push(text.slice(at, found.index), make("span", "tag", found[0]));
    at = found.index + found[0].length;
  }
  return [...pieces, text.slice(at)];
}

function mediaOf(row) {
  const box = make("div", `media of-${Math.min(row.media.length, 4)}`);
  box.append(...row.media.map((shown) => (shown.address ? seen(shown) : unseen(shown))));
  return box;
}

function seen(shown) {
  const isPhoto = shown.kind === "photo";
  const element = make(isPhoto ? "img" : "video");
  element.src = shown.address;
  if (shown.width) element.width = shown.width;
  if (shown.height) element.height = shown.height;
  if (isPhoto) {
    element.alt = shown.alt || say("no_alt");
    element.decoding = "async";
  } else {
    element.setAttribute("aria-label", shown.alt || say("no_alt_video"));
    element.controls = true;
    element.preload = "metadata";
    element.loop = element.muted = shown.kind === "animated_gif";
  }
  const figure = make("figure", "", element);
  if (shown.alt) figure.append(make("figcaption", "", shown.alt));
  return figure;
}

function unseen(shown) {
  const reason = say(shown.absence ?? "not_shown", { kind: say(shown.kind) });
  const figure = make("figure", "absent", make("p", "", reason));
  if (shown.alt) figure.append(make("figcaption", "", shown.alt));
  return figure;
}

/** What others see at once, or only after a click: as on the server. */
function contentOf(row) {
  const text = row.text ? [textOf(row)] : [];
  const media = row.media ? [mediaOf(row)] : [];
  if (row.warning) return [hidden(row.warning, [...text, ...media])];
  return row.sensitive && row.media ? [...text, hidden(say("sensitive"), media)] : [...text, ...media];
}

function hidden(warning, content) {
  return make("details", "hidden", make("summary", "", warning), ...content);
}

/** The toot that is boosted or quoted, in short. */
function reference(id, sentence, byId) {
  const row = byId.get(id);
  const link = inward(id, row ? say("elsewhere", { date: dateOf(row) }) : sentence);
  return make("div", "reference", make("p", "quiet", sentence, " · ", link), row?.text ? textOf(row) : "");
}

/** Why it is left out and how that could be changed, or what is to know about it. */
function remarks(row) {
  if (!row.reason) return (row.notes ?? []).map((kind) => make("p", "note", icon("note"), WORDS.about[kind]));
  const change = WORDS.change[row.reason];
  return [make("p", "reason", icon("note"), make("span", "", WORDS.about[row.reason], " ", change ?? ""))];
}

function headOf(row) {
  const head = make("header", "", make("b", "", OWNER.name || OWNER.handle || say("you")));
  const tweet = `https://twitter.com/${encodeURIComponent(OWNER.handle) || "i/web"}/status/${row.id.split("-")[0]}`;
  const date = make("time", "", dateOf(row));
  date.dateTime = row.when;
  const link = outward(tweet, date);
  link.setAttribute("aria-label", say("on_twitter", { date: dateOf(row) }));
  head.append(link);
  if (row.visibility) {
    const seenBy = make("span", "visibility", icon(row.visibility), WORDS.visibilities[row.visibility]);
    head.append(seenBy);
  }
  return head;
}

/** One toot or tweet. `joined` says that the row before is what it answers; then a line joins them. */
function card(row, joined, byId) {
  const body = make("div", "body", headOf(row));
  const parent = row.below && !joined ? byId.get(row.below) : null;
  if (parent) {
    body.append(inward(parent.id, say("below", { text: parent.text || dateOf(parent) }), "below"));
  }
  body.append(...contentOf(row));
  if (row.boost) body.append(reference(row.boost, say("boosts"), byId));
  if (row.quote) body.append(reference(row.quote, say("quotes"), byId));
  body.append(...remarks(row));
  const article = make("article", joined ? "joined" : "", avatar(), body);
  article.tabIndex = 0;
  article.dataset.id = row.id;
  article.setAttribute("aria-label", dateOf(row));
  return article;
}
