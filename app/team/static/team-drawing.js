// Draws nodes and edges on a canvas exactly where and as the page's SVG has them.
const HUE = {
  ink: "#0b0c0c", slate: "#48555f", blue: "#1d5a9c", brown: "#8f4700", plum: "#5c0d3e", second: "#2f3b45", white: "#ffffff",
};
const LINE_HEIGHT = 14;
const ICON_SIZE = { subject: 34, lead: 26, agency: 16, entry: 16, broker: 19, client: 20, family: 20 };
const SOLID = new Set(["subject", "client", "practitioner", "lead"]);
const EDGES = {
  works: { colour: "#7c8791", width: 1, dash: [] },
  kin: { colour: "#b0702e", width: 1.4, dash: [] },
  ended: { colour: "#66727c", width: 1.6, dash: [7, 5] },
  dotted: { colour: HUE.ink, width: 2.6, dash: [0.1, 5.6], cap: "round" },
  current: { colour: "#3f5163", width: 1.6, dash: [] },
  lead: { colour: HUE.ink, width: 6, dash: [], inner: { colour: HUE.white, width: 2.6 } },
};
export const EDGE_ORDER = ["works", "kin", "ended", "dotted", "current", "lead"];
const INVOLVEMENT = new Set(["current", "lead", "ended", "dotted"]);

/** Path data of an icon of the page's sheet, as a Path2D on a grid of 24. */
function iconPath(name, kept = new Map()) {
  if (!kept.has(name)) {
    const path = document.querySelector(`#i-${CSS.escape(name)} path`);
    kept.set(name, new Path2D(path ? path.getAttribute("d") : ""));
  }
  return kept.get(name);
}

function icon(ctx, name, x, y, size, colour) {
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2 - (name === "unborn" ? 1.5 : 0));
  ctx.scale(size / 24, size / 24);
  ctx.fillStyle = colour;
  ctx.fill(iconPath(name), "evenodd");
  ctx.restore();
}

function circle(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

function square(ctx, x, y, half, corner) {
  ctx.beginPath();
  ctx.roundRect(x - half, y - half, 2 * half, 2 * half, corner);
}

function polygon(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], at) => (at ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}

function hexagon(ctx, x, y, half) {
  const wide = half * 1.08, narrow = half * 0.54, high = half * 0.935;
  polygon(ctx, [
    [x + wide, y], [x + narrow, y + high], [x - narrow, y + high], [x - wide, y], [x - narrow, y - high], [x + narrow, y - high],
  ]);
}

function paint(ctx, { fill, stroke, width = 0, dash = [], cap = "butt" }) {
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fill();
  }
  if (stroke) {
    Object.assign(ctx, { strokeStyle: stroke, lineWidth: width, lineCap: cap });
    ctx.setLineDash(dash);
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

const SHAPES = {
  subject(ctx, x, y, half) {
    circle(ctx, x, y, half);
    paint(ctx, { fill: HUE.white, stroke: HUE.brown, width: 2.5 });
    circle(ctx, x, y, half - 4.5);
    paint(ctx, { fill: HUE.brown });
  },
  client(ctx, x, y, half) {
    circle(ctx, x, y, half);
    paint(ctx, { fill: HUE.brown });
  },
  family(ctx, x, y, half) {
    circle(ctx, x, y, half - 1);
    paint(ctx, { fill: HUE.white, stroke: HUE.brown, width: 2.25 });
  },
  practitioner(ctx, x, y, half) {
    square(ctx, x, y, half, 7);
    paint(ctx, { fill: HUE.blue });
  },
  lead(ctx, x, y, half) {
    square(ctx, x, y, half, 10);
    paint(ctx, { fill: HUE.white, stroke: HUE.blue, width: 2.25 });
    square(ctx, x, y, half - 4, 7);
    paint(ctx, { fill: HUE.blue });
  },
  ended(ctx, x, y, half) {
    square(ctx, x, y, half, 7);
    paint(ctx, { fill: HUE.white, stroke: HUE.slate, width: 1.75, dash: [4, 3] });
  },
  broker(ctx, x, y, half) {
    polygon(ctx, [[x, y - half], [x + half, y], [x, y + half], [x - half, y]]);
    paint(ctx, { fill: HUE.white, stroke: HUE.ink, width: 2.25 });
  },
  agency(ctx, x, y, half) {
    hexagon(ctx, x, y, half);
    paint(ctx, { fill: HUE.white, stroke: HUE.slate, width: 1.75 });
  },
  entry(ctx, x, y, half) {
    hexagon(ctx, x, y, half);
    paint(ctx, { fill: HUE.white, stroke: HUE.slate, width: 2.5, dash: [0.1, 4], cap: "round" });
  },
};

function badges(ctx, node, x, y) {
  const half = node.size;
  if (node.isNew) {
    ctx.beginPath();
    ctx.roundRect(x + half - 9, y - half - 9, 28, 14, 2);
    paint(ctx, { fill: HUE.ink, stroke: HUE.white, width: 1.5 });
    Object.assign(ctx, { font: "bold 10px Arial, Helvetica, sans-serif", textAlign: "center", fillStyle: HUE.white });
    ctx.fillText("NEW", x + half + 5, y - half + 1.6);
  }
  if (node.isStale) {
    const atX = node.isNew ? x - half + 1 : x + half - 1, atY = y - half + 1;
    circle(ctx, atX, atY, 8.5);
    paint(ctx, { fill: HUE.plum, stroke: HUE.white, width: 2 });
    icon(ctx, "clock", atX, atY, 13, HUE.white);
  }
}

function label(ctx, node) {
  const [x, top, anchor] = node.labelAt;
  const size = node.kind === "subject" ? 13 : 12;
  const second = node.kind === "agency" || node.kind === "entry" ? HUE.second : HUE.slate;
  ctx.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
  Object.assign(ctx, { textBaseline: "alphabetic", lineJoin: "round", lineWidth: 3.5, strokeStyle: HUE.white });
  node.label.split("\n").forEach((line, at) => {
    const bold = at < node.boldLines;
    ctx.font = `${bold ? "bold " : ""}${size}px Arial, Helvetica, "Liberation Sans", sans-serif`;
    ctx.strokeText(line, x, top + at * LINE_HEIGHT);
    ctx.fillStyle = bold ? HUE.ink : second;
    ctx.fillText(line, x, top + at * LINE_HEIGHT);
  });
}

/** What vis-network calls to draw a node of its shape "custom". */
export function nodeRenderer(node) {
  const kind = node.kind;
  const colour = SOLID.has(kind) ? HUE.white : kind === "family" ? HUE.brown : kind === "broker" ? HUE.ink : HUE.slate;
  return ({ ctx, x, y }) => ({
    drawNode() {
      SHAPES[kind](ctx, x, y, node.size);
      icon(ctx, node.icon, x, y, ICON_SIZE[kind] || 20.8, colour);
    },
    drawExternalLabel() {
      badges(ctx, node, x, y);
      label(ctx, node);
    },
    nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
  });
}

/** Where a line from a node's middle towards a point leaves the node. */
function border(node, towards) {
  const dx = towards[0] - node.x, dy = towards[1] - node.y;
  const length = Math.hypot(dx, dy) || 1;
  return [node.x + (dx / length) * (node.size + 3), node.y + (dy / length) * (node.size + 3)];
}

/** One edge, from border to border; `hot` while one of its ends has the focus. */
export function drawEdge(ctx, edge, from, to, hot) {
  const look = EDGES[edge.kind];
  const [ax, ay] = border(from, edge.via), [bx, by] = border(to, edge.via);
  const emphasised = hot && INVOLVEMENT.has(edge.kind) && !look.inner;
  ctx.beginPath();
  ctx.moveTo(ax, ay);
  ctx.quadraticCurveTo(edge.via[0], edge.via[1], bx, by);
  paint(ctx, {
    stroke: emphasised ? HUE.ink : look.colour,
    width: emphasised ? Math.max(3, look.width) : look.width,
    dash: look.dash,
    cap: look.cap,
  });
  if (look.inner) paint(ctx, { stroke: look.inner.colour, width: look.inner.width });
}
