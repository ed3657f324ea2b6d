/* A list of any length of which only the part near the window exists. It is cut into
   pieces; a piece far away is an empty box as high as it was, or as high as we guess. */

const PIECE = 30;
const NEAR = "1200px 0px";

class Feed {
  /** `draw(row, before)` makes the article of a row; `before` is the row above it. */
  constructor(box, draw) {
    this.box = box;
    this.draw = draw;
    this.rows = [];
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.meet(entry)), {
      rootMargin: NEAR,
    });
    box.addEventListener("keydown", (event) => this.key(event));
  }

  show(rows) {
    this.observer.disconnect();
    this.rows = rows;
    this.pieces = [];
    for (let first = 0; first < rows.length; first += PIECE) this.pieces.push(this.emptyPiece(first));
    this.box.replaceChildren(...this.pieces);
    if (this.pieces.length) this.fill(this.pieces[0]);
    this.pieces.forEach((piece) => this.observer.observe(piece));
  }

  /** Brings a row to the top of the window. */
  reveal(index, { focus = false } = {}) {
    const piece = this.pieces[Math.floor(index / PIECE)];
    if (!piece) return;
    this.fill(piece);
    const article = piece.children[index % PIECE];
    article.scrollIntoView({ block: "start" });
    if (focus) article.focus({ preventScroll: true });
  }

  /** The row at the line so many pixels below the window's top. */
  rowAt(line) {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.pieces[middle].getBoundingClientRect().bottom > line) high = middle;
      else low = middle + 1;
    }
    const articles = [...(this.pieces[low]?.children ?? [])];
    const below = articles.findIndex((article) => article.getBoundingClientRect().bottom > line);
    return this.rows[low * PIECE + Math.max(below, 0)];
  }

  emptyPiece(first) {
    const piece = make("div", "piece");
    piece.first = first;
    const guess = this.rows.slice(first, first + PIECE).reduce((sum, row) => sum + guessHeight(row), 0);
    piece.style.height = `${guess}px`;
    return piece;
  }

  meet({ target, isIntersecting }) {
    if (isIntersecting) this.fill(target);
    else this.clear(target);
  }

  fill(piece) {
    if (piece.childElementCount) return;
    const before = piece.getBoundingClientRect();
    const { first } = piece;
    const articles = this.rows.slice(first, first + PIECE).map((row, i) => {
      const article = this.draw(row, this.rows[first + i - 1]);
      article.setAttribute("aria-posinset", first + i + 1);
      article.setAttribute("aria-setsize", this.rows.length);
      return article;
    });
    piece.replaceChildren(...articles);
    piece.style.height = "";
    const grown = piece.getBoundingClientRect().height - before.height;
    if (before.top < 0) scrollBy(0, grown); // what is below, in the window, stays where it is
  }

  clear(piece) {
    if (!piece.childElementCount || piece.contains(document.activeElement)) return;
    piece.style.height = `${piece.getBoundingClientRect().height}px`;
    piece.replaceChildren();
  }

  /** The keys of a feed: https://www.w3.org/WAI/ARIA/apg/patterns/feed/ */
  key(event) {
    const step = { j: 1, PageDown: 1, k: -1, PageUp: -1 }[event.key];
    const article = event.target.closest("article");
    if (!step || !article || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const index = Number(article.getAttribute("aria-posinset")) - 1 + step;
    if (this.rows[index]) this.reveal(index, { focus: true });
  }
}

function guessHeight(row) {
  const lines = Math.ceil(row.text.length / 70) + row.text.split("\n").length;
  return 70 + 22 * lines + (row.media ? 300 : 0) + (row.reason ? 30 : 0);
}
