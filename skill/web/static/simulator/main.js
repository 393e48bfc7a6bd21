// The page: wires the parts together, and the keyboard.

import { AudioPlayer } from "./audio_player.js";
import { Clock } from "./clock.js";
import { Conversation, post } from "./conversation.js";
import { Device } from "./device.js";
import { Recording, steps } from "./dialogue.js";
import { element, showExchange, showRecord } from "./panels.js";
import { Player } from "./player.js";
import { Stage } from "./stage.js";
import { Voice } from "./voice.js";

const byId = (id) => document.getElementById(id);
const MORNING_HOUR = 8;
const HURRY = 2000; // times as fast as speech
const SET_UP = ["open spine coach", "my low back", "yes"];
const OPENINGS = ["open spine coach", "ask spine coach what's today's routine", "ask spine coach to start my routine"];

const clock = new Clock();
const voice = new Voice();
const stage = new Stage();
const player = new Player(clock, voice, stage);
const audio = new AudioPlayer((request) => device.event(request), showPlaying);
let recording, device, conversation;

function begin(patient) {
  conversation?.leave();
  audio.clear();
  recording = new Recording();
  const [locale, timeZone] = [byId("locale").value, byId("time-zone").value];
  device = new Device(clock, patient, { locale, timeZone, screen: byId("screen").checked });
  device.audio = audio;
  conversation = new Conversation({ device, player, audio, stage, recording, changed });
  byId("talk").replaceChildren();
  changed();
}

async function changed() {
  showExchange(device.lastRequest, device.lastResponse);
  const answer = await known();
  stage.knowCount(answer.count);
  showRecord(device.session ? answer : { ...answer, suggestions: OPENINGS }, say);
}

function known() {
  const { userId, timeZone, session } = device;
  return post("/simulator/record", { user_id: userId, time_zone: timeZone, session_id: session?.id ?? null });
}

/** Answer what a new patient is asked, as somebody to whom nothing dangerous applies, in no time. */
async function setUp() {
  const { speed } = player;
  player.setSpeed(HURRY);
  try {
    for (const text of SET_UP) await say(text);
    for (let { newcomer_says: text } = await known(); text; { newcomer_says: text } = await known()) await say(text);
  } finally {
    player.setSpeed(speed);
  }
  stage.note("The questions are answered. Now say “start”, and then “ready”.");
}

async function say(text) {
  voice.wake();
  try {
    await conversation.say(text);
  } catch (error) {
    stage.note(`That did not work: ${error.message}. Is the server still running?`);
    stage.microphone("closed", "The microphone is closed");
  }
}

async function replay(text) {
  let interrupting = false;
  let said = Promise.resolve();
  for (const step of steps(text)) {
    if (step.verb === "wait") {
      await passed(Number(step.text) * 1000);
      interrupting = true;
    } else if (step.verb === "until") {
      await conversation.end("EXCEEDED_MAX_REPROMPTS");
      clock.moveTo(new Date(step.text));
    } else {
      if (!interrupting) await said;
      said = say(step.text);
      await conversation.replied;
      interrupting = false;
    }
  }
  await said;
}

async function passed(milliseconds) {
  const until = clock.now().getTime() + milliseconds;
  while (clock.now().getTime() < until) {
    if (!player.playing && !device.session) clock.advance(until - clock.now().getTime());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function save() {
  const link = element("a", "", { download: `${device.patient}.dialogue` });
  link.href = URL.createObjectURL(new Blob([recording.text], { type: "text/plain" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function listenToMicrophone() {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return;
  const button = byId("speak");
  button.hidden = false;
  button.addEventListener("click", () => {
    conversation.wake();
    const recognition = new Recognition();
    recognition.lang = device.options.locale;
    recognition.onresult = (event) => say(event.results[0][0].transcript);
    recognition.onerror = () => stage.note("Nothing was heard. You can type instead.");
    recognition.start();
  });
}

function showPlaying(title) {
  byId("playing").textContent = title ? `Playing: ${title}` : "";
  if (title) stage.note(`Playing “${title}”. Say pause, resume or next.`);
}

function showTime() {
  const form = { dateStyle: "medium", timeStyle: "medium", timeZone: device.timeZone };
  byId("clock").textContent = clock.now().toLocaleString([], form);
}

function tomorrow() {
  conversation.end("EXCEEDED_MAX_REPROMPTS");
  const form = { hour: "numeric", minute: "numeric", hourCycle: "h23", timeZone: device.timeZone };
  const [hour, minute] = clock.now().toLocaleTimeString("en-US", form).split(":").map(Number);
  clock.advance(((24 + MORNING_HOUR - hour) * 60 - minute) * 60_000);
  showTime();
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
byId("speeds").addEventListener("change", (event) => {
  player.setSpeed(Number(event.target.value));
  stage.setSpeed(player.speed);
  audio.setSpeed(player.speed);
});
byId("skip").addEventListener("click", () => conversation.skip());
byId("voice").addEventListener("change", (event) => {
  voice.on = event.target.checked;
  if (!voice.on) voice.stop();
});
byId("screen").addEventListener("change", (event) => (device.options.screen = event.target.checked));
byId("time-zone").addEventListener("change", (event) => {
  device.options.timeZone = event.target.value;
  showTime();
});
byId("set-up").addEventListener("click", setUp);
byId("patient").addEventListener("change", (event) => begin(event.target.value));
byId("add-patient").addEventListener("click", addPatient);
byId("tomorrow").addEventListener("click", tomorrow);
byId("save").addEventListener("click", save);
byId("replay").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file) await replay(await file.text());
  event.target.value = "";
});
byId("reset").addEventListener("click", async () => {
  await post("/simulator/reset", { user_id: device.userId });
  begin(device.patient);
});
document.addEventListener("voice-missing", () => (byId("silent").hidden = false));
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea, button, summary");
  if (event.key === "Escape" || (event.key === " " && !typing)) {
    event.preventDefault();
    conversation.wake();
    byId("utterance").focus();
  }
});

listenToMicrophone();
showTimeZones();
showPatients("me");
begin("me");
setInterval(showTime, 500);
showTime();
