// The front page: what the product is, in five seconds. One figure, its number, its word, its ring.

import { Count, figureOf } from "./scene.js";

const REPS = 8;
const STAGES = [["Lift", 2000, 1], ["Hold", 3000, 2], ["Down", 2000, 3], ["", 1000, 0]];

const words = STAGES.map(([word]) => word);
const frames = [];
let ms = 0;
for (let rep = 1; rep <= REPS; rep++) {
  for (const [index, [, length, pose]] of STAGES.entries()) {
    frames.push([ms, length, rep, 0, index, 0, 0, pose]);
    ms += length;
  }
}
const count = new Count({ ms, frames, words, stages: ["Bridge"], places: [""] });
const place = document.getElementById("hero");
const figure = await figureOf("bridge", "A bridge", document.querySelector("script[type=module]").src.replace(/\/static\/.*/, ""));
place.replaceChildren(figure.element, count.element);
const begun = performance.now();
const tick = () => {
  figure.pose(count.show((performance.now() - begun) % ms));
  requestAnimationFrame(tick);
};
requestAnimationFrame(tick);
