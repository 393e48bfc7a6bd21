// The page: wires the parts together, and the keyboard.

import { Clock } from "./clock.js";
import { Echo, post } from "./echo.js";
import { Guide } from "./guide.js";
import { element, showExchange, showRecord } from "./panels.js";
import { Screen } from "../scene.js";
import { Stage } from "./stage.js";
import { Voice } from "./voice.js";

const byId = (id) => document.getElementById(id);

const clock = new Clock();
const voice = new Voice();
const stage = new Stage();
const guide = new Guide(showPlaying, () => attempt(() => echo.do({ cannot_play: true })));
const screen = new Screen(byId("scene"), { clock, touched });
const LAUNCH = { label: "Start", act: "launch", value: "", tone: "main" };
const NOTHING = { look: "farewell", state: "finished", title: "Spine Coach", figure: "bridge", choices: [], lines: [] };
let echo, patient, playing;

function begin(name) {
  const speed = echo?.speed ?? 1;
  echo?.close();
  guide.clear();
  voice.clear();
  patient = name;
  echo = new Echo({ clock, voice, stage, guide, setting, told });
  echo.setSpeed(speed);
  byId("talk").replaceChildren();
  showScene(NOTHING, []);
  attempt(() => echo.do({}, 0));
}

function setting() {
  const [locale, time_zone] = [byId("locale").value, byId("time-zone").value];
  return { patient, locale, time_zone, screen: byId("screen").checked };
}

function told({ record, requests, response, scene, timeline }) {
  if (scene) showScene(scene, timeline);
  else if (beats(timeline)) screen.goOn(beats(timeline).at);
  if (requests.length) showExchange(requests.at(-1), response);
  showRecord(record, say);
}

function beats(timeline) {
  return timeline.find(({ kind }) => kind === "beat");
}

/** Show a scene; when the session is over, the one thing to touch begins a new one. */
function showScene(scene, timeline) {
  const ended = scene.look === "farewell" && !scene.choices.length;
  screen.show(ended ? { ...NOTHING, ...scene, choices: [LAUNCH] } : scene, beats(timeline)?.at ?? null);
}

/** A touch is a turn. */
function touched(args, act) {
  if (act === "launch") return say("open spine coach");
  voice.wake();
  return attempt(() => echo.do({ touch: args }));
}

async function attempt(what) {
  try {
    await what();
  } catch (error) {
    stage.note(`That did not work: ${error.message}. Is the server still running?`);
    stage.microphone("closed", "The microphone is closed");
  }
}

function say(text, more = {}) {
  voice.wake();
  return attempt(() => echo.say(text, more));
}

/** Say again what a `.dialogue` file says that a person can do: patient, wait, until. */
async function replay(text) {
  let waited = false;
  for (const raw of text.split(/\r?\n/)) {
    const [, verb, rest] = raw.trim().match(/^(patient|wait|until)\s+(.+)$/) ?? [];
    if (verb === "wait") {
      await echo.passes(Number(rest));
      waited = true;
    } else if (verb === "until") {
      await attempt(() => echo.do({ until: rest }));
    } else if (verb === "patient") {
      if (!waited) await echo.played;
      say(rest, { replayed: waited });
      waited = false;
      await echo.answered;
    }
  }
  await echo.played;
}

function save() {
  const link = element("a", "", { download: `${patient}.dialogue` });
  const text = ["# Saved in the simulator.", ...echo.lines, ""].join("\n");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function listenToMicrophone() {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return;
  const button = byId("speak");
  button.hidden = false;
  button.addEventListener("click", () => {
    echo.wake();
    const recognition = new Recognition();
    recognition.lang = setting().locale;
    recognition.onresult = (event) => say(event.results[0][0].transcript);
    recognition.onerror = () => stage.note("Nothing was heard. You can type instead.");
    recognition.start();
  });
}

function showPlaying(title) {
  byId("playing").textContent = title ? `Playing: ${title}` : "";
  if (title && title !== playing) stage.note(`Playing “${title}”. Say pause, resume or next.`);
  playing = title;
}

function showTime() {
  const form = { dateStyle: "medium", timeStyle: "medium", timeZone: setting().time_zone };
  byId("clock").textContent = clock.now.toLocaleString([], form);
}

function showTimeZones() {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = [...new Set([here, ...Intl.supportedValuesOf("timeZone")])];
  byId("time-zone").replaceChildren(...names.map((name) => element("option", name, { value: name })));
  byId("time-zone").value = here;
}

function patients() {
  return JSON.parse(localStorage.getItem("patients") ?? '["me"]');
}

function showPatients(chosen) {
  byId("patient").replaceChildren(...patients().map((name) => element("option", name, { value: name })));
  byId("patient").value = chosen;
}

function addPatient() {
  const name = byId("new-patient").value.trim();
  if (!name) return;
  localStorage.setItem("patients", JSON.stringify([...new Set([...patients(), name])]));
  byId("new-patient").value = "";
  showPatients(name);
  begin(name);
}

byId("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = byId("utterance");
  const text = field.value.trim();
  field.value = "";
  if (text) say(text);
});
byId("utterance").addEventListener("input", () => clock.hold("typing", stage.typing && !echo.speaking));
byId("speeds").addEventListener("change", ({ target }) => echo.setSpeed(Number(target.value)));
byId("skip").addEventListener("click", () => echo.skip());
byId("voice").addEventListener("change", ({ target }) => {
  voice.on = target.checked;
  localStorage.setItem("voice", voice.on ? "on" : "off");
  if (!voice.on) voice.stop();
});
byId("time-zone").addEventListener("change", showTime);
byId("set-up").addEventListener("click", () => attempt(() => echo.do({ answer_first_questions: true })));
byId("patient").addEventListener("change", (event) => begin(event.target.value));
byId("add-patient").addEventListener("click", addPatient);
byId("tomorrow").addEventListener("click", () => attempt(() => echo.do({ until: null })));
byId("save").addEventListener("click", save);
byId("replay").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file) await replay(await file.text());
  event.target.value = "";
});
byId("reset").addEventListener("click", async () => {
  await post("/simulator/reset", { patient });
  begin(patient);
});
document.addEventListener("voice-missing", () => (byId("silent").hidden = false));
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea, button, summary");
  if (event.key === "Escape" || (event.key === " " && !typing)) {
    event.preventDefault();
    echo.wake();
    byId("utterance").focus();
  }
});

voice.on = byId("voice").checked = localStorage.getItem("voice") !== "off";
if (voice.on) post("/simulator/clip", { text: "Ready." }).catch(() => {}); // the first clip takes longest
listenToMicrophone();
showTimeZones();
showPatients("me");
begin("me");
setInterval(showTime, 500);
showTime();
