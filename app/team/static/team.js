// Turns the team's picture into a canvas that can be moved and enlarged, with a real button over every node.
// The picture on the page (SVG) says the same, and stays wherever this fails or the screen is a phone's.
const { EDGE_ORDER, drawEdge, nodeRenderer } = await import(document.getElementById("picture-drawing").href);

const SMALLEST_TARGET = 24;
const ZOOM_STEP = 1.3;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const canvas = document.getElementById("canvas");
const status = document.querySelector(".status");
const data = JSON.parse(canvas.dataset.canvas);
const described = new Map(data.nodes.map((node) => [node.id, node]));
const off = new Set();

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function isNodeOff(id) {
  const { kind } = described.get(id);
  return kind !== "subject" && off.has(kind === "lead" ? "practitioner" : kind);
}

function isEdgeOff(kind, from, to) {
  return off.has(kind) || isNodeOff(from) || isNodeOff(to);
}

// The key: buttons that leave kinds of nodes and lines out, in every drawing of the page.
class Key {
  constructor(onChange) {
    this.onChange = onChange;
    document.querySelector(".key__title").textContent = "Show";
    for (const item of document.querySelectorAll(".key li")) this.makeButton(item);
  }

  makeButton(item) {
    const button = element("button", { type: "button", "aria-pressed": "true" }, ...item.childNodes);
    button.addEventListener("click", () => this.toggle(button, item.dataset.key));
    item.replaceChildren(button);
  }

  toggle(button, kind) {
    const shown = off.delete(kind);
    if (!shown) off.add(kind);
    button.setAttribute("aria-pressed", String(shown));
    for (const node of canvas.querySelectorAll("svg [data-node]")) {
      node.classList.toggle("is-filtered", described.has(node.dataset.node) && isNodeOff(node.dataset.node));
    }
    for (const edge of canvas.querySelectorAll("svg [data-from]")) {
      const kind = [...edge.classList].find((name) => name.startsWith("e-")).slice(2);
      const { from, to } = edge.dataset;
      edge.classList.toggle("is-filtered", described.has(from) && described.has(to) && isEdgeOff(kind, from, to));
    }
    status.textContent = `${button.textContent.trim()} ${shown ? "shown" : "left out of the picture; the table still has everything"}.`;
    this.onChange();
  }
}

// The contact card of one node, made from its row in the table.
class Card {
  constructor() {
    this.opener = null;
    this.box = element("div", { class: "card", role: "dialog", "aria-labelledby": "card-name", hidden: "" });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    canvas.append(this.box);
  }

  open(button, node) {
    this.close(false);
    this.opener = button; // before the focus leaves it, so that node and row stay marked
    const close = element("button", { type: "button", class: "card__close", "aria-label": "Close the card" }, "×");
    close.addEventListener("click", () => this.close());
    const name = element("p", { class: "card__name", id: "card-name" }, node.name.split(",")[0]);
    this.box.replaceChildren(name, ...this.content(node, name), close);
    this.box.hidden = false;
    button.setAttribute("aria-expanded", "true");
    (this.box.querySelector("a") || close).focus();
  }

  content(node, name) {
    const row = document.getElementById(`row-${node.id}`);
    return row ? this.fromRow(row, name) : this.fromNeighbours(node);
  }

  fromRow(row, name) {
    name.textContent = row.querySelector(".who__name").textContent;
    const words = (selector) => [...row.querySelectorAll(selector)].map((part) => part.textContent);
    const job = words(".who__job")[0] || words(".work")[0];
    const copies = [element("p", { class: "work" }, `${job}, for ${words(".for b").join(", ")}`)];
    const contact = row.querySelector(".contact");
    if (!contact) return [...copies, element("p", {}, row.lastElementChild.textContent)];
    const fresh = row.querySelector(".fresh");
    if (fresh) copies.push(element("p", {}, fresh.cloneNode(true)));
    const hint = [...contact.children].filter((part) => part.matches(".hint"));
    const ways = [...contact.children].filter((part) => !part.matches(".hint"));
    return [...copies, ...[...ways, ...hint].map((part) => element("p", {}, part.cloneNode(true)))];
  }

  fromNeighbours(node) {
    const more = node.name.split(",").slice(1).join(",").trim();
    const rows = node.neighbours.filter((id) => document.getElementById(`row-${id}`));
    const list = element("ul", {});
    for (const id of rows) {
      const link = element("a", { href: `#row-${id}` }, described.get(id).name.split(",")[0]);
      list.append(element("li", {}, link));
    }
    const person = node.id.startsWith("person-") ? node.id.slice("person-".length) : null;
    const team = document.querySelector(`.facts a[data-person="${CSS.escape(person || "")}"]`);
    return [
      ...(more ? [element("p", { class: "work" }, more)] : []),
      ...(rows.length ? [list] : []),
      ...(team ? [element("a", { class: "card__team", href: team.href }, "Open the team around them")] : []),
    ];
  }

  isOpenFor(button) {
    return this.opener === button;
  }

  close(giveFocusBack = true) {
    if (!this.opener) return;
    const opener = this.opener;
    this.opener = null;
    this.box.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (giveFocusBack) opener.focus();
  }
}

// The buttons over the nodes: one tab stop, arrow keys between them.
class Buttons {
  constructor(card, onFocus) {
    this.card = card;
    this.onFocus = onFocus;
    this.layer = element("div", { class: "nodes", role: "group", "aria-label": "People and services of the picture" });
    this.all = data.nodes.map((node) => this.make(node));
    this.all[0].tabIndex = 0;
    canvas.append(this.layer);
    this.layer.addEventListener("keydown", (event) => this.move(event));
  }

  make(node) {
    const button = element("button", { type: "button", tabindex: "-1", "aria-expanded": "false", "aria-label": node.name });
    button.dataset.node = node.id;
    button.addEventListener("focus", () => this.focused(button, node));
    button.addEventListener("blur", () => this.card.isOpenFor(button) || this.onFocus(null));
    button.addEventListener("click", () => this.card.open(button, node));
    this.layer.append(button);
    return button;
  }

  focused(button, node) {
    for (const one of this.all) one.tabIndex = one === button ? 0 : -1;
    this.onFocus(node.id);
    const names = node.neighbours.filter((id) => !isNodeOff(id)).map((id) => described.get(id).name.split(",")[0]);
    status.textContent = `${node.name}. ${names.length ? `Connected with ${names.join(", ")}.` : "No connection shown."}`;
  }

  move(event) {
    const shown = this.all.filter((button) => !button.hidden);
    const here = document.activeElement;
    let next = null;
    if (event.key === "Home") next = shown[0];
    if (event.key === "End") next = shown[shown.length - 1];
    if (event.key in ARROWS) next = this.nearest(here, shown, ARROWS[event.key]);
    if (event.key === "Escape") this.card.close();
    if (!next && !(event.key in ARROWS)) return;
    event.preventDefault();
    if (next) next.focus();
  }

  /** The nearest button in a direction: distance along it, sideways steps counted double. */
  nearest(here, shown, [dx, dy]) {
    const at = this.middle(here);
    let best = null, least = Infinity;
    for (const button of shown) {
      const [x, y] = this.middle(button);
      const along = (x - at[0]) * dx + (y - at[1]) * dy;
      const aside = Math.abs((x - at[0]) * dy) + Math.abs((y - at[1]) * dx);
      if (button !== here && along > 1 && along + 2 * aside < least) [best, least] = [button, along + 2 * aside];
    }
    return best;
  }

  middle(button) {
    return [button.offsetLeft + button.offsetWidth / 2, button.offsetTop + button.offsetHeight / 2];
  }

  place(network, positions) {
    const scale = network.getScale();
    for (const button of this.all) {
      const { x, y, size } = positions.get(button.dataset.node);
      const at = network.canvasToDOM({ x, y });
      const side = Math.max(SMALLEST_TARGET, 2 * size * scale);
      Object.assign(button.style, {
        left: `${at.x - side / 2}px`, top: `${at.y - side / 2}px`, width: `${side}px`, height: `${side}px`,
      });
      button.hidden = isNodeOff(button.dataset.node);
    }
  }
}

// The canvas: vis-network keeps the view, this draws into it.
class Picture {
  constructor(vis) {
    this.nodes = new Map(data.network.nodes.map((node) => [node.id, node]));
    this.focus = null;
    this.holder = element("div", { class: "drawn", "aria-hidden": "true" });
    canvas.append(this.holder);
    this.network = new vis.Network(this.holder, this.content(), {
      ...data.network.options,
      interaction: { ...data.network.options.interaction, dragNodes: false, hover: false, zoomView: false, selectable: false },
    });
    // The buttons are the way in for the keyboard; what vis-network makes is for the eye alone.
    for (const one of this.holder.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex");
    this.network.on("beforeDrawing", (ctx) => this.drawEdges(ctx));
    this.ground = canvas.querySelector("svg");
    this.network.on("afterDrawing", () => this.placeGround());
    this.fit();
    canvas.classList.add("has-canvas");
    this.ground.setAttribute("aria-hidden", "true");
  }

  content() {
    const nodes = data.network.nodes.map(({ title, ...node }) => ({
      ...node,
      label: undefined,
      shape: "custom",
      hidden: isNodeOff(node.id),
      ctxRenderer: nodeRenderer({ ...node, kind: described.get(node.id).kind }),
    }));
    return { nodes, edges: [] };
  }

  drawEdges(ctx) {
    const shown = data.network.edges.filter(
      (edge) => !isEdgeOff(edge.kind, edge.from, edge.to) && (!edge.hidden || this.touches(edge)),
    );
    for (const kind of EDGE_ORDER) {
      for (const edge of shown.filter((one) => one.kind === kind)) {
        drawEdge(ctx, edge, this.nodes.get(edge.from), this.nodes.get(edge.to), this.touches(edge));
      }
    }
  }

  /** The SVG stays below as the ground: sectors, their names, the family's circle. */
  placeGround() {
    const scale = this.network.getScale(), { x, y } = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const { clientWidth, clientHeight } = this.holder;
    if (clientWidth) this.ground.setAttribute("viewBox", [x, y, clientWidth / scale, clientHeight / scale].join(" "));
  }

  touches(edge) {
    return edge.from === this.focus || edge.to === this.focus;
  }

  show(id) {
    this.focus = id;
    this.network.redraw();
    const row = id && document.getElementById(`row-${id}`);
    for (const chosen of document.querySelectorAll("tr.is-chosen")) chosen.classList.remove("is-chosen");
    if (row) row.classList.add("is-chosen");
  }

  fit() {
    const [left, top, width, height] = data.view;
    const scale = Math.min(this.holder.clientWidth / width, this.holder.clientHeight / height);
    if (!scale) return; // on paper or on a narrow screen it is not shown
    this.network.moveTo({ position: { x: left + width / 2, y: top + height / 2 }, scale, animation: false });
  }

  zoom(factor) {
    const scale = Math.min(4, Math.max(0.3, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: false });
  }

  filter() {
    this.network.setData(this.content());
    this.network.redraw();
  }
}

function start(vis) {
  const picture = new Picture(vis);
  const card = new Card();
  const buttons = new Buttons(card, (id) => picture.show(id));
  const place = () => buttons.place(picture.network, picture.nodes);
  picture.network.on("afterDrawing", place);
  const zoom = { in: () => picture.zoom(ZOOM_STEP), out: () => picture.zoom(1 / ZOOM_STEP), fit: () => picture.fit() };
  const bar = canvas.querySelector(".zoom");
  for (const button of bar.querySelectorAll("button")) {
    button.addEventListener("click", () => zoom[button.dataset.zoom]());
  }
  bar.hidden = false;
  window.addEventListener("beforeprint", () => picture.ground.setAttribute("viewBox", data.view.join(" ")));
  window.addEventListener("afterprint", () => picture.placeGround());
  new ResizeObserver(() => picture.fit()).observe(picture.holder);
  place();
  canvas.dataset.drawn = "true";
  return picture;
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = element("script", { src: address });
    script.addEventListener("load", () => resolve(window.vis));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

let picture = null;
new Key(() => picture?.filter());
const wide = window.matchMedia("(min-width: 761px)");
async function drawWhereWide() {
  if (!wide.matches || picture) return;
  try {
    picture = start(await load(document.getElementById("network-drawer").href));
  } catch {
    canvas.classList.remove("has-canvas");
  }
}
wide.addEventListener("change", drawWhereWide);
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.parentElement.hidden = false;
}
await drawWhereWide();
