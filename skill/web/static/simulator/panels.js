// The side panels: plan and place, what one can say, the record, the raw exchange.

const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);

export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function showRecord(record, say) {
  showPlan(record);
  byId("suggestions").replaceChildren(...record.suggestions.map((phrase) => suggestion(phrase, say)));
  byId("record").textContent = JSON.stringify(record.patient, null, 2);
  byId("history").replaceChildren(...record.facts.slice(-30).reverse().map(fact));
  plot(record.facts.filter((one) => typeof one.zone === "number"));
}

export function showExchange(request, response) {
  byId("request").textContent = JSON.stringify(request, null, 2);
  byId("response").textContent = JSON.stringify(response, null, 2);
}

function showPlan(record) {
  const place = record.place;
  const where = place ? `Exercise ${place.exercise_number} of ${place.of}` : "";
  const count = place?.count ? `, set ${place.count.set}, repetition ${place.count.rep}` : "";
  byId("place").textContent = where ? `${where}${count} (${record.state})` : record.known ? `Waiting: ${record.state}` : "Nobody is known yet.";
  byId("plan").replaceChildren(...record.plan.map(planned));
}

function planned({ name, level, seconds, outcome, current }) {
  const item = element("li", `${name}, ${level}, ${Math.ceil(seconds / 60)} min${outcome ? `: ${outcome}` : ""}`);
  if (current) item.setAttribute("aria-current", "step");
  return item;
}

function suggestion(phrase, say) {
  const item = element("li");
  const button = element("button", phrase, { type: "button" });
  button.addEventListener("click", () => say(phrase));
  item.append(button);
  return item;
}

function fact({ at, kind, ...rest }) {
  const told = Object.entries(rest).filter(([, value]) => value !== null && typeof value !== "object");
  return element("li", `${at.slice(0, 16).replace("T", " ")} ${kind}: ${told.map(([key, value]) => `${key} ${value}`).join(", ")}`);
}

/** Draw the zones of the body, 0 at the spine, over the reports. */
function plot(reports) {
  const drawing = byId("zones");
  drawing.hidden = reports.length === 0;
  const [width, height, most] = [240, 80, 5];
  const x = (index) => 10 + (index * (width - 20)) / Math.max(1, reports.length - 1);
  const y = (zone) => height - 10 - (zone * (height - 20)) / most;
  const line = document.createElementNS(SVG, "polyline");
  line.setAttribute("points", reports.map((one, index) => `${x(index)},${y(one.zone)}`).join(" "));
  const dots = reports.map((one, index) => {
    const dot = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ cx: x(index), cy: y(one.zone), r: 3 })) dot.setAttribute(key, value);
    return dot;
  });
  const title = document.createElementNS(SVG, "title");
  title.textContent = `Zones from the spine outwards, oldest first: ${reports.map((one) => one.zone).join(", ")}`;
  drawing.replaceChildren(title, line, ...dots);
}
